package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of a sweep, and beside other ensembles. */
class ObserveStepTest {
    private static final String SWEEP = """
            {"format": 1, "name": "observed", "seed": 11, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": {"linspace": [1, 3, 5]}, "sampler": "wolff", "configurations": 700}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "others": {"sample": {"like": "simulated"}},
              "measured": {"observe": {"from": ["simulated", "others"],
                "observables": [{"kind": "rule-violations", "coarse": "%s"}], "temperatures": [%s]}}}}
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
                .extracting(row ->
                        row.ensemble().orElse("") + " " + row.temperature().orElse(0))
                .containsExactly("simulated 1.5", "simulated 3.0", "others 1.5", "others 3.0");
        assertThat(measured("decimated", "")).hasSize(10);
    }

    /** Every configuration is compared with the coarse one of its own temperature and number. */
    @Test
    void onlyTheConfigurationsThatWereCoarseGrainedObeyTheRule() throws Exception {
        assertThat(measured("decimated", "")).allSatisfy(row -> {
            if (row.ensemble().orElse("").equals("simulated")) {
                assertThat(row.estimate().value()).isZero();
            } else {
                assertThat(row.estimate().value()).isBetween(0.3, 0.7);
            }
        });
    }

    @Test
    void whatDoesNotFitIsAMistakeBeforeAnythingRuns() {
        assertThatThrownBy(() -> measured("simulated", ""))
                .isInstanceOfSatisfying(InvalidPipelineException.class, e -> assertThat(
                                e.mistakes().get(0).toString())
                        .contains("$.steps.measured.observe.observables[0].coarse", "or \"rule\""));
        assertThatThrownBy(() -> measured("decimated", "-1"))
                .isInstanceOfSatisfying(InvalidPipelineException.class, e -> assertThat(
                                e.mistakes().get(0).toString())
                        .contains("$.steps.measured.observe.temperatures[0]", "greater than 0"));
    }
}
