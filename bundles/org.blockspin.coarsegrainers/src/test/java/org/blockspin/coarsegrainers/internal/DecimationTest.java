package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

class DecimationTest {
    private static int[] decimated(Lattice lattice, int b, int... states) {
        int largest = Arrays.stream(states).max().orElseThrow();
        BlockRule rule = new Decimation().create(new Decimation.Parameters(b), new Fine(Spins.potts(3, 1), lattice));
        Configurations fine = new Configurations(lattice, largest > 1 ? 2 : 1, 1);
        fine.setStates(0, states);
        Configurations coarse = new Configurations(rule.coarse(), fine.planes(), 1);
        rule.apply(fine, coarse, RandomStreams.of(1));
        return coarse.states(0);
    }

    @Test
    void chainKeepsEverySecondSpin() {
        assertThat(decimated(Spins.lattice("chain", 8), 2, 1, 0, 0, 1, 1, 1, 0, 0))
                .containsExactly(1, 0, 1, 0);
    }

    @Test
    void chainKeepsEveryThirdSpin() {
        assertThat(decimated(Spins.lattice("chain", 9), 3, 2, 0, 0, 1, 1, 1, 0, 0, 2))
                .containsExactly(2, 1, 0);
    }

    @Test
    void squareKeepsUpperLeftSpins() {
        int[] spins = {
            1, 0, 0, 1,
            0, 0, 1, 1,
            0, 1, 1, 0,
            1, 1, 0, 0
        };
        assertThat(decimated(Spins.lattice("square", 4, 4), 2, spins)).containsExactly(1, 0, 0, 1);
    }
}
