package org.blockspin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.blockspin.plugins.PluginFolder;

/**
 * Looks at the folder of plugins twice a second, which works on every file system. A jar is taken when it has not changed
 * between two looks, so that one that is being copied is waited for; one that is absent for two looks is gone.
 */
final class FolderFollower implements PluginFolder.Following {
    private static final long INTERVAL_MILLISECONDS = 500;

    /** What a jar and the list of those that are allowed were when the jar was looked into. */
    private record Seen(JarCopy.Signature jar, Optional<JarCopy.Signature> allowed) {}

    private final Plugins plugins;
    private final PluginJars jars;
    private final AllowedJars allowed;
    private final Consumer<String> listener;
    private final Map<Path, Seen> taken = new HashMap<>();
    private final Map<Path, Seen> last = new HashMap<>();
    private final Set<Path> absent = new HashSet<>();
    private String complaint = "";
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "plugin-folder");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> looks;

    /** Follows from now on; what the workbench started with need not be taken again. */
    FolderFollower(Plugins plugins, PluginJars jars, AllowedJars allowed, Consumer<String> listener) {
        this.plugins = plugins;
        this.jars = jars;
        this.allowed = allowed;
        this.listener = listener;
        plugins.signatures().forEach((jar, signature) -> taken.put(jar, new Seen(signature, allowed.signature())));
        this.looks = clock.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Whatever goes wrong, the next look comes. */
    private void look() {
        try {
            List<Path> present = jars.list().stream().map(Path::toAbsolutePath).toList();
            for (Path jar : present) {
                lookAt(jar);
            }
            leave(present);
            plugins.collect(listener);
            complaint = "";
        } catch (IOException | UncheckedIOException e) {
            complainOnce("the folder of plugins " + jars.folder() + " cannot be read: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            complainOnce("a change of the folder of plugins failed, which is a defect: " + e);
        }
    }

    private void complainOnce(String sentence) {
        if (!sentence.equals(complaint)) {
            listener.accept(sentence);
            complaint = sentence;
        }
    }

    private void lookAt(Path jar) throws IOException {
        Optional<Seen> seen = see(jar);
        if (seen.isPresent() && seen.equals(Optional.ofNullable(last.get(jar)))) {
            take(jar, seen.get());
        }
        seen.ifPresentOrElse(now -> last.put(jar, now), () -> last.remove(jar));
    }

    /** Empty if it is gone since the folder was listed. */
    private Optional<Seen> see(Path jar) throws IOException {
        try {
            return Optional.of(new Seen(JarCopy.Signature.of(jar), allowed.signature()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whatever becomes of it, it is looked into once. */
    private void take(Path jar, Seen now) {
        if (now.equals(taken.get(jar))) {
            return;
        }
        taken.put(jar, now);
        try {
            taken.put(jar, new Seen(plugins.take(jar, listener), now.allowed()));
        } catch (IOException e) {
            listener.accept(jar + " cannot be read: " + e.getMessage());
        }
    }

    private void leave(List<Path> present) {
        Set<Path> gone = new HashSet<>(taken.keySet());
        gone.removeAll(present);
        for (Path jar : gone) {
            if (absent.contains(jar)) {
                plugins.leave(jar, listener);
                taken.remove(jar);
                last.remove(jar);
            }
        }
        absent.clear();
        gone.stream().filter(taken::containsKey).forEach(absent::add);
    }

    @Override
    public void close() {
        looks.cancel(false);
        clock.shutdown();
    }
}
