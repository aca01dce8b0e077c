package org.blockspin.pipeline.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a pipeline or a plugin names is written outside of the run folder. */
class RunFolderTest {
    @TempDir
    private Path parent;

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() throws IOException {
        Path victim = Files.writeString(parent.resolve("victim"), "mine");
        Path root = parent.resolve("run");
        try (RunFolder folder = RunFolder.open(root).orElseThrow()) {
            for (String name : List.of("../victim", "figures/../../victim", victim.toString(), "", ".", "figures/..")) {
                assertThatThrownBy(() -> folder.write(name, "theirs")).as(name).isInstanceOf(IOException.class);
                assertThatThrownBy(() -> folder.writeFolder(name, path -> {}))
                        .as(name)
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> folder.addFolder(name, path -> {}))
                        .as(name)
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> folder.delete(name)).as(name).isInstanceOf(IOException.class);
            }
            folder.write("figures/a..b.svg", "drawn");
        }
        assertThat(victim).hasContent("mine");
        assertThat(root.resolve("figures/a..b.svg")).hasContent("drawn");
    }

    @Test
    void namesOfPipelinesAndStepsAreNoPaths() {
        for (String name : List.of("../up", "/tmp/x", "a/b", "..", ".", "a\\\\b", "C:x")) {
            String step = "{\"sample\": {\"lattice\": {\"kind\": \"square\", \"size\": [4, 4]}, \"model\": \"ising\","
                    + " \"temperature\": 2, \"sampler\": \"wolff\", \"configurations\": 8}}";
            assertThatThrownBy(() -> TestPlugins.plan(
                            "{\"format\": 1, \"name\": \"x\", \"steps\": {\"" + name + "\": " + step + "}}"))
                    .isInstanceOf(InvalidPipelineException.class)
                    .hasMessageContaining("expected a step's name of");
            assertThatThrownBy(() -> TestPlugins.plan(
                            "{\"format\": 1, \"name\": \"" + name + "\", \"steps\": {\"a\": " + step + "}}"))
                    .isInstanceOf(InvalidPipelineException.class)
                    .hasMessageContaining("expected a name of");
        }
    }
}
