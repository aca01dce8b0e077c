package org.example.cubic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in the workbench. */
class CubicIT {
    @TempDir
    private Path folder;

    @Test
    void sampledEnergyIsExact() throws Exception {
        Path pipeline = Files.writeString(folder.resolve("energy.json"), """
                {"format": 1, "name": "energy", "steps": {
                  "small": {"sample": {"lattice": {"kind": "cubic", "size": [2, 3, 3]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 20000}},
                  "measured": {"observe": {"from": "small", "observables": ["energy"]}}}}
                """);
        Path run = folder.resolve("run");
        Workbench.blockspin("run", pipeline.toString(), "--out", run.toString());
        double[] energy = Workbench.result(run, "energy", "2x3x3");
        double exact = Enumeration.energy(Cubic.lattice(List.of(2, 3, 3)), IsingOnCubic.CRITICAL);
        assertThat(energy[0]).isCloseTo(exact, within(5 * energy[1]));
    }

    @Test
    void refinesFromFourToThirtyTwo() throws Exception {
        Path run = folder.resolve("run");
        Workbench.blockspin(
                "run",
                "cubic.json",
                "--out",
                run.toString(),
                "--set",
                "steps.simulated.sample.configurations=4000",
                "--set",
                "steps.direct-16.sample.configurations=1000");
        assertThat(Workbench.result(run, "exponents", "beta")[0]).isCloseTo(0.3264, within(0.05));
        assertThat(run.resolve("figures/scaling.png")).isNotEmptyFile();
    }
}
