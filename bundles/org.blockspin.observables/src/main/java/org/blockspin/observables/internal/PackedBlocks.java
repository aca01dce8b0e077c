package org.blockspin.observables.internal;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Counts small blocks, all those of a word of columns at a time; {@link GatheredBlocks} is the readable reference that a
 * test holds it to. Hot; scratch of one thread.
 *
 * <p>The sums of the blocks are binary numbers whose digits lie in as many words, digit by digit: at the bit of a
 * block's first column. Every site of the blocks is added to them in turn, with carries by AND and XOR.
 */
final class PackedBlocks implements BlockCounter {
    /** Larger blocks are faster one by one. */
    static final int LARGEST = 8;

    private final int b;
    private final int columns;
    /** Columns of one word: whole blocks. */
    private final int width;
    /** Bits of the first columns of blocks. */
    private final long firsts;
    /** Numbers of the first site of every row of blocks. */
    private final int[] rowsOfBlocks;
    /** Distances of the rows of a block from its first. */
    private final int[] rowsOfBlock;

    private final long[] digits;

    PackedBlocks(Lattice lattice, int b) {
        this.b = b;
        this.columns = lattice.cells().get(lattice.dimensions() - 1);
        this.width = Math.min(columns, Long.SIZE / b * b);
        long bits = 0;
        for (int column = 0; column < width; column += b) {
            bits |= 1L << column;
        }
        this.firsts = bits;
        this.rowsOfBlocks = rows(lattice, b, true);
        this.rowsOfBlock = rows(lattice, b, false);
        int sites = b * rowsOfBlock.length;
        this.digits = new long[Integer.SIZE - Integer.numberOfLeadingZeros(sites)];
    }

    /** First sites of the rows whose coordinates are all multiples of b, or of those where all are less than b. */
    private static int[] rows(Lattice lattice, int b, boolean multiples) {
        int columns = lattice.cells().get(lattice.dimensions() - 1);
        int[] found = new int[lattice.sites() / columns];
        int count = 0;
        for (int first = 0; first < lattice.sites(); first += columns) {
            int[] cell = lattice.cell(first);
            if (Arrays.stream(cell).allMatch(coordinate -> multiples ? coordinate % b == 0 : coordinate < b)) {
                found[count++] = first;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public void count(Configurations batch, int configuration, int[] counts) {
        Arrays.fill(counts, 0);
        int word = batch.wordOffset(configuration, 0);
        for (int first : rowsOfBlocks) {
            for (int column = 0; column < columns; column += width) {
                long blocks = column + width <= columns ? firsts : firsts & ((1L << (columns - column)) - 1);
                add(batch.words(), word, first + column);
                count(blocks, counts);
            }
        }
    }

    private void add(long[] words, int word, int first) {
        Arrays.fill(digits, 0);
        for (int row : rowsOfBlock) {
            long bits = States.bits(words, word, first + row);
            for (int column = 0; column < b; column++) {
                long carry = bits >>> column;
                for (int digit = 0; digit < digits.length; digit++) {
                    long sum = digits[digit] ^ carry;
                    carry &= digits[digit];
                    digits[digit] = sum;
                }
            }
        }
    }

    private void count(long blocks, int[] counts) {
        for (int sum = 0; sum < counts.length; sum++) {
            long equal = blocks;
            for (int digit = 0; digit < digits.length; digit++) {
                long wanted = -(sum >>> digit & 1L);
                equal &= ~(digits[digit] ^ wanted);
            }
            counts[sum] += Long.bitCount(equal);
        }
    }
}
