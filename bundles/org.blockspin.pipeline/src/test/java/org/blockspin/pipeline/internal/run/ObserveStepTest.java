package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured of a sweep, and beside other ensembles. */
class ObserveStepTest {
    private static final String SWEEP = """
            {"format": 1, "name": "observed", "seed": 11, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": {"linspace": [1, 3, 5]}, "sampler": "wolff", "configurations": 700}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "kept": {"coarse-grain": {"from": "simulated", "rule": "decimation"}},
              "others": {"sample": {"like": "simulated"}},
              "decimated-others": {"coarse-grain": {"from": "others", "rule": "majority"}},
              "measured": {"observe": {"from": "simulated",
                "observables": [{"kind": "rule-violations", "coarse": "%s", "rule": "majority"}],
                "temperatures": [%s]}}}}
            """;

    @TempDir
    private Path folder;

    private List<Result> measured(String coarse, String temperatures) throws Exception {
        try (RunFolder output = RunFolder.open(folder.resolve("run")).orElseThrow()) {
            return new Engine(
                            TestPlugins.plan(SWEEP.formatted(coarse, temperatures)),
                            output,
                            Engine.Options.local(2),
                            new Notices(new ArrayList<>()))
                    .run();
        }
    }

    @Test
    void nearestTemperaturesOfASweepAreMeasured() throws Exception {
        assertThat(measured("decimated", "1.6, 2.9"))
                .extracting(row -> row.temperature().orElse(0))
                .containsExactly(1.5, 3.0);
        assertThat(measured("decimated", "")).hasSize(5);
    }

    /** Every configuration is compared with the coarse one of its own temperature and number. */
    @Test
    void majorityIsObeyedByWhatItDecimatedAndNotByWhatKeptOneSpin() throws Exception {
        assertThat(measured("decimated", ""))
                .allSatisfy(row -> assertThat(row.estimate().value()).isZero());
        List<Result> kept = measured("kept", "2, 3");
        assertThat(kept.get(0).estimate().value()).isBetween(0.005, 0.05);
        assertThat(kept.get(1).estimate().value()).isBetween(0.05, 0.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulated         |    | observables[0].coarse | ising on 4x4",
                "decimated-others  |    | observables           | that come from simulated[temperature=1.0] to compare with",
                "decimated         | -1 | temperatures[0]       | greater than 0",
                "decimated         | 22 | temperatures          | from 1.0 to 3.0, found 22.0"
            })
    void whatDoesNotFitIsAMistakeBeforeAnythingRuns(String coarse, String temperatures, String at, String expected) {
        assertThatThrownBy(() -> measured(coarse, Objects.requireNonNullElse(temperatures, "")))
                .isInstanceOfSatisfying(InvalidPipelineException.class, e -> assertThat(
                                e.mistakes().get(0).toString())
                        .contains("$.steps.measured.observe." + at + ":", expected));
    }
}
