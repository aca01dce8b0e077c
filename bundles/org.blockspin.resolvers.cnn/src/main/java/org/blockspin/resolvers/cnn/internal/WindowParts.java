package org.blockspin.resolvers.cnn.internal;

/**
 * The subwindows of many windows, numbered once, so that a batch of these windows only picks its own. Not thread-safe.
 */
final class WindowParts {
    private final int height;
    private final int width;
    private final int positions;
    private final CodeIndex subwindows = new CodeIndex();
    /** Number of the subwindow by window and position. */
    private final int[] parts;
    /** By number of the subwindow: one more than its number in the batch; all zero between batches. */
    private final int[] numbers;

    /** Numbers of the subwindows that occur in the batch. */
    private final int[] present;

    WindowParts(Architecture architecture, CodeIndex windows) {
        height = architecture.subwindowHeight();
        width = architecture.subwindowWidth();
        positions = architecture.subwindowRows() * architecture.subwindowColumns();
        parts = new int[Math.multiplyExact(windows.size(), positions)];
        for (int i = 0; i < parts.length; i++) {
            long window = windows.code(i / positions);
            parts[i] = subwindows.number(Subwindows.cut(architecture, window, i % positions));
        }
        numbers = new int[subwindows.size()];
        present = new int[subwindows.size()];
    }

    /** Of the windows {@code windows[from]} to {@code windows[to - 1]}. Hot: once a batch. */
    Subwindows of(int[] windows, int from, int to) {
        int[] rows = new int[Math.multiplyExact(to - from, positions)];
        int count = 0;
        int next = 0;
        for (int i = from; i < to; i++) {
            int first = windows[i] * positions;
            for (int position = 0; position < positions; position++) {
                int part = parts[first + position];
                if (numbers[part] == 0) {
                    present[count++] = part;
                    numbers[part] = count;
                }
                rows[next++] = Subwindows.row(numbers[part] - 1, position, positions);
            }
        }
        return new Subwindows(spins(count), new int[] {count, height, width}, rows, positions);
    }

    private byte[] spins(int count) {
        int bits = height * width;
        byte[] spins = new byte[Math.multiplyExact(count, bits)];
        for (int i = 0; i < count; i++) {
            Subwindows.unpack(subwindows.code(present[i]), bits, spins, i * bits);
            numbers[present[i]] = 0;
        }
        return spins;
    }
}
