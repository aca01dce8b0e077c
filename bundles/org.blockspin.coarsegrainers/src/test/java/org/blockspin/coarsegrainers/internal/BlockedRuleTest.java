package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockedRuleTest {
    private static BlockRule decimation(int states, Lattice lattice, int b) {
        return new Decimation().create(new Decimation.Parameters(b), new Fine(Spins.potts(states, 1), lattice));
    }

    private static BlockRule majority(int states, Lattice lattice, int b, Majority.Tie tie) {
        return new Majority().create(new Majority.Parameters(b, tie), new Fine(Spins.potts(states, 1), lattice));
    }

    /** A rule and its number of states. */
    record Case(BlockRule rule, int states) {}

    static Stream<Case> rules() {
        return Stream.of(
                new Case(decimation(2, Spins.lattice("chain", 8), 2), 2),
                new Case(decimation(2, Spins.lattice("square", 4, 4), 2), 2),
                new Case(majority(2, Spins.lattice("chain", 12), 3, Majority.Tie.UPPER_LEFT), 2),
                new Case(majority(2, Spins.lattice("square", 4, 4), 2, Majority.Tie.UPPER_LEFT), 2),
                new Case(majority(2, Spins.lattice("square", 4, 4), 2, Majority.Tie.RANDOM), 2),
                new Case(majority(3, Spins.lattice("square", 4, 4), 2, Majority.Tie.UPPER_LEFT), 3),
                new Case(majority(3, Spins.lattice("square", 4, 4), 2, Majority.Tie.RANDOM), 3),
                new Case(majority(2, Spins.lattice("square", 6, 9), 3, Majority.Tie.UPPER_LEFT), 2),
                new Case(majority(2, Spins.lattice("cubic", 4, 6, 4), 2, Majority.Tie.UPPER_LEFT), 2));
    }

    static Stream<Case> deterministicRules() {
        return rules().filter(c -> !c.rule().toString().startsWith("ByLot"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyFineSiteBelongsToOneBlockAtTheSamePlace(Case c) {
        Lattice fine = c.rule().fine();
        Lattice coarse = c.rule().coarse();
        int b = (int) c.rule().scaleFactor();
        int[] seen = new int[fine.sites()];
        for (int coarseSite = 0; coarseSite < coarse.sites(); coarseSite++) {
            int[] coarseCell = coarse.cell(coarseSite);
            int[] block = c.rule().block(coarseSite);
            assertThat(block).isSorted();
            for (int site : block) {
                seen[site]++;
                assertThat(Arrays.stream(fine.cell(site)).map(x -> x / b)).containsExactly(box(coarseCell));
            }
        }
        assertThat(seen).containsOnly(1);
    }

    private static Integer[] box(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void probabilitiesOfABlockSumToOne(Case c) {
        int sites = c.rule().block(0).length;
        int blocks = (int) Math.min(Math.pow(c.states(), sites), 5000);
        for (int code = 0; code < blocks; code++) {
            int[] block = Spins.block(code, c.states(), sites);
            double sum = 0;
            for (int state = 0; state < c.states(); state++) {
                sum += c.rule().probability(state, block);
            }
            assertThat(sum).isCloseTo(1, within(1e-15));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void appliedRuleTakesStatesOfPositiveProbabilityOnly(Case c) {
        Configurations fine = Spins.random(c.rule().fine(), c.states(), 300, RandomStreams.of(11, "fine"));
        Configurations coarse = new Configurations(c.rule().coarse(), fine.planes(), fine.count());
        c.rule().apply(fine, coarse, RandomStreams.of(11, "rule"));
        for (int i = 0; i < fine.count(); i++) {
            int[] states = fine.states(i);
            for (int site = 0; site < coarse.sites(); site++) {
                int[] block =
                        Arrays.stream(c.rule().block(site)).map(s -> states[s]).toArray();
                double probability = c.rule().probability(coarse.state(i, site), block);
                assertThat(probability).isPositive();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sameStreamGivesSameBits(Case c) {
        Configurations fine = Spins.random(c.rule().fine(), c.states(), 50, RandomStreams.of(12, "fine"));
        Configurations first = new Configurations(c.rule().coarse(), fine.planes(), fine.count());
        Configurations second = new Configurations(c.rule().coarse(), fine.planes(), fine.count());
        second.setState(0, 0, 1);
        c.rule().apply(fine, first, RandomStreams.of(12, "rule"));
        c.rule().apply(fine, second, RandomStreams.of(12, "rule"));
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("deterministicRules")
    void translationByABlockTranslatesTheBlockSpins(Case c) {
        int dimensions = c.rule().fine().dimensions();
        int b = (int) c.rule().scaleFactor();
        Configurations fine = Spins.random(c.rule().fine(), c.states(), 50, RandomStreams.of(13, "fine"));
        for (int axis = 0; axis < dimensions; axis++) {
            Configurations moved = coarse(c.rule(), translated(fine, axis, b));
            assertThat(moved).isEqualTo(translated(coarse(c.rule(), fine), axis, 1));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void globalFlipFlipsTheKernel(Case c) {
        int sites = c.rule().block(0).length;
        int blocks = (int) Math.min(Math.pow(c.states(), sites), 5000);
        int last = c.states() - 1;
        for (int code = 0; code < blocks; code++) {
            int[] block = Spins.block(code, c.states(), sites);
            int[] flipped = Arrays.stream(block).map(s -> last - s).toArray();
            for (int state = 0; state < c.states(); state++) {
                assertThat(c.rule().probability(last - state, flipped))
                        .isEqualTo(c.rule().probability(state, block));
            }
        }
    }

    private static Configurations coarse(BlockRule rule, Configurations fine) {
        Configurations coarse = new Configurations(rule.coarse(), fine.planes(), fine.count());
        rule.apply(fine, coarse, RandomStreams.of(0, "unused"));
        return coarse;
    }

    private static Configurations translated(Configurations original, int axis, int cells) {
        Lattice lattice = original.lattice();
        Configurations moved = new Configurations(lattice, original.planes(), original.count());
        for (int site = 0; site < lattice.sites(); site++) {
            int[] cell = lattice.cell(site);
            cell[axis] += cells;
            for (int c = 0; c < original.count(); c++) {
                moved.setState(c, lattice.site(cell, 0), original.state(c, site));
            }
        }
        return moved;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOnALargerLatticeIsTheRuleMadeForIt(Case c) {
        Lattice larger = c.rule()
                .fine()
                .resized(c.rule().fine().cells().stream().map(e -> 2 * e).toList());
        BlockRule rule = c.rule().on(larger);
        int sites = rule.block(0).length;
        assertThat(rule.fine()).isEqualTo(larger);
        assertThat(rule.coarse().sites() * sites).isEqualTo(larger.sites());
        for (int code = 0; code < Math.min(Math.pow(c.states(), sites), 500); code++) {
            int[] block = Spins.block(code, c.states(), sites);
            assertThat(rule.probability(1, block)).isEqualTo(c.rule().probability(1, block));
        }
        assertThatThrownBy(() -> rule.on(c.rule()
                        .fine()
                        .resized(c.rule().fine().cells().stream().map(e -> 7).toList())))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void coarseLatticeHasExtentsDividedByTheBlock() {
        BlockRule rule = decimation(2, Spins.lattice("cubic", 6, 9, 12), 3);
        assertThat(rule.coarse()).isEqualTo(Spins.lattice("cubic", 2, 3, 4));
        assertThat(rule.scaleFactor()).isEqualTo(3);
    }

    @Test
    void extentsThatDoNotDivideAreRefused() {
        assertThatThrownBy(() -> decimation(2, Spins.lattice("square", 6, 9), 2))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected extents that are multiples of 2, found 6x9");
    }

    @Test
    void coarseExtentOfOneIsRefused() {
        assertThatThrownBy(() -> decimation(2, Spins.lattice("square", 8, 2), 2))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected extents of at least 4, found 8x2");
    }

    @Test
    void latticeWithTwoSitesACellIsRefused() {
        Lattice honeycomb = new Lattice("honeycomb", List.of(4, 4), 2, List.of());
        assertThatThrownBy(() -> majority(2, honeycomb, 2, Majority.Tie.RANDOM))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("one site a cell");
    }

    @Test
    void configurationsOfAnotherLatticeAreRefused() {
        BlockRule rule = decimation(2, Spins.lattice("chain", 8), 2);
        Configurations chain = new Configurations(Spins.lattice("chain", 8), 1, 1);
        assertThatThrownBy(() -> rule.apply(chain, chain, RandomStreams.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
