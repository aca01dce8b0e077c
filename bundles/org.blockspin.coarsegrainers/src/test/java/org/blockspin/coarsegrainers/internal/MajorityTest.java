package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

class MajorityTest {
    private static final Lattice SQUARE = Spins.lattice("square", 4, 4);

    private static BlockRule rule(int states, Lattice lattice, int b, Majority.Tie tie) {
        return new Majority().create(new Majority.Parameters(b, tie), new Fine(Spins.potts(states, 1), lattice));
    }

    private static Configurations coarse(BlockRule rule, Configurations fine, String stream) {
        Configurations coarse = new Configurations(rule.coarse(), fine.planes(), fine.count());
        rule.apply(fine, coarse, RandomStreams.of(5, stream));
        return coarse;
    }

    @Test
    void tieTakesUpperLeftSpinInAllSixteenBlocks() {
        BlockRule rule = rule(2, SQUARE, 2, Majority.Tie.UPPER_LEFT);
        for (int code = 0; code < 16; code++) {
            int[] block = Spins.block(code, 2, 4);
            int up = Arrays.stream(block).sum();
            int expected = up > 2 ? 1 : up < 2 ? 0 : block[0];
            assertThat(rule.probability(expected, block)).isEqualTo(1);
            assertThat(rule.probability(1 - expected, block)).isZero();
        }
    }

    @Test
    void pluralityOfThreeStatesInAllBlocks() {
        BlockRule upperLeft = rule(3, SQUARE, 2, Majority.Tie.UPPER_LEFT);
        BlockRule random = rule(3, SQUARE, 2, Majority.Tie.RANDOM);
        for (int code = 0; code < 81; code++) {
            int[] block = Spins.block(code, 3, 4);
            int[] votes = new int[3];
            Arrays.stream(block).forEach(state -> votes[state]++);
            int most = Arrays.stream(votes).max().orElseThrow();
            long winners = Arrays.stream(votes).filter(v -> v == most).count();
            int first = Arrays.stream(block)
                    .filter(s -> votes[s] == most)
                    .findFirst()
                    .orElseThrow();
            for (int state = 0; state < 3; state++) {
                assertThat(upperLeft.probability(state, block)).isEqualTo(state == first ? 1 : 0);
                double fair = votes[state] == most ? 1.0 / winners : 0;
                assertThat(random.probability(state, block)).isCloseTo(fair, within(1e-15));
            }
        }
    }

    @Test
    void handMadeConfiguration() {
        Configurations fine = new Configurations(SQUARE, 1, 1);
        fine.setStates(0, new int[] {
            1, 0, 0, 1,
            0, 1, 1, 0,
            0, 0, 1, 1,
            1, 0, 1, 0
        });
        BlockRule rule = rule(2, SQUARE, 2, Majority.Tie.UPPER_LEFT);
        assertThat(coarse(rule, fine, "x").states(0)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void blocksOfThreeByThree() {
        Lattice lattice = Spins.lattice("square", 6, 6);
        Configurations fine = new Configurations(lattice, 1, 1);
        fine.setStates(0, new int[] {
            1, 1, 1, 0, 0, 0,
            1, 1, 0, 0, 1, 1,
            0, 0, 0, 0, 1, 1,
            1, 1, 1, 0, 0, 0,
            1, 0, 0, 0, 0, 0,
            0, 0, 0, 1, 1, 1
        });
        BlockRule rule = rule(2, lattice, 3, Majority.Tie.UPPER_LEFT);
        assertThat(coarse(rule, fine, "x").states(0)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void chainOfBlocksOfThree() {
        Lattice lattice = Spins.lattice("chain", 9);
        Configurations fine = new Configurations(lattice, 1, 1);
        fine.setStates(0, new int[] {0, 1, 1, 0, 0, 1, 1, 1, 1});
        BlockRule rule = rule(2, lattice, 3, Majority.Tie.RANDOM);
        assertThat(coarse(rule, fine, "x").states(0)).containsExactly(1, 0, 1);
    }

    @Test
    void cubeOfEightSpinsTakesItsMajority() {
        Lattice lattice = Spins.lattice("cubic", 4, 4, 4);
        BlockRule rule = rule(2, lattice, 2, Majority.Tie.UPPER_LEFT);
        Configurations fine = Spins.random(lattice, 2, 200, RandomStreams.of(6, "cubic"));
        Configurations coarse = coarse(rule, fine, "x");
        for (int c = 0; c < fine.count(); c++) {
            for (int site = 0; site < 8; site++) {
                int[] corner = coarse.lattice().cell(site);
                int up = 0;
                for (int i = 0; i < 8; i++) {
                    int[] cell = {2 * corner[0] + i / 4, 2 * corner[1] + i / 2 % 2, 2 * corner[2] + i % 2};
                    up += fine.state(c, lattice.site(cell, 0));
                }
                int first = fine.state(c, lattice.site(new int[] {2 * corner[0], 2 * corner[1], 2 * corner[2]}, 0));
                assertThat(coarse.state(c, site)).isEqualTo(up == 4 ? first : up / 5);
            }
        }
    }

    @Test
    void randomTieIsFair() {
        Lattice lattice = Spins.lattice("square", 64, 64);
        Configurations fine = new Configurations(lattice, 1, 100);
        for (int c = 0; c < fine.count(); c++) {
            for (int site = 0; site < lattice.sites(); site++) {
                fine.setState(c, site, lattice.cell(site)[1] & 1);
            }
        }
        Configurations coarse = coarse(rule(2, lattice, 2, Majority.Tie.RANDOM), fine, "ties");
        long up = Arrays.stream(coarse.words()).map(Long::bitCount).sum();
        double ties = 100.0 * 32 * 32;
        assertThat(up).isCloseTo((long) (ties / 2), within((long) (5 * Math.sqrt(ties) / 2)));
    }

    @Test
    void randomTieOfThreeStatesIsFair() {
        Lattice lattice = Spins.lattice("square", 96, 96);
        BlockRule rule = rule(3, lattice, 3, Majority.Tie.RANDOM);
        Configurations fine = new Configurations(lattice, 2, 30);
        for (int c = 0; c < fine.count(); c++) {
            for (int site = 0; site < lattice.sites(); site++) {
                fine.setState(c, site, lattice.cell(site)[1] % 3);
            }
        }
        int[] votes = new int[3];
        Configurations coarse = coarse(rule, fine, "ties");
        for (int c = 0; c < coarse.count(); c++) {
            Arrays.stream(coarse.states(c)).forEach(state -> votes[state]++);
        }
        double ties = 30 * 32 * 32;
        for (int votesOfState : votes) {
            assertThat((double) votesOfState).isCloseTo(ties / 3, within(5 * Math.sqrt(ties * 2 / 9)));
        }
    }

    @Test
    void majorityOfPairsWithUpperLeftTieIsDecimation() {
        Lattice chain = Spins.lattice("chain", 16);
        Configurations fine = Spins.random(chain, 2, 100, RandomStreams.of(7, "chain"));
        BlockRule decimation =
                new Decimation().create(new Decimation.Parameters(2), new Fine(Spins.potts(2, 2), chain));
        assertThat(coarse(rule(2, chain, 2, Majority.Tie.UPPER_LEFT), fine, "x"))
                .isEqualTo(coarse(decimation, fine, "x"));
    }
}
