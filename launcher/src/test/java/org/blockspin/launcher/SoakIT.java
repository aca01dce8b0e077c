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
import java.util.List;
import java.util.Locale;
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
 * A plugin, or a trained model, is replaced again and again while runs use it: none fails, each has the numbers of one
 * revision and says of which, and nothing is left of what was replaced. The system property {@code blockspin.soak} says how
 * often; figures are in {@code target/soak-*.csv}.
 */
@EnabledOnOs(OS.LINUX)
class SoakIT {
    private static final int REPLACEMENTS = Integer.getInteger("blockspin.soak", 12);

    private static final String VARIANT = "changing";

    /** Everything is loaded, and every cache is as full as it gets, after so many replacements. */
    private static final int WARM = Math.max(1, REPLACEMENTS / 10);

    private static final String MODEL_PIPELINE = """
            {"format": 1, "name": "variant", "seed": 1, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": "critical", "sampler": "cluster", "configurations": 512}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated", "resolver": "%s"}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 1}},
              "measured": {"observe": {"from": "larger", "observables": ["energy"]}}}}
            """.formatted(VARIANT);

    /** What is replaced: the jars of a bundle, the number that runs get of each, and what runs. */
    private record Replaced(String bundle, Path pipeline, String quantity, List<Path> jars, List<Double> values) {
        /** The numbers of the revisions that the record of a run names; it should be one. */
        List<Double> expected(String record) throws IOException {
            List<Double> expected = new ArrayList<>();
            for (int i = 0; i < jars.size(); i++) {
                if (record.contains(Sha256.of(jars.get(i)))) {
                    expected.add(values.get(i));
                }
            }
            return expected;
        }

        double found(Path run) throws IOException {
            return Double.parseDouble(
                    ResultRows.of(run).only("quantity", quantity).get("value"));
        }
    }

    /** What a process holds. */
    private record Held(
            long heapKibibytes,
            long metaspaceKibibytes,
            long residentKibibytes,
            int classes,
            long classLoaders,
            int threads,
            long files) {
        static final String HEADER = "replacements,heap_kib,metaspace_kib,resident_kib,classes,loaders,threads,files\n";

        String line(int replacements) {
            return String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%d,%d,%d,%d,%d%n",
                    replacements,
                    heapKibibytes,
                    metaspaceKibibytes,
                    residentKibibytes,
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

    private Path plugins() throws IOException {
        return Files.createDirectories(folder.resolve("plugins"));
    }

    @Test
    void aPluginIsReplacedManyTimesUnderContinuousRuns() throws Exception {
        SteadyPlugin plugin = new SteadyPlugin(folder.resolve("work"));
        List<Path> jars = List.of(plugin.jar(1), plugin.jar(2), plugin.jar(3));
        try (InProcess workbench = new InProcess(plugins(), Duration.ofSeconds(10))) {
            soak(
                    workbench,
                    new Replaced(
                            SteadyPlugin.NAME, SteadyPlugin.pipeline(folder), "steady", jars, List.of(1.0, 2.0, 3.0)));
        }
    }

    @Test
    void aModelVariantIsReplacedManyTimesUnderContinuousRuns() throws Exception {
        Path pipeline = Files.writeString(folder.resolve("variant.json"), MODEL_PIPELINE);
        List<Path> jars = new ArrayList<>();
        List<Double> energies = new ArrayList<>();
        try (InProcess workbench = InProcess.withTensorFlow(plugins())) {
            Replaced bundle = new Replaced("org.blockspin.model." + VARIANT, pipeline, "energy", jars, energies);
            for (int epochs = 1; epochs <= 3; epochs++) {
                Path run = folder.resolve("trained-" + epochs);
                String resolver = "steps.network.train.resolver={\"kind\": \"cnn\", \"filters\": [4, 4],"
                        + " \"kernels\": [3, 1, 3], \"batch-size\": 100, \"epochs\": " + epochs + "}";
                assertThat(workbench.execute(
                                "run", pipeline.toString(), "--quiet", "--set", resolver, "--out", run.toString()))
                        .isZero();
                jars.add(folder.resolve(epochs + ".jar"));
                energies.add(bundle.found(run));
                assertThat(workbench.execute(
                                "plugin",
                                "export-model",
                                run.toString(),
                                "network",
                                "--name",
                                VARIANT,
                                "--out",
                                jars.get(epochs - 1).toString()))
                        .isZero();
            }
            assertThat(energies).doesNotHaveDuplicates();
            soak(workbench, bundle);
        }
    }

    private void soak(InProcess workbench, Replaced replaced) throws Exception {
        workbench.service(PluginFolder.class).follow(heard::add);
        replace(replaced.jars().get(0), replaced, workbench);
        StringBuilder figures = new StringBuilder(Held.HEADER);
        AtomicBoolean enough = new AtomicBoolean();
        List<String> failures = new CopyOnWriteArrayList<>();
        CompletableFuture<Integer> runs =
                CompletableFuture.supplyAsync(() -> runUntil(enough, workbench, replaced, failures));
        List<Held> held = new ArrayList<>();
        for (int i = 1; i <= REPLACEMENTS; i++) {
            replace(replaced.jars().get(i % replaced.jars().size()), replaced, workbench);
            if (i % WARM == 0) {
                held.add(held());
                figures.append(held.get(held.size() - 1).line(i));
                Files.writeString(Path.of("target/soak-" + replaced.bundle() + ".csv"), figures);
            }
        }
        enough.set(true);
        int done = runs.get(2, TimeUnit.MINUTES);
        figures.append(done).append(" runs\n");
        Files.writeString(Path.of("target/soak-" + replaced.bundle() + ".csv"), figures);
        assertThat(failures).isEmpty();
        assertThat(done).isGreaterThan(REPLACEMENTS / 2);
        assertThat(heard).noneMatch(sentence -> sentence.contains("cannot") || sentence.contains("defect"));
        requireFlat(workbench, held);
    }

    /** Puts the next jar there and waits until it serves. */
    private void replace(Path jar, Replaced replaced, InProcess workbench) throws Exception {
        int before = heard.size();
        InFolder.put(jar, plugins().resolve("replaced.jar"));
        HotSwapIT.until(() -> heard.subList(before, heard.size()).stream()
                .anyMatch(sentence -> sentence.contains("serves new runs")));
        workbench
                .bundles()
                .filter(bundle -> replaced.bundle().equals(bundle.getSymbolicName()))
                .flatMap(SoakIT::loader)
                .filter(loader -> loaders.stream().noneMatch(known -> known.refersTo(loader)))
                .forEach(loader -> loaders.add(new WeakReference<>(loader)));
    }

    private static Stream<ClassLoader> loader(Bundle bundle) {
        return Stream.ofNullable(bundle.adapt(BundleWiring.class))
                .flatMap(wiring -> Stream.ofNullable(wiring.getClassLoader()));
    }

    /** How many runs were done. Each is looked at: its numbers are those of the revision that its record names. */
    private int runUntil(AtomicBoolean enough, InProcess workbench, Replaced replaced, List<String> failures) {
        int runs = 0;
        try {
            while (!enough.get()) {
                Path out = folder.resolve("run-" + runs);
                int code = workbench.execute(
                        "run", replaced.pipeline().toString(), "--quiet", "--threads", "2", "--out", out.toString());
                List<Double> expected =
                        code == 0 ? replaced.expected(Files.readString(out.resolve("run.json"))) : List.of();
                double found = code == 0 ? replaced.found(out) : Double.NaN;
                if (expected.size() != 1 || found != expected.get(0)) {
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
                    resident(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                    loaders.stream().filter(loader -> !loader.refersTo(null)).count(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    files.count());
        }
    }

    /** Of the whole process, in kibibytes: what native libraries hold is in it too. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
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
