package org.blockspin.observables.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Counts small blocks, all those that begin within a window of 64 sites at a time. Hot; a test holds it to a readable
 * reference. Scratch of one thread.
 *
 * <p>The sums of the blocks are binary numbers whose digits lie in as many words, digit by digit: at the bit of a block's
 * first site. Every site of the blocks is added to them in turn, with carries by AND and XOR. What is done with one
 * window is done with {@value #LANES} of them, of one configuration after the other, in loops that a compiler turns into
 * vector instructions.
 */
final class PackedBlocks implements BlockCounter {
    /** Larger blocks are faster one by one. */
    static final int LARGEST = 5;

    /** Windows at a time: enough for long loops, and few enough for the nearest cache. */
    private static final int LANES = 256;

    private final int b;
    private final int[] rowsOfBlock;
    /** The first site of every window of a configuration. */
    private final int[] windows;
    /** Which sites of a window begin a block. */
    private final long[] firsts;

    private final long[][] digits;
    private final long[] row = new long[LANES];
    private final long[] carry = new long[LANES];

    PackedBlocks(Lattice lattice, int b) {
        this.b = b;
        this.rowsOfBlock = BlockSites.rows(lattice, b);
        int[] blocks = BlockSites.firsts(lattice, b);
        int[] starts = new int[blocks.length];
        long[] masks = new long[blocks.length];
        int count = 0;
        for (int first : blocks) {
            // A window ends with a whole block, so that no row of a block leaves it.
            if (count == 0 || first - starts[count - 1] > Long.SIZE - b) {
                starts[count++] = first;
            }
            masks[count - 1] |= 1L << (first - starts[count - 1]);
        }
        this.windows = Arrays.copyOf(starts, count);
        this.firsts = Arrays.copyOf(masks, count);
        this.digits = new long[digits(b * rowsOfBlock.length)][LANES];
    }

    /** Binary digits of a number. */
    private static int digits(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }

    @Override
    public void count(Configurations batch, double[][] rows) {
        for (int configuration = 0; configuration < batch.count(); configuration++) {
            Arrays.fill(rows[configuration], 0);
        }
        long all = (long) batch.count() * windows.length;
        for (long first = 0; first < all; first += LANES) {
            int lanes = (int) Math.min(LANES, all - first);
            int configuration = (int) (first / windows.length);
            int window = (int) (first % windows.length);
            add(batch, configuration, window, lanes);
            count(rows, configuration, window, lanes);
        }
    }

    private void add(Configurations batch, int configuration, int window, int lanes) {
        for (long[] digit : digits) {
            Arrays.fill(digit, 0);
        }
        int added = 0;
        for (int distance : rowsOfBlock) {
            load(batch, configuration, window, distance, lanes);
            for (int column = 0; column < b; column++) {
                shift(row, column, carry);
                int digitsInUse = digits(++added);
                for (int digit = 0; digit < digitsInUse; digit++) {
                    add(digits[digit], carry);
                }
            }
        }
    }

    /** The sites at this distance from those of the windows. */
    private void load(Configurations batch, int configuration, int window, int distance, int lanes) {
        long[] words = batch.words();
        int lane = 0;
        int begin = window;
        for (int c = configuration; lane < lanes; c++) {
            int word = batch.wordOffset(c, 0);
            int end = Math.min(windows.length, begin + lanes - lane);
            for (int i = begin; i < end; i++) {
                row[lane++] = States.bits(words, word, windows[i] + distance);
            }
            begin = 0;
        }
    }

    private static void shift(long[] from, int bits, long[] to) {
        for (int lane = 0; lane < LANES; lane++) {
            to[lane] = from[lane] >>> bits;
        }
    }

    private static void add(long[] digit, long[] carry) {
        for (int lane = 0; lane < LANES; lane++) {
            long sum = digit[lane] ^ carry[lane];
            carry[lane] &= digit[lane];
            digit[lane] = sum;
        }
    }

    private void count(double[][] rows, int configuration, int window, int lanes) {
        int sums = b * rowsOfBlock.length + 1;
        long[] equal = carry;
        for (int sum = 0; sum < sums; sum++) {
            Arrays.fill(equal, -1);
            for (int digit = 0; digit < digits.length; digit++) {
                keepEqual(equal, digits[digit], -(sum >>> digit & 1L));
            }
            count(equal, rows, sum, configuration, window, lanes);
        }
    }

    private static void keepEqual(long[] equal, long[] digit, long wanted) {
        for (int lane = 0; lane < LANES; lane++) {
            equal[lane] &= ~(digit[lane] ^ wanted);
        }
    }

    /** Adds up what is equal to a sum. One loop: there may be few windows a configuration. */
    private void count(long[] equal, double[][] rows, int sum, int configuration, int window, int lanes) {
        int c = configuration;
        int i = window;
        int count = 0;
        for (int lane = 0; lane < lanes; lane++) {
            count += Long.bitCount(equal[lane] & firsts[i]);
            if (++i == firsts.length) {
                rows[c++][sum] += count;
                count = 0;
                i = 0;
            }
        }
        if (i > 0) {
            rows[c][sum] += count;
        }
    }
}
