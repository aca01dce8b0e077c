package org.blockspin.statistics;

/**
 * Random numbers by their position in the sequence of a key, so that many can be had at once and in any order: the
 * generator SplitMix64 (Steele, Lea and Flood 2014), whose state only counts.
 *
 * <p>Keys are 64 random bits. The sequences of two keys are parts of one cycle of 2^64 numbers: of n sequences of w
 * numbers, some two overlap with probability n^2 w / 2^64 (4e-5 for 100,000 configurations of 512x512).
 */
public final class SplitMix64 {
    /** By how much the state grows from one number to the next. */
    public static final long STEP = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** Number {@code index} (from 0) of the sequence of a key. */
    public static long number(long key, long index) {
        return mix(key + (index + 1) * STEP);
    }

    /** The number of a state, {@code key + (index + 1) * STEP}. */
    public static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
