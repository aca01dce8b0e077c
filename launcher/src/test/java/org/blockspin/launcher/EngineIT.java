package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the engine promises: the same bytes whoever does the tasks, caches that do not lie, and memory that is bounded. */
@DisabledOnOs(OS.WINDOWS)
class EngineIT {
    /** An executor as a bundle of its own: every task in a process of its own. */
    private static final String PROCESSES = """
            package org.example.processes;

            import java.io.IOException;
            import java.util.List;
            import java.util.concurrent.TimeUnit;
            import org.blockspin.pipeline.*;
            import org.osgi.service.component.annotations.Component;

            @Component
            public final class Processes implements TaskExecutor {
                @Override
                public String name() {
                    return "processes";
                }

                @Override
                public boolean isInProcess() {
                    return false;
                }

                @Override
                public void execute(List<? extends Task> tasks, TaskRun run) throws IOException {
                    for (Task task : tasks) {
                        Process process = new ProcessBuilder(
                                        System.getenv("BLOCKSPIN_COMMAND"), "task", run.folder().toString(), task.id())
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                        try {
                            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                                run.checkCancelled();
                            }
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        if (process.exitValue() != 0) {
                            throw new IOException(task.id() + " failed elsewhere");
                        }
                        run.count(task);
                        run.notice("elsewhere: " + task.id());
                    }
                }
            }
            """;

    /** Two trainings, two levels, every kind of task. */
    private static final String[] SMALL = {
        "--set", "steps.simulated.sample.configurations=2000",
        "--set", "steps.seeds.sample.configurations=2000",
        "--set", "steps.network.train.repeat=2",
        "--set", "steps.network.train.resolver.epochs=2",
        "--set", "steps.network.train.resolver.lbfgs-iterations=2",
        "--set", "steps.larger.super-resolve.times=1",
        "--set", "steps.larger.super-resolve.keep=true"
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    @Test
    void anExecutorIsABundleAndGivesTheSameBytes() throws Exception {
        Path plugins = PluginJar.make("org.example.processes", "Processes", PROCESSES, folder);
        Path here = folder.resolve("here");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(blockspin(run("quick-start", here)).run().code()).isZero();
        Command.Ended ended = blockspin(run("quick-start", elsewhere, "--executor", "processes"))
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .with(
                        "BLOCKSPIN_COMMAND",
                        BuiltTree.HOME.resolve("launcher/blockspin").toString())
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains(
                        "elsewhere: network[repeat=1]",
                        "elsewhere: larger[level:larger=1,repeat=0]:part-00000.h5",
                        "elsewhere: measured[repeat=1]:seeds[]:0");
        Map<String, String> found = contents(elsewhere);
        Map<String, String> expected = contents(here);
        // It names the bundles that were there, one more in this case.
        found.remove("report.html");
        expected.remove("report.html");
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void resultsWeightsAndFiguresAreTheSameBytesForOneTwoAndThreeThreads() throws IOException {
        Map<String, String> first = Map.of();
        for (int threads = 1; threads <= 3; threads++) {
            Path run = folder.resolve("threads-" + threads);
            Command.Ended ended = blockspin(run("quick-start", run, "--threads", String.valueOf(threads)))
                    .run();
            assertThat(ended.code()).as(ended.err()).isZero();
            Map<String, String> files = contents(run);
            assertThat(files)
                    .containsKeys(
                            "results.csv",
                            "results.json",
                            "figures/scaling.png",
                            "figures/scaling.svg",
                            "figures/scaling.csv",
                            "models/network/1/saved-model/variables/variables.data-00000-of-00001",
                            "ensembles/larger/level-larger=1,repeat=1/part-00000.h5");
            first = first.isEmpty() ? files : first;
            assertThat(files).as(threads + " threads").isEqualTo(first);
        }
    }

    @Test
    void aPluginThatIsBuiltAgainUnderTheSameVersionIsNotTakenForTheOldOne() throws Exception {
        Path pipeline = Files.writeString(folder.resolve("pipeline.json"), """
                {"format": 1, "name": "again", "steps": {
                  "chain": {"sample": {"lattice": {"kind": "chain", "size": [8]}, "model": "ising",
                    "temperature": 2.0, "sampler": "exact-chain", "configurations": 600}},
                  "measured": {"observe": {"from": "chain", "observables": ["staggered"]}},
                  "other": {"observe": {"from": "chain", "observables": ["energy"]}}}}
                """);
        Path run = folder.resolve("run");
        List<String> arguments = List.of("run", pipeline.toString(), "--out", run.toString());
        String source = PluginJar.sourceInReadme();
        Path plugins = PluginJar.make("org.example.staggered", "Staggered", source, folder);
        assertThat(blockspin(arguments)
                        .with("BLOCKSPIN_PLUGINS", plugins.toString())
                        .run()
                        .code())
                .isZero();
        String before = Files.readString(run.resolve("results.csv"));
        PluginJar.make(
                "org.example.staggered", "Staggered", source.replace("Math.abs(sum", "2 * Math.abs(sum"), folder);
        Command.Ended ended = blockspin(arguments)
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("measured: 1 of 1 parts are made anew, because", "bundles.observable staggered changed")
                .contains("other: 1 of 1 parts are there from an earlier run");
        double twice = 2 * value(before, "staggered");
        assertThat(value(Files.readString(run.resolve("results.csv")), "staggered"))
                .isEqualTo(twice);
    }

    @Test
    void aRenamedStepDrawsAnotherStream() throws IOException {
        String text = """
                {"format": 1, "name": "names", "steps": {
                  "%s": {"sample": {"lattice": {"kind": "chain", "size": [8]}, "model": "ising",
                    "temperature": 2.0, "sampler": "exact-chain", "configurations": 600}},
                  "measured": {"observe": {"from": "%<s", "observables": ["energy"]}}}}
                """;
        List<Double> energies = new ArrayList<>();
        for (String name : List.of("chain", "ring", "chain")) {
            Path pipeline = Files.writeString(folder.resolve("pipeline.json"), text.formatted(name));
            Path run = folder.resolve("run");
            Command.Ended ended = blockspin(List.of("run", pipeline.toString(), "--out", run.toString()))
                    .run();
            assertThat(ended.code()).as(ended.err()).isZero();
            energies.add(value(Files.readString(run.resolve("results.csv")), "energy"));
        }
        assertThat(energies.get(0)).isNotEqualTo(energies.get(1)).isEqualTo(energies.get(2));
    }

    /** Two blocks a thread at five doublings: memory depends on the blocks under way, not on their number. */
    @Test
    void fiveDoublingsFitAHeapOfHalfAGigabyte() throws IOException {
        Path run = folder.resolve("run");
        Command.Ended ended = blockspin(run(
                        "quick-start",
                        run,
                        "--set",
                        "steps.network.train.repeat=1",
                        "--set",
                        "steps.larger.super-resolve.times=5",
                        "--set",
                        "steps.larger.super-resolve.keep=false",
                        "--threads",
                        "2"))
                .with("BLOCKSPIN_JAVA_OPTIONS", "-Xmx512m")
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Files.readString(run.resolve("results.csv"))).contains("512x512");
    }

    @Test
    void whatIsWatchedIsToldWhileItIsMeasured() {
        Path run = folder.resolve("run");
        Command.Ended unknown =
                blockspin(run("quick-start", run, "--watch", "abs_mm")).run();
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--watch abs_mm: unknown quantity", "did you mean \"abs_m\"?");
        assertThat(run).doesNotExist();
    }

    @Test
    void wrongExecutorsTasksAndFoldersEndWithTwoAndOneMessage() throws IOException {
        Path run = folder.resolve("run");
        assertThat(blockspin(run("quick-start", run)).run().code()).isZero();
        for (List<String> arguments : List.of(
                List.of("run", "quick-start", "--out", folder.resolve("no").toString(), "--executor", "locl"),
                List.of("task", run.toString(), "network[repeat=7]"),
                List.of("task", folder.toString(), "network[repeat=0]"),
                List.of("task", run.toString()),
                List.of("task", run.toString(), "network[repeat=0]", "--threads", "0"))) {
            Command.Ended ended = blockspin(arguments).run();
            assertThat(ended.code()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).isNotBlank().doesNotContain("\tat ");
        }
    }

    private static List<String> run(String pipeline, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", pipeline, "--out", out.toString()));
        arguments.addAll(List.of(SMALL));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private Command blockspin(List<String> arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(arguments);
        return new Command(words, folder);
    }

    /** The value of the only row of a quantity. */
    private static double value(String csv, String quantity) {
        return Double.parseDouble(ResultRows.of(csv).only("quantity", quantity).get("value"));
    }

    /** Every file but {@code run.json}, which holds times, as text of its bytes. */
    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("run.json")) {
                    contents.put(run.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
