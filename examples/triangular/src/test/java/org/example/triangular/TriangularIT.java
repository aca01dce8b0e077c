package org.example.triangular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in the workbench. */
class TriangularIT {
    private static final double CRITICAL = 4 / StrictMath.log(3);

    @TempDir
    private Path folder;

    @Test
    void workbenchListsThePlugins() throws Exception {
        assertThat(Workbench.blockspin("list")).contains("triangular", "star-majority");
        assertThat(Workbench.blockspin("describe", "lattice", "triangular"))
                .contains("rows and columns of rhombic cells");
    }

    @Test
    void sampledEnergiesAreExact() throws Exception {
        Path pipeline = Files.writeString(folder.resolve("energies.json"), """
                {"format": 1, "name": "energies", "steps": {
                  "small": {"sample": {"lattice": {"kind": "triangular", "size": [4, 4]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 100000}},
                  "middle": {"sample": {"lattice": {"kind": "triangular", "size": [8, 8]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 20000}},
                  "large": {"sample": {"lattice": {"kind": "triangular", "size": [16, 16]}, "model": "ising",
                    "temperature": "critical", "sampler": "wolff", "configurations": 20000}},
                  "measured": {"observe": {"from": ["small", "middle", "large"], "observables": ["energy"]}}}}
                """);
        Path run = folder.resolve("run");
        Workbench.blockspin("run", pipeline.toString(), "--out", run.toString());
        double[] small = Workbench.result(run, "energy", "4x4");
        double exact = Enumeration.energy(Triangular.lattice(List.of(4, 4)), CRITICAL);
        assertThat(small[0]).isCloseTo(exact, within(5 * small[1]));
        // At T_c the energy of the infinite lattice is -2 (Houtappel 1950), and that of a finite one is off by 1/L.
        double[] middle = Workbench.result(run, "energy", "8x8");
        double[] large = Workbench.result(run, "energy", "16x16");
        double error = Math.hypot(2 * large[1], middle[1]);
        assertThat(error).isLessThan(0.01);
        assertThat(2 * large[0] - middle[0]).isCloseTo(-2, within(5 * error));
    }

    @Test
    void networkLearnsTheRuleAndGivesExponents() throws Exception {
        Path run = folder.resolve("run");
        Workbench.blockspin(
                "run",
                "triangular.json",
                "--out",
                run.toString(),
                "--set",
                "steps.simulated.sample.configurations=4000",
                "--set",
                "steps.seeds.sample.configurations=4000",
                "--set",
                "steps.network.train.repeat=2",
                "--set",
                "steps.network.train.resolver.lbfgs-iterations=20");
        // Those of the square lattice, 1/8 and 7/4; that few pairs give them to a tenth.
        assertThat(Workbench.result(run, "beta", "all", "repeats")[0]).isCloseTo(0.125, within(0.0125));
        assertThat(Workbench.result(run, "gamma", "all", "repeats")[0]).isCloseTo(1.75, within(0.175));
        assertThat(run.resolve("figures/scaling.png")).isNotEmptyFile();
    }
}
