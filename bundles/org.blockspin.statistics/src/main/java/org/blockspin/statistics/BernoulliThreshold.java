package org.blockspin.statistics;

import java.util.Arrays;
import org.blockspin.api.RandomStream;

/**
 * How the probability that a spin is up becomes a spin: the one rule of everything that draws independent two-state
 * sites, so that two implementations with equal probabilities draw equal bits from equal streams.
 *
 * <p>A probability p becomes the threshold round(2^31 p), an integer from 0 to 2^31, and a site is up where a uniform
 * 31-bit number u is less than it: p = 0 is never up, p = 1 always, and the error of p is at most 2^-32, far below the
 * rounding of a float near 1. A threshold is kept as an unsigned {@code int}.
 *
 * <p>Sites are drawn in groups, such as the sites that one window decides. Every configuration takes one number of the
 * stream, which is the key of a sequence of {@link SplitMix64}; so a configuration does not depend on how many others
 * are drawn with it, and its sites can be drawn in any order. Let a group have g sites and take k = ceil(g / 4) numbers,
 * and let the configuration have n groups. Site i of group j takes the upper 15 bits of its u from number
 * {@code k j + i / 4} of the sequence, the lower 16 bits from number {@code k n + k j + i / 4}, each from bit
 * {@code 16 (i % 4)} on. The upper bits alone decide unless they are those of the threshold, so that only one site in
 * 2^15 ever asks for the others.
 */
public final class BernoulliThreshold {
    private static final double ONE = 0x1p31;
    private static final int LANES = 4;

    private BernoulliThreshold() {}

    /**
     * The threshold of a probability.
     *
     * @throws IllegalArgumentException if the probability is not a number from 0 to 1
     */
    public static int of(float probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("expected a probability from 0 to 1, found " + probability);
        }
        return (int) Math.round(probability * ONE);
    }

    /**
     * Draws one plane of a configuration.
     *
     * @param thresholds the threshold of every draw
     * @param sites the site of every draw, group by group; each site of the configuration once
     * @param group sites a group; the last group may have fewer
     * @param random gives one number
     * @param words receives the spins, 64 a word, lowest bit first; padding bits become zero
     * @param offset index of the first word
     */
    public static void sample(int[] thresholds, int[] sites, int group, RandomStream random, long[] words, int offset) {
        long key = random.nextLong();
        int numbersAGroup = (group + LANES - 1) / LANES;
        int groups = (sites.length + group - 1) / group;
        Arrays.fill(words, offset, offset + (sites.length + Long.SIZE - 1) / Long.SIZE, 0);
        for (int j = 0; j < groups; j++) {
            for (int i = 0; i < group && j * group + i < sites.length; i++) {
                int draw = j * group + i;
                long number = (long) numbersAGroup * j + i / LANES;
                if (isUp(thresholds[draw], key, number, (long) numbersAGroup * groups + number, i % LANES)) {
                    words[offset + (sites[draw] >>> 6)] |= 1L << sites[draw];
                }
            }
        }
    }

    /**
     * Whether the site with this threshold is up.
     *
     * @param threshold its threshold
     * @param key of the configuration
     * @param upper which number of the sequence has the upper bits of u
     * @param lower which has the lower bits
     * @param lane which quarter of the numbers the site takes
     */
    public static boolean isUp(int threshold, long key, long upper, long lower, int lane) {
        int high = (int) (SplitMix64.number(key, upper) >>> (16 * lane)) & 0x7FFF;
        if (high != threshold >>> 16) {
            return high < threshold >>> 16;
        }
        int low = (int) (SplitMix64.number(key, lower) >>> (16 * lane)) & 0xFFFF;
        return low < (threshold & 0xFFFF);
    }
}
