package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BernoulliThresholdTest {
    private static int[] inOrder(int sites) {
        return IntStream.range(0, sites).toArray();
    }

    @Test
    void certainProbabilitiesLeaveNothingToChance() {
        for (long key = 0; key < 1000; key++) {
            long[] words = {-1, -1};
            int[] thresholds = new int[67];
            Arrays.fill(thresholds, BernoulliThreshold.of(1));
            BernoulliThreshold.sample(thresholds, inOrder(67), 4, new Constant(key), words, 0);
            assertThat(words).containsExactly(-1L, 7L);
            Arrays.fill(thresholds, BernoulliThreshold.of(0));
            BernoulliThreshold.sample(thresholds, inOrder(67), 4, new Constant(key), words, 0);
            assertThat(words).containsExactly(0L, 0L);
        }
    }

    @Test
    void thresholdIsTheNearestMultipleOfTwoToTheMinus31() {
        assertThat(BernoulliThreshold.of(0.5f)).isEqualTo(1 << 30);
        assertThat(BernoulliThreshold.of(1)).isEqualTo(Integer.MIN_VALUE);
        assertThat(BernoulliThreshold.of(0x1p-31f)).isEqualTo(1);
        assertThat(BernoulliThreshold.of(0x0.7p-31f)).isZero();
        assertThat(BernoulliThreshold.of(0x0.9p-31f)).isEqualTo(1);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        for (float p : new float[] {Float.NaN, -0.1f, 1.1f}) {
            assertThatThrownBy(() -> BernoulliThreshold.of(p)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The rule of the class description, word by word. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9})
    void siteTakesItsLanesFromTheNumbersOfItsGroup(int group) {
        int sites = 70;
        long key = 99;
        int[] order = new int[sites];
        int[] thresholds = new int[sites];
        int numbersAGroup = (group + 3) / 4;
        int groups = (sites + group - 1) / group;
        for (int draw = 0; draw < sites; draw++) {
            order[draw] = draw * 29 % sites;
            int number = numbersAGroup * (draw / group) + draw % group / 4;
            int lane = draw % group % 4;
            long upper = SplitMix64.number(key, number) >>> (16 * lane) & 0x7FFF;
            long lower = SplitMix64.number(key, numbersAGroup * groups + number) >>> (16 * lane) & 0xFFFF;
            // A threshold of u + 1 is just enough, one of u just not.
            thresholds[draw] = (int) ((upper << 16 | lower) + draw % 2);
        }
        long[] words = new long[4];
        BernoulliThreshold.sample(thresholds, order, group, new Constant(key), words, 1);
        for (int draw = 0; draw < sites; draw++) {
            assertThat(words[1 + order[draw] / 64] >>> order[draw] & 1).isEqualTo(draw % 2);
        }
        assertThat(words[0]).isZero();
        assertThat(words[3]).isZero();
    }

    @Test
    void frequencyIsTheProbability() {
        int sites = 999_999;
        for (float p : new float[] {0.3f, 0x1p-15f, 1 - 0x1.8p-14f}) {
            int[] thresholds = new int[sites];
            Arrays.fill(thresholds, BernoulliThreshold.of(p));
            long[] words = new long[(sites + 63) / 64 + 1];
            BernoulliThreshold.sample(thresholds, inOrder(sites), 4, RandomStreams.of(5, "bernoulli"), words, 1);
            double up = Arrays.stream(words).map(Long::bitCount).sum();
            assertThat(words[0]).isZero();
            assertThat(Math.abs(up - sites * p)).isLessThan(5 * Math.sqrt(sites * p * (1 - p)));
        }
    }

    private record Constant(long number) implements RandomStream {
        @Override
        public long nextLong() {
            return number;
        }

        @Override
        public double nextDouble() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int nextInt(int bound) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RandomStream split(long key) {
            return this;
        }
    }
}
