package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;

class BernoulliThresholdTest {
    @Test
    void certainProbabilitiesLeaveNothingToChance() {
        for (long number : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x00000000FFFFFFFFL, 1L << 31}) {
            long[] words = {-1, -1};
            int[] thresholds = new int[67];
            Arrays.fill(thresholds, BernoulliThreshold.of(1));
            BernoulliThreshold.sample(thresholds, 67, new Constant(number), words, 0);
            assertThat(words).containsExactly(-1L, 7L);
            Arrays.fill(thresholds, BernoulliThreshold.of(0));
            BernoulliThreshold.sample(thresholds, 67, new Constant(number), words, 0);
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

    @Test
    void oneNumberServesTwoSitesLowHalfFirst() {
        int[] thresholds = {1000, 1000, 1000};
        // u of the even site is 999 (up), u of the odd one 1000 (down); the lowest bit of each half does not count.
        long number = 1000L << 33 | 1L << 32 | 999L << 1 | 1;
        long[] words = new long[1];
        BernoulliThreshold.sample(thresholds, 3, new Constant(number), words, 0);
        assertThat(words).containsExactly(0b101L);
    }

    @Test
    void frequencyIsTheProbability() {
        int sites = 999_999;
        float p = 0.3f;
        int[] thresholds = new int[sites];
        Arrays.fill(thresholds, BernoulliThreshold.of(p));
        long[] words = new long[(sites + 63) / 64 + 1];
        BernoulliThreshold.sample(thresholds, sites, RandomStreams.of(5, "bernoulli"), words, 1);
        double up = Arrays.stream(words).map(Long::bitCount).sum();
        assertThat(words[0]).isZero();
        assertThat(Math.abs(up - sites * p)).isLessThan(5 * Math.sqrt(sites * p * (1 - p)));
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
