package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that are compared and repeated, as a user does it. */
@DisabledOnOs(OS.WINDOWS)
class ComparisonIT {
    private static final String CHAIN = """
            {"format": 1, "name": "chain", "seed": 7, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising",
                "temperature": [1.0, 1.5], "sampler": "exact-chain", "configurations": 600}},
              "single": {"sample": {"like": "simulated", "configurations": 1}},
              "measured": {"observe": {"from": ["simulated", "single"], "observables": ["energy"]}}}}
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runChain() throws IOException {
        BuiltTree.markAsUpToDate();
        Files.writeString(shared.resolve("chain.json"), CHAIN);
        run("first");
        run("other-seed", "--set", "seed=8", "--set", "steps.simulated.sample.configurations=900");
    }

    private static void run(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "chain.json", "--out", name));
        words.addAll(List.of(more));
        Command.Ended ended = blockspin(words.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    @Test
    void runDoesNotDifferFromItself() {
        Command.Ended ended = blockspin("diff", "first", "first");
        assertThat(ended.out()).isEqualToIgnoringNewLines("nothing differs: 4 rows are equal bit for bit");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void settingsAndNumbersOfTwoRunsDiffer() {
        Command.Ended ended = blockspin("diff", "first", "other-seed");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out().lines())
                .containsSequence(
                        "A = first",
                        "B = other-seed",
                        "settings:",
                        "  seed: 7 -> 8",
                        "  steps.simulated.sample.configurations: 600 -> 900")
                .anyMatch(
                        line -> line.matches("numbers: 4 rows in both runs, [0-2] equal bit for bit, [2-4] different, "
                                + "0 only in A, 0 only in B"))
                .contains("rows that differ, most of all first:")
                .anyMatch(
                        line -> line.matches(
                                "  measured +simulated +energy +chain +16 +0 +1.5000 +jackknife +-0\\.\\d+ +0\\.0\\d+ .* [-+]\\d\\.\\d\\d"))
                .anyMatch(
                        line -> line.matches(".*largest \\|sigma\\| [0-4]\\.\\d\\d; chi\\^2 = .* from 2 of the rows.*"))
                .noneMatch(line -> line.contains("same seed"));
    }

    @Test
    void rowsOfOneRunOnlyAreListed() {
        run(
                "colder",
                "--set",
                "steps.simulated.sample.temperature=[1.0, 0.5]",
                "--set",
                "steps.single.sample.temperature=1.0");
        Command.Ended ended = blockspin("diff", "first", "colder", "--all");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out())
                .contains("numbers: 2 rows in both runs", "2 only in A, 1 only in B")
                .contains("steps.simulated.sample.temperature[1]: 1.5 -> 0.5")
                .contains("rows only in A:", "rows only in B:", "rows that are equal:");
    }

    /** What a run records of its pipeline is enough to repeat it, for every pipeline that is shipped. */
    @ParameterizedTest
    @MethodSource("org.blockspin.launcher.MutationIT#shipped")
    void shippedPipelineIsRepeatedFromItsRecord(Path shipped) throws IOException {
        String small = Files.readString(shipped)
                .replaceAll("\"configurations\": \\d+", "\"configurations\": 600")
                .replaceAll("\"repeat\": \\d+", "\"repeat\": 2")
                .replaceAll("\"epochs\": \\d+", "\"epochs\": 1")
                .replaceAll("\"lbfgs-iterations\": \\d+", "\"lbfgs-iterations\": 2")
                .replaceAll("(\"linspace\": \\[[^,]+, [^,]+), \\d+]", "$1, 3]");
        Path pipeline = Files.writeString(folder.resolve("small.json"), small);
        Path run = folder.resolve("run");
        Command.Ended first = blockspin("run", pipeline.toString(), "--out", run.toString(), "--threads", "2");
        assertThat(first.code()).as(first.err()).isZero();
        Command.Ended again = blockspin("rerun", run.toString(), "--threads", "1");
        assertThat(again.out())
                .startsWith("every number is the same, bit for bit: ")
                .hasLineCount(1);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(folder.resolve("run-rerun/results.csv")).hasSameBinaryContentAs(run.resolve("results.csv"));
    }

    @Test
    void numbersThatAreNotTheSameAgainAreReportedWithTheProbableReason() throws IOException {
        Path run = copy("changed");
        edit(run.resolve("results.json"), "\"value\": -0.", "\"value\": -0.1");
        Command.Ended unexplained = blockspin("rerun", run.toString());
        assertThat(unexplained.code()).isEqualTo(1);
        assertThat(unexplained.out())
                .contains("0 equal bit for bit, 4 different", "this is a defect", "\"blockspin diff " + run + " ");
        edit(run.resolve("run.json"), "\"java.version\": \"", "\"java.version\": \"1");
        Command.Ended explained = blockspin("rerun", run.toString(), "--quiet");
        assertThat(explained.code()).isEqualTo(1);
        assertThat(explained.out())
                .contains("probably because this is not the same as then:", "  java.version: 1")
                .doesNotContain("defect");
        assertThat(folder.resolve("changed-rerun-2/run.json")).exists();
    }

    @Test
    void sameNumbersOnAnotherJdkNameWhatChanged() throws IOException {
        Path run = copy("then");
        edit(run.resolve("run.json"), "\"java.vendor\": \"", "\"java.vendor\": \"The former ");
        Command.Ended ended = blockspin(
                "rerun", run.toString(), "--out", folder.resolve("now").toString());
        assertThat(ended.out()).contains("every number is the same", "java.vendor: The former ");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("now/results.json")).exists();
        assertThat(folder.resolve("then-rerun")).doesNotExist();
    }

    @Test
    void wrongInputEndsWithTwoAndOneMessage() throws IOException {
        Path later = copy("later");
        edit(later.resolve("run.json"), "\"format\": 1", "\"format\": 2");
        Path cancelled = copy("cancelled");
        edit(cancelled.resolve("run.json"), "\"done\"", "\"cancelled\"");
        Path damaged = copy("damaged");
        edit(damaged.resolve("results.json"), "\"value\"", "value");
        Path unknown = copy("unknown");
        edit(unknown.resolve("run.json"), "\"exact-chain\"", "\"exact-chian\"");
        for (List<String> arguments : List.of(
                List.of("diff", "first"),
                List.of("diff", "first", "none"),
                List.of("diff", "first", cancelled.toString()),
                List.of("diff", damaged.toString(), "first"),
                List.of("rerun", "none"),
                List.of("rerun", later.toString()),
                List.of("rerun", unknown.toString()),
                List.of("rerun", "first", "--out", "first"),
                List.of("rerun", "first", "--out", "other-seed"),
                List.of("rerun", "first", "--threads", "0"))) {
            Command.Ended ended = blockspin(arguments.toArray(String[]::new));
            assertThat(ended.code()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).isNotBlank().doesNotContain("\tat ");
        }
        assertThat(shared.resolve("first-rerun")).doesNotExist();
    }

    /** A copy of the first run that a test may change. */
    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("run.json", "results.json")) {
            Files.copy(shared.resolve("first").resolve(file), copy.resolve(file));
        }
        return copy;
    }

    private static void edit(Path file, String text, String other) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(text);
        Files.writeString(file, content.replace(text, other));
    }

    private static Command.Ended blockspin(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, shared).run();
    }
}
