package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blockspin.api.Estimate;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.pipeline.RunComparison.Pair;
import org.blockspin.pipeline.RunComparison.Row;
import org.blockspin.pipeline.internal.compare.RunFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    private static final Lattice LATTICE = new Lattice(
            "square",
            List.of(4, 6),
            1,
            List.of(new Lattice.Bond(0, 0, List.of(1, 0), 0), new Lattice.Bond(0, 0, List.of(0, 1), 0)));

    private static final Estimate ESTIMATE =
            new Estimate(-1 / 3.0, 1e-300, Estimate.Method.JACKKNIFE, 1L << 40, OptionalDouble.of(0.1 + 0.2));

    private static final Estimate UNKNOWN =
            new Estimate(Double.NaN, Double.NaN, Estimate.Method.REPEATS, 1, OptionalDouble.empty());

    @TempDir
    private Path folder;

    @Test
    void rowsReadBackToTheSameBits() throws Exception {
        List<Result> results = List.of(
                new Result(
                        "measured",
                        Optional.of("larger"),
                        "P(-0.5,0.5)",
                        Optional.of(LATTICE),
                        OptionalInt.of(-2),
                        OptionalDouble.of(2.269185314213022),
                        "11",
                        ESTIMATE),
                new Result(
                        "exponents",
                        "beta",
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        Result.ALL_REPEATS,
                        UNKNOWN));
        Files.writeString(folder.resolve("results.json"), ResultFiles.json(results));
        Files.copy(
                Path.of(Objects.requireNonNull(getClass().getResource("/finished/format-1/run.json"))
                        .toURI()),
                folder.resolve("run.json"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(new RunFolders().compare(folder, folder).pairs())
                .extracting(Pair::first)
                .containsExactly(
                        new Row(
                                "measured",
                                "larger",
                                "P(-0.5,0.5)",
                                "square",
                                "4x6",
                                OptionalInt.of(-2),
                                OptionalDouble.of(2.269185314213022),
                                "11",
                                ESTIMATE),
                        new Row(
                                "exponents",
                                "",
                                "beta",
                                "",
                                "",
                                OptionalInt.empty(),
                                OptionalDouble.empty(),
                                "all",
                                UNKNOWN));
    }
}
