package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The report of a run, as a user gets it from the script. */
@DisabledOnOs(OS.WINDOWS)
class ReportIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "reported", "description": "Energy of a chain, a < b & c.", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising",
                "temperature": [1.0, 2.0], "sampler": "exact-chain", "configurations": 2000}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "decimation"}},
              "measured": {"observe": {"from": ["simulated", "decimated"], "observables": ["energy"]}},
              "curve": {"figure": {"kind": "curves", "from": "measured", "quantities": ["energy"]}}}}
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runPipeline() throws IOException {
        BuiltTree.markAsUpToDate();
        Path pipeline = Files.writeString(shared.resolve("reported.json"), PIPELINE);
        Command.Ended ended = blockspin("run", pipeline.toString(), "--out", run().toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("report.html");
        assertThat(ended.err()).doesNotContain("report");
    }

    private static Path run() {
        return shared.resolve("run");
    }

    @Test
    void reportOfARunHoldsWhatTheRunLeft() throws IOException {
        assertThat(Files.readString(run().resolve("report.html")))
                .contains("a &lt; b &amp; c", "<svg", "exact Ising", "exact-chain", "chain 16", "512 replicas");
    }

    @Test
    void madeAnewItHasTheSameBytes() throws IOException {
        Path copy = copy();
        Files.writeString(copy.resolve("report.html"), "damaged");
        Command.Ended ended = blockspin("report", copy.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .isEqualToIgnoringNewLines(copy.resolve("report.html").toString());
        assertThat(copy.resolve("report.html")).hasSameBinaryContentAs(run().resolve("report.html"));
    }

    @Test
    void wrongInputEndsWithTwoAndOneMessage() throws IOException {
        Map<String, String> damages = Map.of(
                "run.json", "{",
                "results.json", "{\"results\": 1}");
        for (Map.Entry<String, String> damage : damages.entrySet()) {
            Path copy = copy();
            Files.writeString(copy.resolve(damage.getKey()), damage.getValue());
            requireRefused(copy.toString(), damage.getKey());
        }
        Path unfinished = copy();
        Files.writeString(
                unfinished.resolve("run.json"),
                Files.readString(unfinished.resolve("run.json")).replace("\"done\"", "\"cancelled\""));
        requireRefused(unfinished.toString(), "cancelled");
        requireRefused(folder.resolve("nowhere").toString(), "nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        requireRefused(shared.toString(), "run.json");
        requireRefused(run().resolve("run.json").toString(), "run.json");
    }

    private static void requireRefused(String argument, String reason) {
        Command.Ended ended = blockspin("report", argument);
        assertThat(ended.code()).as(argument).isEqualTo(2);
        assertThat(ended.err()).contains(reason).doesNotContain("\tat ");
        assertThat(ended.err().lines()).hasSize(1);
    }

    private Path copy() throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        try (Stream<Path> files = Files.walk(run())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(run().relativize(file).toString());
                Files.createDirectories(target.resolveSibling(""));
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static Command.Ended blockspin(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, shared).run();
    }
}
