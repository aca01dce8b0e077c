package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probabilities of masks: exact by arithmetic, and as they are drawn. */
class BernoulliTest {
    private static final Grid GRID = new Grid(4, 32);

    @ParameterizedTest
    @ValueSource(
            doubles = {0, 1e-300, 1e-12, 0.01, 0.17157287525380988, 0.3, 0.5, 0.5857864376269049, 0.75, 0.999999, 1})
    void ladderAndCorrectionGiveTheProbabilityToThePrecisionOfADouble(double probability) {
        Bernoulli bernoulli = Bernoulli.of(probability);
        assertThat(probabilityOf(bernoulli)).isCloseTo(probability, within(4e-16 * probability));
    }

    private static double probabilityOf(Bernoulli bernoulli) {
        double q = probabilityOf(bernoulli.ladder());
        double d = bernoulli.correction();
        return bernoulli.sets() ? q + (1 - q) * d : q * (1 - d);
    }

    /** A level halves the probability of a 1; its complement follows where the level says so. */
    private static double probabilityOf(Ladder ladder) {
        double p = ladder.start() == 0 ? 0 : 1;
        for (int level = 0; level < ladder.levels(); level++) {
            p = ladder.complement(level) == 0 ? p / 2 : 1 - p / 2;
        }
        return p;
    }

    @Test
    void ladderGivesEveryMultiple() {
        for (int levels = 0; levels <= 6; levels++) {
            for (int multiple = 0; multiple <= 1 << levels; multiple++) {
                assertThat(probabilityOf(new Ladder(levels, multiple))).isEqualTo((double) multiple / (1 << levels));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                1e-4,
                0.02943725152285942,
                0.17157287525380988,
                0.4142135623730951,
                0.5857864376269049,
                0.9,
                0.9997
            })
    void drawnBitsHaveTheProbability(double probability) {
        Masks masks = new Masks(probability, 4000);
        double expected = masks.bits() * probability;
        double sigma = Math.sqrt(expected * (1 - probability));
        assertThat(masks.ones()).isCloseTo(expected, within(5 * sigma));
    }

    /** Each bit of a mask by itself: none is set more often than others, at the end of a mask neither. */
    @Test
    void everyBitOfAMaskHasTheProbability() {
        double probability = 0.03;
        int draws = 4000;
        int[] ones = new Masks(probability, draws).byBit();
        double variance = draws * probability * (1 - probability);
        double chiSquared = 0;
        for (int count : ones) {
            double deviation = count - draws * probability;
            chiSquared += deviation * deviation / variance;
        }
        assertThat(chiSquared).isCloseTo(ones.length, within(5 * Math.sqrt(2.0 * ones.length)));
    }

    /** Of two masks that share random words, each has its own probability. */
    @Test
    void masksDrawnTogetherHaveTheirProbabilities() {
        double more = 0.17157287525380988;
        double less = more * more;
        List<Bernoulli> both = Bernoulli.together(List.of(more, less));
        assertThat(both.get(0).ladder().levels()).isEqualTo(both.get(1).ladder().levels());
        assertThat(probabilityOf(both.get(0))).isCloseTo(more, within(1e-16));
        assertThat(probabilityOf(both.get(1))).isCloseTo(less, within(1e-16));
    }

    /** Masks for the sites of a grid, drawn many times. */
    private static final class Masks {
        private final int[] byBit = new int[GRID.sites() * Grid.REPLICAS];
        private final int draws;

        Masks(double probability, int draws) {
            this.draws = draws;
            Bernoulli bernoulli = Bernoulli.of(probability);
            RandomStream random = RandomStreams.of(1, "masks");
            Kernels kernels = PlainKernels.MAKER.make(GRID);
            Lanes lanes = new Lanes(GRID.sites());
            lanes.seed(random);
            Corrections corrections = new Corrections(bernoulli, GRID.sites());
            long[] mask = new long[GRID.words()];
            for (int draw = 0; draw < draws; draw++) {
                kernels.draw(lanes, bernoulli.ladder(), mask);
                corrections.apply(mask, random);
                count(mask);
            }
        }

        private void count(long[] mask) {
            for (int i = 0; i < mask.length; i++) {
                for (long rest = mask[i]; rest != 0; rest &= rest - 1) {
                    byBit[i * Long.SIZE + Long.numberOfTrailingZeros(rest)]++;
                }
            }
        }

        int[] byBit() {
            return byBit;
        }

        double bits() {
            return (double) byBit.length * draws;
        }

        double ones() {
            double sum = 0;
            for (int count : byBit) {
                sum += count;
            }
            return sum;
        }
    }
}
