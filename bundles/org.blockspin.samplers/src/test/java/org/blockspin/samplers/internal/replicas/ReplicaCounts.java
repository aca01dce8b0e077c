package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;

/** Energy and modulus of the magnetization of every replica, from counts of unequal bonds and of spins up. */
final class ReplicaCounts {
    private final Grid grid;
    private final BitCounter counter = new BitCounter();
    private final long[] unequal = new long[Grid.WORDS];
    private final int[] counts = new int[Grid.REPLICAS];

    ReplicaCounts(Grid grid) {
        this.grid = grid;
    }

    /** Energy a site of every replica. */
    void energies(long[] spins, double[] energies) {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                int site = grid.site(row, column);
                countUnequal(spins, site, grid.site(row, column + 1 < grid.columns() ? column + 1 : 0));
                countUnequal(spins, site, grid.site(row + 1, column));
            }
        }
        counter.take(counts);
        for (int replica = 0; replica < counts.length; replica++) {
            energies[replica] = -2 + 2.0 * counts[replica] / grid.sites();
        }
    }

    private void countUnequal(long[] spins, int site, int other) {
        for (int w = 0; w < Grid.WORDS; w++) {
            unequal[w] = spins[site + w] ^ spins[other + w];
        }
        counter.add(unequal, 0);
    }

    /** Modulus of the magnetization a site of every replica. */
    void moduli(long[] spins, double[] moduli) {
        for (int site = 0; site < spins.length; site += Grid.WORDS) {
            counter.add(spins, site);
        }
        counter.take(counts);
        for (int replica = 0; replica < counts.length; replica++) {
            moduli[replica] = Math.abs(2.0 * counts[replica] / grid.sites() - 1);
        }
    }

    /**
     * Counts, for each of 512 bits, how often it was 1. Digit d of the counts is kept as one mask; two masks are added to
     * it at once, and what they carry waits until there are two for the next digit.
     */
    private static final class BitCounter {
        private static final int DIGITS = 31;

        private final long[] digits = new long[DIGITS * Grid.WORDS];
        private final long[] waiting = new long[DIGITS * Grid.WORDS];
        private final boolean[] isWaiting = new boolean[DIGITS];
        private final long[] carry = new long[Grid.WORDS];

        void add(long[] masks, int offset) {
            System.arraycopy(masks, offset, carry, 0, Grid.WORDS);
            int d = 0;
            for (; isWaiting[d]; d++) {
                for (int w = 0; w < Grid.WORDS; w++) {
                    long x = digits[d * Grid.WORDS + w];
                    long y = waiting[d * Grid.WORDS + w];
                    long z = carry[w];
                    digits[d * Grid.WORDS + w] = x ^ y ^ z;
                    carry[w] = (x & y) | (z & (x | y));
                }
                isWaiting[d] = false;
            }
            System.arraycopy(carry, 0, waiting, d * Grid.WORDS, Grid.WORDS);
            isWaiting[d] = true;
        }

        /** Overwrites the counts and begins anew. */
        void take(int[] counts) {
            Arrays.fill(counts, 0);
            for (int d = 0; d < DIGITS; d++) {
                for (int w = 0; w < Grid.WORDS; w++) {
                    long twice = isWaiting[d] ? waiting[d * Grid.WORDS + w] : 0;
                    long once = digits[d * Grid.WORDS + w];
                    for (int b = 0; (once | twice) != 0 && b < Long.SIZE; b++) {
                        counts[w * Long.SIZE + b] += (int) ((once >>> b & 1) + (twice >>> b & 1)) << d;
                    }
                }
            }
            Arrays.fill(digits, 0);
            Arrays.fill(isWaiting, false);
        }
    }
}
