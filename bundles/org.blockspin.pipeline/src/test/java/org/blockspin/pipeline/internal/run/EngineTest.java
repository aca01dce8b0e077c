package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.Task;
import org.blockspin.pipeline.TaskExecutor;
import org.blockspin.pipeline.TaskRun;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final String CHAIN_OF_RECIPES = """
            {"format": 1, "name": "test", "seed": %d, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": 2.5, "sampler": "wolff", "configurations": 1100}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": {"kind": "majority", "tie": "random"}}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 3,
                "resolver": {"kind": "noisy-copy", "noise": 0.1, "spread": 0.05}}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
              "measured": {"observe": {"from": ["simulated", "larger"],
                "observables": ["magnetization", "energy", "susceptibility"]}},
              "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}},
              "picture": {"figure": {"kind": "row-count", "from": ["measured", "exponents"]}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void resultsDoNotDependOnThreads() throws Exception {
        Map<String, String> one = files(run(CHAIN_OF_RECIPES.formatted(7), 1, "one"));
        Map<String, String> three = files(run(CHAIN_OF_RECIPES.formatted(7), 3, "three"));
        assertThat(one).isEqualTo(three).containsKeys("results.csv", "models/network/2/noise", "figures/picture.csv");
    }

    @Test
    void anotherSeedDrawsOtherNumbers() throws Exception {
        assertThat(files(run(CHAIN_OF_RECIPES.formatted(7), 2, "seven")).get("results.csv"))
                .isNotEqualTo(
                        files(run(CHAIN_OF_RECIPES.formatted(8), 2, "eight")).get("results.csv"));
    }

    @Test
    void everyEnsembleHasItsRowsAndRepeatsAreCombined() throws Exception {
        List<Result> rows = results(CHAIN_OF_RECIPES.formatted(3), "rows");
        assertThat(rows.stream()
                        .filter(row ->
                                row.quantity().equals("energy") && row.repeat().isEmpty()))
                .singleElement()
                .satisfies(row -> assertThat(row.depth()).hasValue(0));
        for (int depth : new int[] {-1, -2}) {
            double[] repeats = rows.stream()
                    .filter(row ->
                            row.quantity().equals("energy") && row.depth().orElse(1) == depth)
                    .filter(row -> row.repeat().matches("[012]"))
                    .mapToDouble(row -> row.estimate().value())
                    .toArray();
            assertThat(repeats).hasSize(3).doesNotHaveDuplicates();
            List<Estimate> all = rows.stream()
                    .filter(row ->
                            row.quantity().equals("energy") && row.depth().orElse(1) == depth)
                    .filter(row -> row.repeat().equals(Result.ALL_REPEATS))
                    .map(Result::estimate)
                    .toList();
            double mean = (repeats[0] + repeats[1] + repeats[2]) / 3;
            double squares = 0;
            for (double repeat : repeats) {
                squares += (repeat - mean) * (repeat - mean);
            }
            assertThat(all).hasSize(2);
            assertThat(all.get(0).value()).isCloseTo(mean, within(1e-12));
            assertThat(all.get(0).standardError()).isCloseTo(Math.sqrt(squares / 2 / 3), within(1e-12));
            assertThat(all.get(1).method()).isEqualTo(Estimate.Method.JACKKNIFE);
            assertThat(all.get(1).value()).isCloseTo(mean, within(1e-12));
        }
    }

    @Test
    void ensemblesOfOneStepAreToldApartByTheirSteps() throws Exception {
        List<Result> rows = results(CHAIN_OF_RECIPES.formatted(3), "named");
        assertThat(rows).filteredOn(row -> row.step().equals("measured")).allSatisfy(row -> assertThat(row.ensemble())
                .hasValue(row.depth().orElseThrow() == 0 ? "simulated" : "larger"));
        assertThat(rows)
                .filteredOn(row -> row.step().equals("exponents"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.ensemble()).isEmpty());
    }

    /**
     * The spread of a quantity over independent seeds is its error. With 100 seeds the spread itself is known to 7 %, so
     * that five standard deviations are 35 %. Exponents come from three sizes that share their seeds: errors propagated
     * as if the sizes were independent would be several times too large.
     */
    @Test
    void reportedErrorsAreTheSpreadOverSeeds() throws Exception {
        Map<String, SummaryStatistics> values = new TreeMap<>();
        Map<String, SummaryStatistics> errors = new TreeMap<>();
        String pipeline = CHAIN_OF_RECIPES.replace("\"repeat\": 3,", "").replace("0.05", "0");
        for (int seed = 0; seed < 100; seed++) {
            for (Result row : results(pipeline.formatted(seed), "seed-" + seed)) {
                String key = row.quantity()
                        + row.lattice()
                                .map(lattice -> " at " + lattice.sizeLabel())
                                .orElse("");
                values.computeIfAbsent(key, k -> new SummaryStatistics())
                        .addValue(row.estimate().value());
                errors.computeIfAbsent(key, k -> new SummaryStatistics())
                        .addValue(row.estimate().standardError());
            }
        }
        assertThat(values)
                .containsKeys(
                        "energy at 8x8",
                        "abs_m at 8x8",
                        "chi_sub at 8x8",
                        "binder at 32x32",
                        "energy at 32x32",
                        "beta",
                        "gamma");
        errors.forEach((quantity, reported) -> {
            double spread =
                    Optional.ofNullable(values.get(quantity)).orElseThrow().getStandardDeviation();
            if (Double.isFinite(spread) && !quantity.endsWith(".correlation")) {
                assertThat(reported.getMean() / spread).as(quantity).isBetween(0.65, 1.35);
            }
        });
    }

    @Test
    void trainingAndSeedsShareNoConfiguration() throws InvalidPipelineException {
        PlannedPipeline plan = TestPlugins.plan("""
                {"format": 1, "name": "test", "seed": 5, "steps": {
                  "simulated": {"sample": {"lattice": {"kind": "square", "size": [16, 16]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 1500}},
                  "seeds": {"sample": {"like": "simulated"}}}}
                """);
        Set<Configurations> training = configurations(plan, "simulated");
        Set<Configurations> seeds = configurations(plan, "seeds");
        assertThat(training.size()).isGreaterThan(1490);
        assertThat(seeds).doesNotContainAnyElementsOf(training);
    }

    @Test
    void temperaturesAreSweptAndMatched() throws Exception {
        String swept = CHAIN_OF_RECIPES
                .replace("2.5,", "{\"linspace\": [2, 3, 3]},")
                .replace("\"repeat\": 3,", "\"repeat\": 2,")
                .replace("1100", "60");
        List<Result> rows = results(swept.formatted(1), "swept");
        assertThat(rows.stream()
                        .filter(row ->
                                row.quantity().equals("beta") && row.repeat().equals("1")))
                .extracting(row -> row.temperature().orElseThrow())
                .containsExactly(2.0, 2.5, 3.0);
        assertThat(rows.stream()
                        .filter(row ->
                                row.quantity().equals("energy") && row.repeat().equals("0"))
                        .filter(row -> row.depth().orElseThrow() == -2))
                .hasSize(3);
    }

    @Test
    void independentSamplesHaveNoAutocorrelationTimeAndMarkovChainsAlmostNone() throws Exception {
        List<Result> rows = results(CHAIN_OF_RECIPES.formatted(11), "tau");
        assertThat(rows.stream()
                        .filter(row ->
                                row.quantity().equals("energy") && row.depth().orElse(1) == 0))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.estimate().autocorrelationTime().orElseThrow())
                                .isBetween(0.25, 0.9));
        String exact = """
                {"format": 1, "name": "exact", "steps": {
                  "chain": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising",
                    "temperature": 1.5, "sampler": "exact-chain", "configurations": 600}},
                  "measured": {"observe": {"from": "chain", "observables": ["energy"]}}}}
                """;
        assertThat(results(exact, "exact")).singleElement().satisfies(row -> {
            assertThat(row.estimate().autocorrelationTime()).isEmpty();
            assertThat(row.estimate().value())
                    .isCloseTo(-0.5829835352368038, within(5 * row.estimate().standardError()));
        });
    }

    @Test
    void cancelledRunEndsWithoutResults() throws Exception {
        PlannedPipeline plan = TestPlugins.plan(CHAIN_OF_RECIPES.formatted(1));
        plan.control().begin(() -> true, notice -> {});
        assertThatThrownBy(() -> new Engine(
                                plan,
                                RunFolder.open(folder).orElseThrow(),
                                Engine.Options.local(2),
                                new Notices(new ArrayList<>()))
                        .run())
                .isInstanceOf(CancellationException.class);
    }

    private static Set<Configurations> configurations(PlannedPipeline plan, String name) {
        Set<Configurations> all = new HashSet<>();
        plan.steps().stream().filter(step -> step.name().equals(name)).forEach(step -> {
            Ensemble ensemble = step.family().products(Ensemble.class).get(0);
            for (long k = 0; k < ensemble.blocks(); k++) {
                Configurations block = ensemble.block(k);
                for (int c = 0; c < block.count(); c++) {
                    all.add(block.slice(c, c + 1));
                }
            }
        });
        return all;
    }

    @Test
    void secondRunUsesWhatTheFirstDidAndGivesTheSameBytes() throws Exception {
        String pipeline = CHAIN_OF_RECIPES.formatted(7);
        Map<String, String> first = files(run(pipeline, 2, "again"));
        List<String> notices = new ArrayList<>();
        assertThat(files(run(pipeline, 2, "again", notices))).isEqualTo(first);
        assertThat(notices)
                .contains("network: 3 of 3 trainings are there from an earlier run")
                .contains("measured: 4 of 4 parts are there from an earlier run");
    }

    @Test
    void whatIsDeterminedOtherwiseIsMadeAnewAndSaysWhy() throws Exception {
        run(CHAIN_OF_RECIPES.formatted(7), 2, "changed");
        String changed = CHAIN_OF_RECIPES.formatted(7).replace("\"spread\": 0.05", "\"spread\": 0.07");
        List<String> notices = new ArrayList<>();
        Map<String, String> continued = files(run(changed, 2, "changed", notices));
        assertThat(notices)
                .contains(
                        "network: 3 of 3 trainings are made anew, because parameters.resolver.spread was 0.05, is 0.07")
                .contains("measured: 1 of 4 parts are there from an earlier run")
                .anySatisfy(notice -> assertThat(notice).startsWith("measured: 3 of 4 parts are made anew, because"));
        assertThat(continued).isEqualTo(files(run(changed, 2, "fresh")));
    }

    @Test
    void moreRepeatsKeepTheFormerOnes() throws Exception {
        run(CHAIN_OF_RECIPES.formatted(7), 2, "more");
        List<String> notices = new ArrayList<>();
        run(CHAIN_OF_RECIPES.formatted(7).replace("\"repeat\": 3", "\"repeat\": 5"), 2, "more", notices);
        assertThat(notices)
                .contains("network: 3 of 5 trainings are there from an earlier run")
                .contains("measured: 4 of 6 parts are there from an earlier run");
    }

    @Test
    void damagedPartIsMeasuredAgain() throws Exception {
        String pipeline = CHAIN_OF_RECIPES.formatted(7);
        Map<String, String> first = files(run(pipeline, 2, "damaged"));
        Path rows = outputs("damaged", "rows").get(0);
        String task = folder.resolve("damaged").relativize(rows).toString().replace("/rows", "");
        byte[] bytes = Files.readAllBytes(rows);
        bytes[bytes.length / 2] ^= 1;
        Files.write(rows, bytes);
        List<String> notices = new ArrayList<>();
        assertThat(files(run(pipeline, 2, "damaged", notices))).isEqualTo(first);
        assertThat(notices).contains("measured: 1 of 4 parts are made anew, because " + task + " is damaged");
    }

    private List<Path> outputs(String run, String file) throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve(run).resolve("tasks"))) {
            return paths.filter(path -> path.endsWith(file)).sorted().toList();
        }
    }

    @Test
    void anotherExecutorMayDoTheTasksAndGivesTheSameBytes() throws Exception {
        String pipeline = CHAIN_OF_RECIPES.formatted(7);
        Elsewhere elsewhere = new Elsewhere(pipeline);
        try (RunFolder out = RunFolder.open(folder.resolve("elsewhere")).orElseThrow()) {
            Engine.Options options = new Engine.Options(1, elsewhere, Optional.empty());
            List<Result> results =
                    new Engine(TestPlugins.plan(pipeline), out, options, new Notices(new ArrayList<>())).run();
            out.write("results.csv", ResultFiles.csv(results));
            out.write("results.json", ResultFiles.json(results));
        }
        assertThat(elsewhere.done())
                .containsExactly(
                        "network[repeat=0]",
                        "network[repeat=1]",
                        "network[repeat=2]",
                        "measured[]:simulated[]:0",
                        "measured[repeat=0]:simulated[]:0",
                        "measured[repeat=1]:simulated[]:0",
                        "measured[repeat=2]:simulated[]:0");
        assertThat(files(folder.resolve("elsewhere"))).isEqualTo(files(run(pipeline, 2, "here")));
    }

    /** As other processes would: each task by an engine of its own, which knows the pipeline and the id. */
    private record Elsewhere(String pipeline, List<String> done) implements TaskExecutor {
        Elsewhere(String pipeline) {
            this(pipeline, new ArrayList<>());
        }

        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public boolean isInProcess() {
            return false;
        }

        @Override
        public void execute(List<? extends Task> tasks, TaskRun run) throws IOException {
            for (Task task : tasks) {
                try (RunFolder joined = RunFolder.join(run.folder())) {
                    Engine engine = new Engine(
                            TestPlugins.plan(pipeline),
                            joined,
                            Engine.Options.local(run.threads()),
                            new Notices(new ArrayList<>()));
                    engine.perform(List.of(task.id()));
                } catch (InvalidPipelineException | RunFailedException e) {
                    throw new IOException(task.id() + " failed: " + e.getMessage(), e);
                }
                done.add(task.id());
                run.count(task);
            }
        }
    }

    @Test
    void whatAnExecutorLeavesUndoneIsNamed() {
        TaskExecutor idle = new TaskExecutor() {
            @Override
            public String name() {
                return "idle";
            }

            @Override
            public boolean isInProcess() {
                return false;
            }

            @Override
            public void execute(List<? extends Task> tasks, TaskRun run) {}
        };
        assertThatThrownBy(() -> {
                    try (RunFolder out = RunFolder.open(folder.resolve("idle")).orElseThrow()) {
                        new Engine(
                                        TestPlugins.plan(CHAIN_OF_RECIPES.formatted(7)),
                                        out,
                                        new Engine.Options(1, idle, Optional.empty()),
                                        new Notices(new ArrayList<>()))
                                .run();
                    }
                })
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("the executor \"idle\" left network[repeat=0] undone");
    }

    @Test
    void folderBelongsToOneRunAtATime() throws IOException {
        try (RunFolder open = RunFolder.open(folder.resolve("locked")).orElseThrow()) {
            assertThat(RunFolder.open(open.root())).isEmpty();
        }
        assertThat(RunFolder.open(folder.resolve("locked"))).isPresent();
    }

    private List<Result> results(String pipeline, String name)
            throws InvalidPipelineException, RunFailedException, IOException {
        try (RunFolder out = RunFolder.open(folder.resolve(name)).orElseThrow()) {
            return new Engine(TestPlugins.plan(pipeline), out, Engine.Options.local(2), new Notices(new ArrayList<>()))
                    .run();
        }
    }

    private Path run(String pipeline, int threads, String name)
            throws InvalidPipelineException, RunFailedException, IOException {
        return run(pipeline, threads, name, new ArrayList<>());
    }

    private Path run(String pipeline, int threads, String name, List<String> notices)
            throws InvalidPipelineException, RunFailedException, IOException {
        try (RunFolder out = RunFolder.open(folder.resolve(name)).orElseThrow()) {
            List<Result> results = new Engine(
                            TestPlugins.plan(pipeline), out, Engine.Options.local(threads), new Notices(notices))
                    .run();
            out.write("results.csv", ResultFiles.csv(results));
            out.write("results.json", ResultFiles.json(results));
            return out.root();
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
