package org.blockspin.resolvers.table.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the boxes of all anchors of a configuration. Hot; scratch of one thread.
 *
 * <p>A code takes 2 bytes, or 4 if it has more than 16 bits, so that one {@code long} holds those of 4 or 2 successive
 * anchors. First every site gets the bits of the box's width from there on; then, from row to row, the box of an anchor
 * is the one above, with its first row shifted out and one row shifted in.
 */
final class BoxWindows {
    /** So that the anchors of one {@code long} and those above them are not the same. */
    static final int FEWEST_COLUMNS = 4;

    /** Anchors beyond the last that may be read, of no meaning. */
    static final int MARGIN = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    private final Box box;
    private final int rows;
    private final int columns;
    /** Bytes a code. */
    private final int stride;
    /** A row of zeros, then as many rows as the lattice has and boxes reach beyond; one box in from its last row. */
    private final byte[] codes;

    private final long[] row;

    BoxWindows(Box box, int rows, int columns) {
        this.box = box;
        this.rows = rows;
        this.columns = columns;
        this.stride = box.size() > 16 ? 4 : 2;
        this.codes = new byte[Math.toIntExact(((long) (rows + box.height()) * columns + MARGIN) * stride)];
        this.row = new long[(columns + box.width() - 1) / Long.SIZE + 2];
    }

    /** Reads the configuration that begins with this bit. */
    void read(long[] words, long origin) {
        int first = Math.floorMod(box.column(), columns);
        int from = Math.floorMod(box.row(), rows);
        for (int r = 0; r < rows + box.height() - 1; r++) {
            int start = from * columns;
            Bits.unroll(words, origin + start, columns, first, columns + box.width() - 1, row);
            from = from + 1 == rows ? 0 : from + 1;
            if (stride == 2) {
                readRowByFour((r + 1) * columns);
            } else {
                readRowByTwo((r + 1) * columns);
            }
        }
        roll();
    }

    private void readRowByFour(int anchor) {
        long mask = Bits.mask(box.width());
        for (int from = 0; from < columns; from += 32) {
            long bits = Bits.at(row, from);
            int end = Math.min(32, columns - from);
            for (int c = 0; c < end; c += 4) {
                long four = (bits & mask)
                        | (((bits >>> 1) & mask) << 16)
                        | (((bits >>> 2) & mask) << 32)
                        | (((bits >>> 3) & mask) << 48);
                LONG.set(codes, 2 * (anchor + from + c), four);
                bits >>>= 4;
            }
        }
    }

    private void readRowByTwo(int anchor) {
        long mask = Bits.mask(box.width());
        for (int from = 0; from < columns; from += 32) {
            long bits = Bits.at(row, from);
            int end = Math.min(32, columns - from);
            for (int c = 0; c < end; c += 2) {
                LONG.set(codes, 4 * (anchor + from + c), (bits & mask) | (((bits >>> 1) & mask) << 32));
                bits >>>= 2;
            }
        }
    }

    private void roll() {
        int width = box.width();
        int last = box.size() - width;
        long ones = stride == 2 ? 0x0001000100010001L : 0x0000000100000001L;
        long kept = ones * ((1L << last) - 1);
        long entering = ones * (((1L << width) - 1) << last);
        int above = columns * stride;
        int end = (rows + box.height()) * above;
        for (int i = above; i < end; i += Long.BYTES) {
            long rolled = ((long) LONG.get(codes, i - above) >>> width) & kept;
            LONG.set(codes, i, rolled | (((long) LONG.get(codes, i) << last) & entering));
        }
    }

    /** The code of the box of one anchor. */
    int code(int anchor) {
        int at = stride * (box.height() * columns + anchor);
        return stride == 2 ? (char) CHAR.get(codes, at) : (int) INT.get(codes, at);
    }

    /** Looks up the codes of successive anchors, which may run into the margin. */
    void lookUp(int anchor, long[] table, long[] found, int count) {
        int at = stride * (box.height() * columns + anchor);
        if (stride == 2) {
            for (int i = 0; i < count; i++) {
                found[i] = table[(char) CHAR.get(codes, at + 2 * i)];
            }
        } else {
            for (int i = 0; i < count; i++) {
                found[i] = table[(int) INT.get(codes, at + 4 * i)];
            }
        }
    }
}
