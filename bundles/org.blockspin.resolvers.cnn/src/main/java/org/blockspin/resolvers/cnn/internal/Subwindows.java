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
        int positions = architecture.subwindowRows() * architecture.subwindowColumns();
        int width = architecture.subwindowWidth();
        int height = architecture.subwindowHeight();
        CodeIndex distinct = new CodeIndex();
        int[] rows = new int[Math.multiplyExact(to - from, positions)];
        for (int window = from, next = 0; window < to; window++) {
            for (int position = 0; position < positions; position++) {
                rows[next++] = row(distinct.number(cut(architecture, windows[window], position)), position, positions);
            }
        }
        byte[] spins = new byte[Math.multiplyExact(distinct.size(), height * width)];
        for (int i = 0; i < distinct.size(); i++) {
            unpack(distinct.code(i), height * width, spins, i * height * width);
        }
        return new Subwindows(spins, new int[] {distinct.size(), height, width}, rows, positions);
    }

    /** The row of the contributions of a subwindow at a position. */
    static int row(int subwindow, int position, int positions) {
        return (subwindow + 1) * positions - 1 - position;
    }

    /** The subwindow at a position of a window; positions are counted row by row. */
    static long cut(Architecture architecture, long window, int position) {
        int columns = architecture.subwindowColumns();
        int windowWidth = architecture.windowWidth();
        int width = architecture.subwindowWidth();
        long corner = window >>> (position / columns * windowWidth + position % columns);
        long mask = (1L << width) - 1;
        long part = 0;
        for (int i = 0; i < architecture.subwindowHeight(); i++) {
            part |= (corner >>> (i * windowWidth) & mask) << (i * width);
        }
        return part;
    }

    /** Writes the bits of a subwindow as spins, from {@code offset} on. */
    static void unpack(long subwindow, int bits, byte[] spins, int offset) {
        for (int bit = 0; bit < bits; bit++) {
            spins[offset + bit] = (byte) (subwindow >>> bit & 1);
        }
    }
}
