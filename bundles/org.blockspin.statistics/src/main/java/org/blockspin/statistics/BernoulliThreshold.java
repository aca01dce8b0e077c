package org.blockspin.statistics;

import org.blockspin.api.RandomStream;

/**
 * How the probability that a spin is up becomes a spin: the one rule of everything that draws independent two-state
 * sites, so that two implementations with equal probabilities draw equal bits from equal streams.
 *
 * <p>A probability p becomes the threshold round(2^31 p), an integer from 0 to 2^31, and a site is up where a uniform
 * 31-bit number u is less than it: p = 0 is never up, p = 1 always, and the error of p is at most 2^-32, far below the
 * rounding of a float near 1. A threshold is kept as an unsigned {@code int}.
 *
 * <p>Sites are drawn in site order. One number of the stream serves two sites: the one with the even number takes u
 * from bits 1 to 31, the next one from bits 33 to 63. A configuration with an odd number of sites leaves the upper half
 * of its last number unused.
 */
public final class BernoulliThreshold {
    private static final double ONE = 0x1p31;

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
     * @param thresholds the threshold of every site, in site order; may be longer
     * @param sites number of sites
     * @param random consumed: half a number a site, rounded up
     * @param words receives the spins, 64 a word, lowest bit first; padding bits become zero
     * @param offset index of the first word
     */
    public static void sample(int[] thresholds, int sites, RandomStream random, long[] words, int offset) {
        int site = 0;
        for (int word = offset; site < sites; word++) {
            int end = Math.min(site + Long.SIZE, sites);
            long bits = 0;
            // Hot: u - threshold fits an int because u < 2^31 and threshold <= 2^31; its sign bit is u < threshold.
            for (int shift = 0; site + 1 < end; shift += 2, site += 2) {
                long number = random.nextLong();
                int even = (((int) number >>> 1) - thresholds[site]) >>> 31;
                int odd = ((int) (number >>> 33) - thresholds[site + 1]) >>> 31;
                bits |= (long) (even | (odd << 1)) << shift;
            }
            if (site < end) {
                bits |= (long) ((((int) random.nextLong() >>> 1) - thresholds[site]) >>> 31) << site;
                site++;
            }
            words[word] = bits;
        }
    }
}
