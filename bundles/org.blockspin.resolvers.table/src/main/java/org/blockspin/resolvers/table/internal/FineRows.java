package org.blockspin.resolvers.table.internal;

import org.blockspin.resolvers.table.internal.Box.Source;

/**
 * Puts a fine configuration together from the planes of its targets. Every fine row takes its even and its odd columns
 * from one plane each: a coarse row of it, rotated. Hot; scratch of one thread.
 */
final class FineRows {
    /** Columns of a coarse row that make a word of a fine one. */
    private static final int HALF_WORD = 32;

    private final int rows;
    private final int columns;
    private final int parities;
    /** By parity, see {@link Box#sources}: the plane, and by how much it is rotated downwards and to the right. */
    private final int[] targets;

    private final int[] down;
    private final int[] right;
    private final long[] even;
    private final long[] odd;

    FineRows(Box box, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.parities = box.targets();
        this.targets = box.sources().stream().mapToInt(Source::target).toArray();
        this.down = box.sources().stream()
                .mapToInt(source -> Math.floorMod(source.rows(), rows))
                .toArray();
        this.right = box.sources().stream()
                .mapToInt(source -> Math.floorMod(source.columns(), columns))
                .toArray();
        this.even = new long[(columns + Long.SIZE - 1) / Long.SIZE + 1];
        this.odd = even.clone();
    }

    /** Writes the configuration that begins with word {@code offset}; padding bits become zero. */
    void write(long[][] planes, long[] words, int offset) {
        long to = (long) offset * Long.SIZE;
        for (int row = 0; row < rows; row++) {
            for (int parity = 0; parity < parities; parity += 2) {
                if (columns <= HALF_WORD) {
                    writeShort(planes, row, parity, words, to);
                } else {
                    writeLong(planes, row, parity, words, to);
                }
                to += 2L * columns;
            }
        }
    }

    private void writeShort(long[][] planes, int row, int parity, long[] words, long to) {
        long bits = Bits.spread(rotated(planes, row, parity)) | (Bits.spread(rotated(planes, row, parity + 1)) << 1);
        Bits.append(bits, 2 * columns, words, to);
    }

    private long rotated(long[][] planes, int row, int parity) {
        long mask = Bits.mask(columns);
        long bits = Bits.at(planes[targets[parity]], start(row, parity)) & mask;
        return ((bits << right[parity]) | (bits >>> (columns - right[parity]))) & mask;
    }

    private void writeLong(long[][] planes, int row, int parity, long[] words, long to) {
        unroll(planes, row, parity, even);
        unroll(planes, row, parity + 1, odd);
        for (int from = 0; from < columns; from += HALF_WORD) {
            int count = 2 * Math.min(HALF_WORD, columns - from);
            long bits = Bits.spread(even[from >>> 6] >>> from) | (Bits.spread(odd[from >>> 6] >>> from) << 1);
            Bits.append(bits & Bits.mask(count), count, words, to + 2L * from);
        }
    }

    private void unroll(long[][] planes, int row, int parity, long[] bits) {
        int first = right[parity] == 0 ? 0 : columns - right[parity];
        Bits.unroll(planes[targets[parity]], start(row, parity), columns, first, columns, bits);
    }

    /** The bit of a plane where the coarse row begins that goes into this row. */
    private int start(int row, int parity) {
        int from = row - down[parity];
        return columns * (from < 0 ? from + rows : from);
    }
}
