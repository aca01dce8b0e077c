package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;

/**
 * A multiple of 2^-k as a probability, for a mask m of random bits: start from all bits 0 or all 1, then take k times
 * {@code m = (m & r) ^ c} with new random words r. Each level halves the probability of a 1 and, where c is all ones,
 * takes the complement.
 */
public final class Ladder {
    private final long start;
    /** By level, {@link Grid#WORDS} times the same word, zeros or ones. */
    private final long[] complements;

    /**
     * A ladder for {@code multiple / 2^levels}.
     *
     * @param levels 0 to 62
     * @param multiple 0 to 2^levels
     */
    Ladder(int levels, long multiple) {
        long one = 1L << levels;
        complements = new long[levels * Grid.WORDS];
        long wanted = multiple;
        for (int level = levels - 1; level >= 0; level--) {
            boolean complement = 2 * wanted > one;
            Arrays.fill(complements, level * Grid.WORDS, (level + 1) * Grid.WORDS, complement ? -1 : 0);
            wanted = 2 * (complement ? one - wanted : wanted);
        }
        start = wanted == one ? -1 : 0;
    }

    /** What a mask starts from: a word of zeros or ones. */
    public long start() {
        return start;
    }

    /** Number of levels. */
    public int levels() {
        return complements.length / Grid.WORDS;
    }

    /** Zeros or ones by level, as many words a level as a site has; shared and not copied. */
    public long[] complements() {
        return complements;
    }

    /** The word of zeros or ones of a level. */
    long complement(int level) {
        return complements[level * Grid.WORDS];
    }
}
