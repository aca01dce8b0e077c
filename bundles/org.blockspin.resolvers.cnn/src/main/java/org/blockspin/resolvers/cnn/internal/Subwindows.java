package org.blockspin.resolvers.cnn.internal;

/**
 * Windows taken apart into their distinct subwindows, as {@link Layers#windows} wants them.
 *
 * @param spins the distinct subwindows [subwindow, row, column], 0 or 1
 * @param shape subwindows, rows and columns
 * @param rows [window, subwindow of the window]: number of the subwindow times the positions in a window, plus the
 *     position, counted downwards
 * @param rowsPerWindow subwindows of a window
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between neighbours, never compared
record Subwindows(byte[] spins, int[] shape, int[] rows, int rowsPerWindow) {

    /** Of the windows from (inclusive) to (exclusive). */
    static Subwindows of(Architecture architecture, long[] windows, int from, int to) {
        int down = architecture.subwindowRows();
        int across = architecture.subwindowColumns();
        int positions = down * across;
        int windowWidth = architecture.windowWidth();
        int width = architecture.subwindowWidth();
        int height = architecture.subwindowHeight();
        CodeIndex distinct = new CodeIndex();
        int[] rows = new int[Math.multiplyExact(to - from, positions)];
        // Hot: once for every distinct window of every batch.
        for (int window = from, next = 0; window < to; window++) {
            for (int row = 0; row < down; row++) {
                for (int column = 0; column < across; column++) {
                    long part = cut(windows[window] >>> (row * windowWidth + column), windowWidth, width, height);
                    rows[next++] = (distinct.number(part) + 1) * positions - 1 - (row * across + column);
                }
            }
        }
        int[] shape = {distinct.size(), height, width};
        return new Subwindows(unpacked(distinct, height * width), shape, rows, positions);
    }

    private static long cut(long corner, int windowWidth, int width, int height) {
        long mask = (1L << width) - 1;
        long part = 0;
        for (int i = 0; i < height; i++) {
            part |= (corner >>> (i * windowWidth) & mask) << (i * width);
        }
        return part;
    }

    private static byte[] unpacked(CodeIndex codes, int bits) {
        byte[] spins = new byte[Math.multiplyExact(codes.size(), bits)];
        for (int i = 0; i < codes.size(); i++) {
            for (int bit = 0; bit < bits; bit++) {
                spins[i * bits + bit] = (byte) (codes.code(i) >>> bit & 1);
            }
        }
        return spins;
    }
}
