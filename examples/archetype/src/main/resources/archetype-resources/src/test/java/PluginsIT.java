package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins in the workbench, which runs in OSGi: Felix finds them in the jar. */
class PluginsIT {
    @TempDir
    private Path folder;

    @Test
    void pipelineUsesAllOfThem() throws Exception {
        Path run = folder.resolve("run");
        Workbench.blockspin("run", "ladder.json", "--out", run.toString());
        Lattice ladder = new Ladder().create(new Ladder.Parameters(List.of(8)), NoContext.NONE);
        double exact = Exact.energyPerSite(ladder, 2);
        for (String ensemble : List.of("simulated", "resolved")) {
            double[] energy = Workbench.result(run, "energy", ensemble);
            assertThat(energy[0]).as(ensemble).isCloseTo(exact, within(5 * energy[1]));
            // Three bonds for two sites: e = -3/2 (1 - 2 walls).
            double[] walls = Workbench.result(run, "domain_walls", ensemble);
            assertThat(-1.5 * (1 - 2 * walls[0])).isCloseTo(energy[0], within(1e-9));
        }
        assertThat(run.resolve("figures/walls.png")).isNotEmptyFile();
    }
}
