package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {
    @TempDir
    private Path folder;

    @Test
    void comparisonReplacesItsOwnSectionOnly() throws IOException {
        Path file = folder.resolve("RESULTS.md");
        ResultsFile results = new ResultsFile(file);
        results.put("sampling", "## Sampling\n\n| old |\n");
        results.put("pipelines", "## Pipelines\n\n| kept |\n");

        results.put("sampling", "## Sampling\n\n| new |\n");

        assertThat(Files.readString(file))
                .startsWith("# Benchmarks\n")
                .contains("| new |", "| kept |")
                .doesNotContain("| old |")
                .containsSubsequence("## Sampling", "## Pipelines")
                .containsOnlyOnce("## Sampling");
    }

    @Test
    void sameSectionsGiveTheSameBytes() throws IOException {
        Path file = folder.resolve("RESULTS.md");
        ResultsFile results = new ResultsFile(file);
        results.put("sampling", "## Sampling\n\ntext\n");
        results.put("training", "## Training\n\ntext\n");
        String once = Files.readString(file);

        results.put("sampling", "## Sampling\n\ntext\n");

        assertThat(Files.readString(file)).isEqualTo(once);
    }
}
