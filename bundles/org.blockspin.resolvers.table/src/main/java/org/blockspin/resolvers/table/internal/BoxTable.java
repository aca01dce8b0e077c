package org.blockspin.resolvers.table.internal;

/**
 * The thresholds of all windows, by the code of the {@link Box} around the window. Immutable and thread-safe.
 *
 * <p>The targets of a window share a {@code long}: 16 bits each, with the upper 16 of their thresholds (0 to 2^15).
 * 65,536 windows so take 512 KB and stay in the cache.
 */
final class BoxTable {
    private final Box box;
    private final int[] thresholds;
    private final long[] upper;

    /** @param thresholds of every target of every window, at {@code window * targets + target}; shared, not copied */
    BoxTable(Box box, int[] thresholds) {
        this.box = box;
        this.thresholds = thresholds;
        this.upper = new long[1 << box.size()];
        for (int code = 0; code < upper.length; code++) {
            int first = box.window(code) * box.targets();
            for (int t = 0; t < box.targets(); t++) {
                upper[code] |= (long) (thresholds[first + t] >>> 16) << (16 * t);
            }
        }
    }

    Box box() {
        return box;
    }

    /** The upper parts of the thresholds by code; shared, not copied. */
    long[] upper() {
        return upper;
    }

    /** The whole threshold. */
    int threshold(int code, int target) {
        return thresholds[box.window(code) * box.targets() + target];
    }
}
