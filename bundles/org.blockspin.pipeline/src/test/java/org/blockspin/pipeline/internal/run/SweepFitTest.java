package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fits over a whole sweep, of the map that is known exactly: a = b = 2 for the decimation of the chain. */
class SweepFitTest {
    private static final String CHAIN = """
            {"format": 1, "name": "collapse", "seed": 11, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "chain", "size": [32]}, "model": "ising",
                "temperature": {"linspace": [0.8, 2.4, 5]}, "sampler": "exact-chain", "configurations": 3000}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "decimation"}},
              "small": {"sample": {"like": "simulated", "lattice": {"kind": "chain", "size": [16]},
                "temperature": {"linspace": [0.8, 8, 25]}}},
              "measured": {"observe": {"from": ["decimated", "small"], "observables": ["energy"]}},
              "map": {"fit": {"kind": "curve-collapse", "from": "measured", "sweep": "whole", "quantities": ["energy"]}}}}
            """;

    @TempDir
    private Path folder;

    private Map<String, Estimate> fitted() throws Exception {
        List<Result> rows;
        try (RunFolder output = RunFolder.open(folder.resolve("run")).orElseThrow()) {
            rows = new Engine(TestPlugins.plan(CHAIN), output, Engine.Options.local(2), new Notices(new ArrayList<>()))
                    .run();
        }
        assertThat(rows).filteredOn(row -> row.step().equals("map")).allSatisfy(row -> assertThat(row.temperature())
                .isEmpty());
        return rows.stream()
                .filter(row -> row.step().equals("map"))
                .collect(Collectors.toMap(Result::quantity, Result::estimate));
    }

    @Test
    void wholeSweepIsFittedAtOnceWithErrorsOfAllItsRoots() throws Exception {
        Map<String, Estimate> fitted = fitted();
        for (String name : List.of("a", "b", "energy.a")) {
            Estimate estimate = Optional.ofNullable(fitted.get(name)).orElseThrow();
            assertThat(estimate.standardError()).isBetween(0.05, 1.5);
            assertThat(estimate.value()).isCloseTo(2, within(5 * estimate.standardError()));
        }
        Estimate mapped = Optional.ofNullable(fitted.get("energy.map(1.6)")).orElseThrow();
        assertThat(mapped.value())
                .isCloseTo(2 / Math.log(Math.cosh(2 / 1.6)), within(5 * mapped.standardError() + 0.02));
    }

    @Test
    void temperaturesByThemselvesMakeNoCurve() {
        try {
            TestPlugins.plan(CHAIN.replace("\"sweep\": \"whole\", ", ""));
        } catch (InvalidPipelineException e) {
            assertThat(e.mistakes().get(0).toString()).contains("$.steps.map.fit", "three or more temperatures");
            return;
        }
        throw new AssertionError("expected a mistake");
    }
}
