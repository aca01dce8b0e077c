package org.blockspin.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.plugins.Revision;
import org.blockspin.plugins.Verdict;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The folder of plugins and what is installed of it. One change at a time is made to the framework. */
final class Plugins implements PluginFolder {
    private final PluginJars jars;
    private final Revisions revisions;
    private final PluginTrials trials;
    private final AllowedJars allowed;
    private final Duration limit;
    private volatile Consumer<String> follower = sentence -> {};

    Plugins(BundleContext framework, PluginJars jars, Duration limit) {
        this.jars = jars;
        this.revisions = new Revisions(framework.getBundle());
        this.allowed = new AllowedJars(jars.folder());
        this.trials = new PluginTrials(framework, revisions, allowed);
        this.limit = limit;
    }

    /** Hides from runs what they are not to get. */
    Revisions revisions() {
        return revisions;
    }

    /** Copies of the bundles among the jars, to be installed when the workbench starts, the latest of a name last. */
    List<JarCopy> atStart(Consumer<String> problems) {
        SortedMap<BundleIdentity, List<JarCopy>> copies = new TreeMap<>();
        if (!Files.isDirectory(jars.folder())) {
            problems.accept("the folder of plugins " + jars.folder() + " cannot be read");
        }
        try {
            for (Path jar : jars.list()) {
                Optional<JarCopy> copy = copyAtStart(jar, problems);
                if (copy.isPresent()) {
                    BundleIdentity identity =
                            BundleIdentity.of(copy.get().file()).orElseThrow();
                    copies.computeIfAbsent(identity, key -> new ArrayList<>()).add(copy.get());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.accept("the folder of plugins " + jars.folder() + " cannot be read");
        }
        return copies.values().stream().flatMap(List::stream).toList();
    }

    private Optional<JarCopy> copyAtStart(Path jar, Consumer<String> problems) {
        try {
            JarCopy copy = jars.copy(jar);
            Optional<String> problem = copy.problem().or(() -> allowed.problem(copy));
            problem.ifPresent(problems);
            return problem.isEmpty() ? Optional.of(copy) : Optional.empty();
        } catch (IOException e) {
            problems.accept(jar + " is not installed: it cannot be read");
            return Optional.empty();
        }
    }

    /** A revision that was installed when the workbench started. */
    void started(Bundle bundle, JarCopy copy, Consumer<String> problems) {
        PluginRevision revision = new PluginRevision(bundle, copy);
        if (!PluginTrials.isFragment(bundle) && bundle.getState() != Bundle.ACTIVE) {
            refuseUnstarted(revision);
        }
        Optional<PluginRevision> earlier =
                Optional.ofNullable(revisions.serving().get(revision.name()));
        revisions.admit(revision, List.of());
        earlier.filter(other -> revision.isReady())
                .ifPresent(other -> problems.accept(other.jar() + " and " + revision.jar() + " both bring "
                        + revision.name() + "; pipelines get " + revision.title() + " of the latter"));
    }

    private static void refuseUnstarted(PluginRevision revision) {
        if (revision.bundle().getState() == Bundle.STARTING) {
            revision.abandon("its activator has not returned");
        } else {
            revision.refuse("it did not start");
        }
    }

    @Override
    public Path path() {
        return jars.folder();
    }

    @Override
    public synchronized Verdict verify(Path jar) {
        try (BundleStarter starter = new BundleStarter(limit)) {
            JarCopy copy = jars.copy(jar);
            PluginTrials.Trial trial = trials.attempt(copy, starter);
            Verdict verdict = verdict(jar, trial);
            discard(trial, copy, starter);
            return verdict;
        } catch (IOException e) {
            String problem = jar + " cannot be read: " + e.getMessage();
            return new Verdict(jar.toString(), "", List.of(problem), List.of(), List.of(), List.of(), List.of());
        }
    }

    private Verdict verdict(Path jar, PluginTrials.Trial trial) {
        List<PluginRevision> replaced = trial.bundle().stream()
                .flatMap(bundle -> revisions.all().stream()
                        .filter(revision -> revision.name().equals(bundle.getSymbolicName())))
                .toList();
        return new Verdict(
                trial.bundle().map(Explanation::nameOf).orElse(jar.toString()),
                trial.bundle().map(Bundle::getSymbolicName).orElse(""),
                trial.inspection().problems(),
                trial.inspection().warnings(),
                trial.inspection().contributions(),
                replaced.stream()
                        .map(revision -> revision.title() + " (" + revision.jar() + ")")
                        .toList(),
                revisions.dependents(replaced).stream().map(Explanation::nameOf).toList());
    }

    /** Nothing is left of a trial, but of one that is still under way. */
    private void discard(PluginTrials.Trial trial, JarCopy copy, BundleStarter starter) {
        if (trial.underControl()) {
            trial.bundle().ifPresent(bundle -> revisions.dismiss(bundle, starter));
            copy.delete();
        }
    }

    @Override
    public Path add(Path jar, String name) throws IOException {
        Path added = jars.put(jar, name);
        for (Path other : jars.named(name)) {
            if (!other.equals(added)) {
                Files.delete(other);
            }
        }
        return added;
    }

    @Override
    public List<Path> remove(String name) throws IOException {
        List<Path> removed = jars.named(name);
        for (Path jar : removed) {
            Files.delete(jar);
        }
        return removed;
    }

    @Override
    public <T> T undisturbed(Supplier<T> look) {
        return revisions.undisturbed(look);
    }

    @Override
    public Hold hold() {
        Runnable release = revisions.hold();
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) {
                release.run();
            }
        };
    }

    @Override
    public Following follow(Consumer<String> listener) {
        follower = listener;
        return new FolderFollower(this, jars, allowed, listener);
    }

    @Override
    public void quarantine(long bundle, String reason) {
        revisions
                .refuse(bundle, reason)
                .forEach(revision -> follower.accept(revision.title() + " is quarantined: " + reason
                        + "; no new run gets it until " + revision.jar().getFileName() + " is replaced"));
    }

    /**
     * Takes the present content of a jar for new runs, in the place of what it contained before. Where it cannot serve,
     * all stays as it is.
     *
     * @return the signature of what was looked at
     */
    synchronized JarCopy.Signature take(Path jar, Consumer<String> listener) throws IOException {
        JarCopy copy = jars.copy(jar);
        List<PluginRevision> earlier = of(jar);
        if (earlier.stream().anyMatch(revision -> isSame(revision, copy))) {
            allowed.problem(copy).ifPresent(problem -> {
                listener.accept(problem + "; runs that began with it end with it");
                revisions.drain(earlier);
            });
            copy.delete();
            return copy.signature();
        }
        try (BundleStarter starter = new BundleStarter(limit)) {
            PluginTrials.Trial trial = trials.attempt(copy, starter);
            trial.inspection().warnings().forEach(listener);
            if (trial.passed() && trial.bundle().isPresent()) {
                PluginRevision revision = new PluginRevision(trial.bundle().get(), copy);
                listener.accept(
                        announcement(revision, earlier, trial.inspection().contributions()));
                revisions.admit(revision, earlier);
            } else {
                String stays = earlier.stream()
                        .filter(PluginRevision::isReady)
                        .reduce((first, last) -> last)
                        .map(revision -> "; " + revision.title() + " goes on serving")
                        .orElse("");
                trial.inspection().problems().forEach(problem -> listener.accept(problem + stays));
                discard(trial, copy, starter);
            }
        }
        return copy.signature();
    }

    private static boolean isSame(PluginRevision revision, JarCopy copy) {
        try {
            return revision.refusal().isEmpty() && revision.copy().sha256().equals(copy.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private static String announcement(
            PluginRevision revision, List<PluginRevision> earlier, List<String> contributions) {
        String instead = earlier.isEmpty()
                ? ""
                : " instead of " + earlier.get(earlier.size() - 1).title() + ", which runs that began with it end with";
        return revision.title() + " of " + revision.jar().getFileName() + " serves new runs" + instead + ": "
                + String.join(", ", contributions);
    }

    /** What the jars of the present revisions were when they were copied. */
    Map<Path, JarCopy.Signature> signatures() {
        Map<Path, JarCopy.Signature> signatures = new HashMap<>();
        revisions
                .all()
                .forEach(revision ->
                        signatures.put(revision.jar(), revision.copy().signature()));
        return signatures;
    }

    /** New runs get nothing of a jar that is no longer there. */
    synchronized void leave(Path jar, Consumer<String> listener) {
        List<PluginRevision> leaving = of(jar);
        leaving.forEach(revision -> listener.accept(
                revision.title() + " is gone with " + jar.getFileName() + "; runs that began with it end with it"));
        revisions.drain(leaving);
    }

    /** What is installed of a jar and not leaving, the latest last. */
    private List<PluginRevision> of(Path jar) {
        return revisions.all().stream()
                .filter(revision -> revision.jar().equals(jar.toAbsolutePath()) && !revision.isDraining())
                .toList();
    }

    /** Removes what is no longer used. */
    synchronized void collect(Consumer<String> listener) {
        if (revisions.all().stream().noneMatch(PluginRevision::isLeaving)) {
            return;
        }
        try (BundleStarter starter = new BundleStarter(limit)) {
            revisions.collect(starter, listener);
        }
    }

    @Override
    public List<Revision> list() {
        Collection<PluginRevision> serving = revisions.serving().values();
        return revisions.all().stream()
                .map(revision -> revision(revision, serving.contains(revision)))
                .sorted(Comparator.comparing(Revision::name))
                .toList();
    }

    private static Revision revision(PluginRevision revision, boolean serves) {
        return new Revision(
                revision.name(),
                String.valueOf(revision.bundle().getVersion()),
                sha256(revision.copy()),
                revision.jar(),
                state(revision, serves),
                revision.refusal());
    }

    private static Revision.State state(PluginRevision revision, boolean serves) {
        if (serves) {
            return Revision.State.SERVING;
        } else if (revision.refusal().isPresent()) {
            return Revision.State.QUARANTINED;
        }
        return revision.isDraining() ? Revision.State.DRAINING : Revision.State.SUPERSEDED;
    }

    private static String sha256(JarCopy copy) {
        try {
            return copy.sha256();
        } catch (IOException e) {
            return "";
        }
    }
}
