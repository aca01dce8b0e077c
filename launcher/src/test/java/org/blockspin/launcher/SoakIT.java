package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.blockspin.plugins.PluginFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/**
 * A plugin is replaced again and again while runs use it: none fails, each has the numbers of one revision and says of
 * which, and nothing is left of what was replaced. The system property {@code blockspin.soak} says how often.
 */
@EnabledOnOs(OS.LINUX)
class SoakIT {
    private static final int REPLACEMENTS = Integer.getInteger("blockspin.soak", 12);

    /** What a process holds. */
    private record Held(
            long heapKibibytes, long metaspaceKibibytes, int classes, long classLoaders, int threads, long files) {
        String line(int replacements) {
            return String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%d,%d,%d,%d%n",
                    replacements,
                    heapKibibytes,
                    metaspaceKibibytes,
                    classes,
                    classLoaders,
                    threads,
                    files);
        }
    }

    @TempDir
    private Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<WeakReference<ClassLoader>> loaders = new CopyOnWriteArrayList<>();

    @Test
    void aPluginIsReplacedManyTimesUnderContinuousRuns() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        SteadyPlugin plugin = new SteadyPlugin(folder.resolve("work"));
        Map<String, Integer> values = new LinkedHashMap<>();
        List<Path> jars = new ArrayList<>();
        for (int value = 1; value <= 3; value++) {
            jars.add(plugin.jar(value));
            values.put(Sha256.of(jars.get(value - 1)), value);
        }
        SteadyPlugin.drop(jars.get(0), plugins);
        StringBuilder figures =
                new StringBuilder("replacements,heap_kib,metaspace_kib,classes,loaders,threads,files\n");
        try (InProcess workbench = new InProcess(plugins, Duration.ofSeconds(10))) {
            workbench.service(PluginFolder.class).follow(heard::add);
            AtomicBoolean enough = new AtomicBoolean();
            List<String> failures = new CopyOnWriteArrayList<>();
            CompletableFuture<Integer> runs =
                    CompletableFuture.supplyAsync(() -> runUntil(enough, workbench, values, failures));
            List<Held> held = new ArrayList<>();
            for (int i = 1; i <= REPLACEMENTS; i++) {
                replace(jars.get(i % jars.size()), plugins, workbench);
                if (i == REPLACEMENTS / 3 || i == 2 * REPLACEMENTS / 3 || i == REPLACEMENTS) {
                    held.add(held());
                    figures.append(held.get(held.size() - 1).line(i));
                }
            }
            enough.set(true);
            int done = runs.get(2, TimeUnit.MINUTES);
            figures.append(done).append(" runs\n");
            Files.writeString(Path.of("target/soak.txt"), figures);
            assertThat(failures).isEmpty();
            assertThat(done).isGreaterThan(REPLACEMENTS / 2);
            assertThat(heard).noneMatch(sentence -> sentence.contains("cannot") || sentence.contains("defect"));
            requireFlat(workbench, held);
        }
    }

    /** Puts the next jar there and waits until it serves. */
    private void replace(Path jar, Path plugins, InProcess workbench) throws Exception {
        int before = heard.size();
        SteadyPlugin.drop(jar, plugins);
        HotSwapIT.until(() -> heard.subList(before, heard.size()).stream()
                .anyMatch(sentence -> sentence.contains("serves new runs")));
        workbench
                .bundles()
                .filter(bundle -> SteadyPlugin.NAME.equals(bundle.getSymbolicName()))
                .flatMap(SoakIT::loader)
                .filter(loader -> loaders.stream().noneMatch(known -> known.refersTo(loader)))
                .forEach(loader -> loaders.add(new WeakReference<>(loader)));
    }

    private static Stream<ClassLoader> loader(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleWiring.class))
                .flatMap(wiring -> Stream.ofNullable(wiring.getClassLoader()));
    }

    /** How many runs were done. Each is looked at: its numbers are those of the revision that its record names. */
    private int runUntil(
            AtomicBoolean enough, InProcess workbench, Map<String, Integer> values, List<String> failures) {
        int runs = 0;
        try {
            String pipeline = SteadyPlugin.pipeline(folder).toString();
            while (!enough.get()) {
                Path out = folder.resolve("run-" + runs);
                int code = workbench.execute(
                        "run", pipeline, "--quiet", "--threads", "2", "--set", "seed=" + runs, "--out", out.toString());
                String record = code == 0 ? Files.readString(out.resolve("run.json")) : "";
                List<Integer> expected = values.entrySet().stream()
                        .filter(revision -> record.contains(revision.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
                String found = code == 0
                        ? ResultRows.of(out).only("quantity", "steady").get("value")
                        : "nothing";
                if (expected.size() != 1 || Double.parseDouble(found) != expected.get(0)) {
                    failures.add("run " + runs + " ended with " + code + ", found " + found + ", expected " + expected);
                }
                InFolder.delete(out);
                runs++;
            }
            return runs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Held held() throws Exception {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 10;
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getName().equals("Metaspace"))
                        .mapToLong(SoakIT::used)
                        .sum()
                >> 10;
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Held(
                    heap,
                    metaspace,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    loaders.stream().filter(loader -> !loader.refersTo(null)).count(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files.count());
        }
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    /** One revision serves, and a run may be ending with the one before it. */
    private void requireFlat(InProcess workbench, List<Held> held) throws Exception {
        HotSwapIT.until(() -> workbench.service(PluginFolder.class).list().size() == 1);
        assertThat(loaders).hasSizeGreaterThanOrEqualTo(REPLACEMENTS);
        HotSwapIT.until(() -> {
            System.gc();
            return loaders.stream().filter(loader -> !loader.refersTo(null)).count() <= 1;
        });
        Held first = held.get(0);
        Held last = held.get(held.size() - 1);
        assertThat(last.threads()).isLessThanOrEqualTo(first.threads() + 4);
        assertThat(last.files()).isLessThanOrEqualTo(first.files() + 8);
        assertThat(last.heapKibibytes()).isLessThan(first.heapKibibytes() + (16 << 10));
        assertThat(last.metaspaceKibibytes()).isLessThan(first.metaspaceKibibytes() + (4 << 10));
    }
}
