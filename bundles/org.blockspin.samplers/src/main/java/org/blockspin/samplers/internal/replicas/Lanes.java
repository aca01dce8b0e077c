package org.blockspin.samplers.internal.replicas;

import org.blockspin.api.RandomStream;

/**
 * The states of many random number generators that advance together: xoroshiro128++ (Blackman and Vigna 2021), one for
 * every word of a mask. Kernels that advance several generators at once and kernels that advance one after another draw
 * the same numbers.
 */
public final class Lanes {
    private final long[] first;
    private final long[] second;

    /** Generators for masks of so many sites, to be seeded before they are used. */
    Lanes(int sites) {
        first = new long[sites * Grid.WORDS];
        second = new long[first.length];
    }

    /** Gives every generator a state of its own. */
    void seed(RandomStream random) {
        for (int i = 0; i < first.length; i++) {
            first[i] = mixed(random.nextLong());
            // Odd, for a state must not be zero.
            second[i] = mixed(random.nextLong()) | 1;
        }
    }

    /** First word of every state, shared and not copied. */
    public long[] first() {
        return first;
    }

    /** Second word of every state, shared and not copied. */
    public long[] second() {
        return second;
    }

    /** The finalizer of splitmix64 (Steele, Lea and Flood 2014): breaks what is linear in the stream's generator. */
    private static long mixed(long word) {
        long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
