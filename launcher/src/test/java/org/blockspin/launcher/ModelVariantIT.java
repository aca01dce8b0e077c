package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A trained model becomes a plugin, and is used like any other super-resolver. */
@DisabledOnOs(OS.WINDOWS)
class ModelVariantIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "small", "seed": 1, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": "critical", "sampler": "cluster", "configurations": 1000}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated",
                "resolver": {"kind": "cnn", "filters": [4, 4], "kernels": [3, 1, 3], "epochs": 2, "batch-size": 100}}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
              "measured": {"observe": {"from": "larger", "observables": ["energy"]}}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        Files.createDirectory(folder.resolve("plugins"));
        BuiltTree.markAsUpToDate();
    }

    @Test
    void modelBecomesAPluginThatGivesTheSameNumbers() throws IOException {
        Path pipeline = Files.writeString(folder.resolve("small.json"), PIPELINE);
        assertThat(blockspin("run", pipeline.toString(), "--out", "trained").code())
                .isZero();
        Command.Ended exported = export("plugins/small-critical.jar");
        assertThat(exported.err()).isEmpty();
        assertThat(exported.out())
                .contains(
                        "Trained cnn: configurations of the model ising on lattices square that become 2 times as long"
                                + ", at T = 2.2692.");
        assertThat(export("again.jar").code()).isZero();
        assertThat(folder.resolve("again.jar")).hasSameBinaryContentAs(folder.resolve("plugins/small-critical.jar"));

        assertThat(blockspin("list", "super-resolver").out()).contains("small-critical");
        String[] variant = {"--set", "steps.network.train.resolver=small-critical"};
        assertThat(blockspin("run", pipeline.toString(), "--out", "variant", variant[0], variant[1])
                        .err())
                .doesNotContain("small-critical.jar");
        assertThat(folder.resolve("variant/results.csv"))
                .hasSameTextualContentAs(folder.resolve("trained/results.csv"));
        assertThat(Files.readString(folder.resolve("variant/run.json"))).contains("org.blockspin.model.small-critical");

        Command.Ended elsewhere = blockspin(
                "check",
                pipeline.toString(),
                variant[0],
                variant[1],
                "--set",
                "steps.simulated.sample.lattice={\"kind\": \"chain\", \"size\": [16]}",
                "--set",
                "steps.simulated.sample.temperature=2",
                "--set",
                "steps.simulated.sample.sampler=wolff",
                "--set",
                "steps.decimated.coarse-grain.rule=decimation");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err())
                .contains(
                        "$.steps.network.train.resolver: expected configurations of the model ising on lattices square"
                                + " that become 2 times as long, on which the model was trained, found configurations of the model"
                                + " ising on lattices chain");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Files.writeString(folder.resolve("small.json"), PIPELINE);
        assertThat(blockspin("run", "small.json", "--out", "trained").code()).isZero();
        Command.Ended unknown = blockspin("plugin", "export-model", "trained", "netwrk", "--name", "x");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("unknown model \"netwrk\", expected one of: network; did you mean \"network\"?");
        Command.Ended none = blockspin("plugin", "export-model", "nowhere", "network", "--name", "x");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("nowhere: expected the folder of a run");
        Command.Ended name = blockspin("plugin", "export-model", "trained", "network", "--name", "Not this");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("--name Not this: expected lower-case words joined by hyphens");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("small.json", "trained", "plugins");
    }

    private Command.Ended export(String jar) {
        return blockspin("plugin", "export-model", "trained", "network", "--name", "small-critical", "--out", jar);
    }

    private Command.Ended blockspin(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, folder)
                .with("BLOCKSPIN_PLUGINS", folder.resolve("plugins").toString())
                .run();
    }
}
