package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user does: pipelines through the script, with real bundles, TensorFlow and files. */
@DisabledOnOs(OS.WINDOWS)
class PipelineIT {
    /** Kaufman (1949): energy per site of 16x16 at T_c. */
    static final double ENERGY = -1.4530648528134769;

    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    /** Small enough to be quick, large enough that all of it happens. */
    private static final String[] SMALL = {
        "--set", "steps.simulated.sample.configurations=4000",
        "--set", "steps.seeds.sample.configurations=2000",
        "--set", "steps.network.train.repeat=2",
        "--set", "steps.network.train.resolver.epochs=6",
        "--set", "steps.network.train.resolver.lbfgs-iterations=5"
    };

    @Test
    void quickStartAgreesWithKaufmanAndGivesExponents() throws IOException {
        Path run = folder.resolve("run");
        Command.Ended ended = blockspin(run("quick-start", run, "--threads", "2"));
        assertThat(ended.err()).contains("network: 2 trainings");
        assertThat(ended.code()).isZero();
        ResultRows rows = ResultRows.of(run);
        Map<String, String> energy = rows.only("quantity", "energy", "size", "16x16");
        double error = Double.parseDouble(energy.get("error"));
        assertThat(error).isBetween(1e-3, 8e-3);
        assertThat(Double.parseDouble(energy.get("value"))).isCloseTo(ENERGY, within(5 * error));
        assertThat(energy.get("tau")).as("configurations are independent").isEmpty();
        for (String exponent : List.of("beta", "gamma", "eta1", "eta2")) {
            Map<String, String> all = rows.only("quantity", exponent, "repeat", "all", "method", "repeats");
            assertThat(Double.parseDouble(all.get("error"))).as(exponent).isPositive();
        }
        assertThat(run.resolve("figures/scaling.png")).isNotEmptyFile();
        assertThat(run.resolve("figures/scaling.svg")).isNotEmptyFile();
        assertThat(run.resolve("models/network/1/saved-model/saved_model.pb")).isNotEmptyFile();
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("beta", "gamma", "eta1", "eta2", "single trainings (2)");
        assertThat(Files.readString(run.resolve("run.json")))
                .contains("\"done\"", "\"learning-rate\": 0.001", "sha256");
    }

    @Test
    void numbersDoNotDependOnThreadsNorOnTheEngine() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Path network = folder.resolve("network");
        String[] few = {"--set", "steps.larger.super-resolve.times=1"};
        assertThat(blockspin(run("quick-start", one, with(few, "--threads", "1")))
                        .code())
                .isZero();
        assertThat(blockspin(run("quick-start", two, with(few, "--threads", "2")))
                        .code())
                .isZero();
        assertThat(blockspin(run(
                                "quick-start",
                                network,
                                with(few, "--set", "steps.larger.super-resolve.engine=network")))
                        .code())
                .isZero();
        assertThat(contents(two)).isEqualTo(contents(one));
        assertThat(Files.readString(network.resolve("results.csv")))
                .as("the network draws what its table draws, but where a probability rounds differently")
                .hasSameSizeAs(Files.readString(one.resolve("results.csv")));
    }

    @ParameterizedTest
    @MethodSource("org.blockspin.launcher.ScriptIT#jdks")
    void trainsOnEveryJdkThatIsHere(Path jdk) throws IOException {
        Path run = folder.resolve("run");
        Command.Ended ended = new Command(
                        script(run("quick-start", run, "--set", "steps.network.train.resolver.epochs=1")), folder)
                .with("BLOCKSPIN_JAVA_HOME", jdk.toString())
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ResultRows.of(run).rows()).isNotEmpty();
    }

    @Test
    void chainIsSuperResolvedToo() throws IOException {
        Path pipeline = Files.writeString(folder.resolve("chain.json"), """
                {"format": 1, "name": "chain", "steps": {
                  "simulated": {"sample": {"lattice": {"kind": "chain", "size": [32]}, "model": "ising",
                    "temperature": [1.0, 2.0], "sampler": "exact-chain", "configurations": 3000}},
                  "decimated": {"coarse-grain": {"from": "simulated", "rule": "decimation"}},
                  "network": {"train": {"input": "decimated", "target": "simulated",
                    "resolver": {"kind": "cnn", "epochs": 40, "batch-size": 500, "learning-rate": 0.01}}},
                  "larger": {"super-resolve": {"from": "decimated", "with": "network"}},
                  "measured": {"observe": {"from": ["simulated", "larger"], "observables": ["energy"]}}}}
                """);
        Path run = folder.resolve("run");
        Command.Ended ended = blockspin(List.of("run", pipeline.toString(), "--out", run.toString()));
        assertThat(ended.code()).as(ended.err()).isZero();
        // The network undoes the decimation: its energies are those of the chain it was trained on.
        for (double temperature : new double[] {1, 2}) {
            double exact = -StrictMath.tanh(1 / temperature);
            assertThat(ResultRows.of(run).rows().stream()
                            .filter(row -> String.valueOf(temperature).equals(row.get("temperature"))))
                    .hasSize(2)
                    .allSatisfy(row ->
                            assertThat(Double.parseDouble(row.get("value"))).isCloseTo(exact, within(0.03)))
                    .allSatisfy(row -> assertThat(row.get("tau")).isEmpty());
        }
    }

    @Test
    void exactResolverUndoesTheMajorityRule() throws IOException {
        Path pipeline = Files.writeString(folder.resolve("exact.json"), """
                {"format": 1, "name": "exact", "steps": {
                  "simulated": {"sample": {"lattice": {"kind": "square", "size": [16, 16]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 4000}},
                  "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
                  "inverse": {"train": {"input": "decimated", "target": "simulated", "resolver": "constrained-gibbs"}},
                  "larger": {"super-resolve": {"from": "decimated", "with": "inverse", "engine": "network"}},
                  "measured": {"observe": {"from": "larger", "observables": ["energy"]}},
                  "twice": {"coarse-grain": {"from": "decimated", "rule": "majority"}}}}
                """);
        Path run = folder.resolve("run");
        Command.Ended ended = blockspin(List.of("run", pipeline.toString(), "--out", run.toString()));
        assertThat(ended.code()).as(ended.err()).isZero();
        Map<String, String> energy = ResultRows.of(run).only("quantity", "energy", "size", "16x16");
        double error = Double.parseDouble(energy.get("error"));
        assertThat(error).isBetween(1e-3, 8e-3);
        assertThat(Double.parseDouble(energy.get("value"))).isCloseTo(ENERGY, within(5 * error));
        Command.Ended refused = blockspin(List.of(
                "check",
                pipeline.toString(),
                "--set",
                "steps.inverse.train.input=twice",
                "--set",
                "steps.inverse.train.target=decimated"));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("exact.json:5:", "$.steps.inverse.train.resolver", "found a target of depth 1");
    }

    @Test
    void withoutItsBundleARuleIsUnknown() throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(BuiltTree.HOME.resolve("features/core.json"))) {
            lines = all.filter(line -> !line.contains("coarsegrainers")).toList();
        }
        Path core = Files.write(folder.resolve("core.json"), lines);
        Command.Ended ended = new Command(script(List.of("check", "quick-start")), folder)
                .with("BLOCKSPIN_FEATURES", core + ",tensorflow-cpu")
                .run();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err())
                .contains(
                        "quick-start:14:",
                        "$.steps.decimated.coarse-grain.rule.kind: unknown coarse-grainer \"majority\"");
    }

    @Test
    void pluginOfTheReadmeIsBuiltAndUsed() throws Exception {
        Path plugins = PluginJar.make("org.example.staggered", "Staggered", PluginJar.sourceInReadme(), folder);
        Path pipeline = Files.writeString(folder.resolve("staggered.json"), """
                {"format": 1, "name": "staggered", "steps": {
                  "chain": {"sample": {"lattice": {"kind": "chain", "size": [2]}, "model": "ising",
                    "temperature": 2.0, "sampler": "exact-chain", "configurations": 4000}},
                  "measured": {"observe": {"from": "chain", "observables": [{"kind": "staggered", "power": 2}]}}}}
                """);
        Path run = folder.resolve("run");
        Command.Ended ended = new Command(script(List.of("run", pipeline.toString(), "--out", run.toString())), folder)
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .run();
        assertThat(ended.code()).as(ended.err()).isZero();
        // Two sites joined twice: the staggered magnetization is 1 where they differ, else 0.
        double exact = 1 / (1 + StrictMath.exp(4 / 2.0));
        Map<String, String> row = ResultRows.of(run).only("quantity", "staggered");
        assertThat(Double.parseDouble(row.get("value")))
                .isCloseTo(exact, within(5 * Double.parseDouble(row.get("error"))));
        Command.Ended described = new Command(script(List.of("describe", "observable", "staggered")), folder)
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .run();
        assertThat(described.out()).contains("power: power of its modulus", "an integer, at least 1; default 1");
    }

    @Test
    void wrongInputEndsWithTwoAndOneMessage() {
        for (List<String> arguments : List.of(
                List.of("run", "no-such-pipeline"),
                List.of("check", "quick-start", "--set", "steps.seeds.sample.configurations=none"),
                List.of("run", "quick-start", "--threads", "0"),
                List.of("run", "quick-start", "--threads", "many"),
                List.of("run", "quick-start", "--out", BuiltTree.HOME.toString()),
                List.of("list", "smapler"),
                List.of("describe", "sampler", "wolf"),
                List.of("runn"),
                List.<String>of())) {
            Command.Ended ended = blockspin(arguments);
            assertThat(ended.code()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).isNotBlank().doesNotContain("\tat ");
        }
    }

    @Test
    void recordNamesTheDeviceWhereTensorFlowIsUsedAndElseDoesNotLoadIt() throws IOException {
        Path trained = folder.resolve("trained");
        assertThat(blockspin(run("quick-start", trained)).code()).isZero();
        assertThat(Files.readString(trained.resolve("run.json"))).contains("\"TensorFlow\": \"2.18.0 on the CPU\"");
        Path pipeline = Files.writeString(folder.resolve("chain.json"), """
                {"format": 1, "name": "chain", "steps": {
                  "chain": {"sample": {"lattice": {"kind": "chain", "size": [8]}, "model": "ising",
                    "temperature": 2.0, "sampler": "exact-chain", "configurations": 100}},
                  "measured": {"observe": {"from": "chain", "observables": ["energy"]}}}}
                """);
        Path sampled = folder.resolve("sampled");
        assertThat(blockspin(List.of("run", pipeline.toString(), "--out", sampled.toString()))
                        .code())
                .isZero();
        assertThat(Files.readString(sampled.resolve("run.json")))
                .contains("\"diagnostics\"", "\"samplers\"")
                .doesNotContain("\"TensorFlow\": ");
    }

    @Test
    void gpuThatIsNotThereIsRefusedInOneSentence() {
        Command.Ended ended = blockspin(run(
                "quick-start", folder.resolve("run"), "--set", "steps.network.train.resolver.device=gpu", "--quiet"));
        assertThat(ended.code()).isOne();
        assertThat(ended.err())
                .contains("the device \"gpu\" is asked for, but there is none: BLOCKSPIN_GPU=no")
                .doesNotContain("\tat ");
    }

    @Test
    void doctorMeasuresDevices() {
        Command.Ended ended = blockspin(List.of("doctor", "--quick", "--gpu"));
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out())
                .contains("GPU          none: BLOCKSPIN_GPU=no", "training steps", "super-resolved sites", "loss");
    }

    @Test
    void doctorFindsTensorFlowAndTestsItself() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Command.Ended ended = new Command(script(List.of("doctor")), folder)
                .with("BLOCKSPIN_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .run();
        assertThat(temporary).isEmptyDirectory();
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("TensorFlow", "2.18.0", "0 with problems", "5 checks in", ", 0 failed");
        assertThat(ended.out()
                        .lines()
                        .filter(line -> line.matches(".* [-+]\\d\\.\\d+ \\+- 0\\.\\d+ .* ([-+][0-4]\\.\\d\\d|0) +ok")))
                .hasSize(4);
        assertThat(ended.out().lines().filter(line -> line.startsWith("  loss ") && line.endsWith(" ok")))
                .hasSize(1);
    }

    @Test
    void quickDoctorRunsNothing() {
        Command.Ended ended = blockspin(List.of("doctor", "--quick"));
        assertThat(ended.code()).as(ended.out()).isZero();
        assertThat(ended.out()).contains("0 with problems").doesNotContain("self-test");
    }

    @Test
    void doctorSaysWhenItCannotTrain() {
        Command.Ended ended = new Command(script(List.of("doctor")), folder)
                .with("BLOCKSPIN_FEATURES", "core")
                .run();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).containsPattern("self-test +FAILED: step \"network\" \\(train\\) failed");
        assertThat(ended.err()).doesNotContain("\tat ");
    }

    @Test
    void interruptEndsTheRunAtOnceWith130() throws Exception {
        Path run = folder.resolve("run");
        List<String> words = new ArrayList<>(List.of("sh", "-c", "trap - INT; exec \"$0\" \"$@\""));
        words.addAll(script(List.of("run", "table-1", "--out", run.toString())));
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
        Path record = run.resolve("run.json");
        for (int i = 0; i < 300 && !Files.exists(record); i++) {
            Thread.sleep(100);
        }
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        // On a machine that is busy elsewhere the process may be gone before it is noted down.
        assertThat(Files.readString(record)).doesNotContain("\"done\"");
        assertThat(run.resolve("results.csv")).doesNotExist();
    }

    /** Twenty times kill -9 at a random moment; whatever is left is gone on with, and comes to the same bytes. */
    @Test
    void killedRunsComeToTheSameBytes() throws Exception {
        String[] few = {"--set", "steps.larger.super-resolve.times=2", "--quiet"};
        Path whole = folder.resolve("whole");
        assertThat(blockspin(run("quick-start", whole, few)).code()).isZero();
        Random random = new Random(2019);
        for (int round = 0; round < 4; round++) {
            Path run = folder.resolve("killed-" + round);
            for (int kill = 0; kill < 5; kill++) {
                endsWithin(600 + random.nextInt(1500 + 500 * kill), run("quick-start", run, few));
            }
            assertThat(endsWithin(60_000, run("quick-start", run, few))).isTrue();
            assertThat(contents(run)).as("round " + round).isEqualTo(contents(whole));
        }
    }

    /** Whether the command ends by itself in this time; else it is killed. */
    private boolean endsWithin(long milliseconds, List<String> arguments) throws Exception {
        Process process = new ProcessBuilder(script(arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
        if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("err")))
                    .isZero();
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    @Test
    void twoRunsInOneFolderExcludeEachOther() throws Exception {
        Path run = folder.resolve("run");
        Process first = new ProcessBuilder(script(List.of("run", "table-1", "--out", run.toString())))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int i = 0; i < 300 && !Files.exists(run.resolve("run.json")); i++) {
            Thread.sleep(100);
        }
        Command.Ended second = blockspin(run("table-1", run));
        first.destroyForcibly().waitFor();
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("another run has this folder open");
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static List<String> run(String pipeline, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", pipeline, "--out", out.toString()));
        arguments.addAll(List.of(SMALL));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static List<String> script(List<String> arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(arguments);
        return words;
    }

    private Command.Ended blockspin(List<String> arguments) {
        return new Command(script(arguments), folder).run();
    }

    /** Every file but {@code run.json}, which holds times, as text of its bytes. */
    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("run.json")) {
                    contents.put(
                            run.relativize(file).toString(),
                            Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
                }
            }
        }
        return contents;
    }
}
