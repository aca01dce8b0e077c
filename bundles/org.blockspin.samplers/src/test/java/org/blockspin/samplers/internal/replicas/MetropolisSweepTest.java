package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

class MetropolisSweepTest {
    /** With all sites tried, each of which has two neighbours of each kind, stripes would only be inverted, for ever. */
    @Test
    void stripesOfASmallLatticeDissolve() {
        Grid grid = new Grid(4, 4);
        long[] spins = new long[grid.words()];
        for (int row = 1; row < 4; row += 2) {
            Arrays.fill(spins, grid.row(row), grid.row(row) + grid.columns() * Grid.WORDS, -1);
        }
        MetropolisSweep sweep = new MetropolisSweep(grid, 0.3, PlainKernels.MAKER.make(grid));
        RandomStream random = RandomStreams.of(1, "stripes");
        sweep.begin(random);
        for (int i = 0; i < 20; i++) {
            sweep.apply(spins, random, Progress.none());
        }
        double[] moduli = new double[Grid.REPLICAS];
        new ReplicaCounts(grid).moduli(spins, moduli);
        assertThat(Arrays.stream(moduli).average().orElseThrow()).isGreaterThan(0.3);
    }
}
