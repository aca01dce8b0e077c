package org.blockspin.resolvers.table.internal;

import org.blockspin.statistics.BernoulliThreshold;
import org.blockspin.statistics.SplitMix64;

/**
 * Draws all targets of all anchors of a configuration by the rule of {@link BernoulliThreshold}, a group an anchor: one
 * number serves the upper bits of an anchor's targets, at most four. The result is a plane a target, packed as a coarse
 * configuration is. Hot; scratch of one thread.
 *
 * <p>All lanes of 16 bits are compared at once: with the top bit of each lane of the numbers set, their difference to
 * the thresholds borrows nothing from the next lane and has the top bit set where u is not less. Where the upper bits
 * are equal somewhere, {@code chunk} anchors are looked at again, one by one, with all bits. Separate loops over short
 * arrays, because only those without branches and table look-ups become vector instructions.
 */
final class DrawnPlanes {
    private static final int CHUNK = 256;
    private static final long TOP = 0x8000800080008000L;
    private static final long ONE = 0x0001000100010001L;

    private final BoxTable table;
    private final BoxWindows windows;
    private final int anchors;
    private final long[] numbers = new long[CHUNK];
    private final long[] thresholds = new long[CHUNK];
    private final long[][] planes;

    DrawnPlanes(BoxTable table, BoxWindows windows, int anchors) {
        this.table = table;
        this.windows = windows;
        this.anchors = anchors;
        this.planes = new long[table.box().targets()][(anchors + Long.SIZE - 1) / Long.SIZE];
    }

    /** Draws from the boxes that were read last. */
    void draw(long key) {
        for (int anchor = 0; anchor < anchors; anchor += CHUNK) {
            int count = Math.min(CHUNK, (anchors - anchor + Long.SIZE - 1) & -Long.SIZE);
            number(key + (anchor + 1L) * SplitMix64.STEP, count);
            windows.lookUp(anchor, table.upper(), thresholds, count);
            if (compare(count)) {
                compareExactly(key, anchor, count);
            }
            for (int i = 0; i < count; i += Long.SIZE) {
                gather(i, (anchor + i) >>> 6);
            }
        }
    }

    private void number(long state, int count) {
        long[] numbers = this.numbers;
        for (int i = 0; i < count; i++) {
            numbers[i] = SplitMix64.mix(state + i * SplitMix64.STEP);
        }
    }

    /** Replaces numbers by the top bits of their lanes, set where u is not less; returns whether some are undecided. */
    private boolean compare(int count) {
        long[] numbers = this.numbers;
        long[] thresholds = this.thresholds;
        long different = TOP;
        for (int i = 0; i < count; i++) {
            long number = numbers[i];
            long threshold = thresholds[i];
            different &= ((number ^ threshold) | TOP) - ONE;
            numbers[i] = ((number | TOP) - threshold) & TOP;
        }
        return different != TOP;
    }

    private void compareExactly(long key, int first, int count) {
        for (int i = 0; i < count && first + i < anchors; i++) {
            int anchor = first + i;
            long number = SplitMix64.number(key, anchor);
            if (((((number ^ thresholds[i]) | TOP) - ONE) & TOP) != TOP) {
                int code = windows.code(anchor);
                long notLess = 0;
                for (int t = 0; t < planes.length; t++) {
                    int threshold = table.threshold(code, t);
                    if (!BernoulliThreshold.isUp(threshold, key, anchor, (long) anchors + anchor, t)) {
                        notLess |= 0x8000L << (16 * t);
                    }
                }
                numbers[i] = notLess;
            }
        }
    }

    /** The bits of 64 anchors to one word of each plane. */
    private void gather(int from, int word) {
        long a = ~gather(from);
        long b = ~gather(from + 16);
        long c = ~gather(from + 32);
        long d = ~gather(from + 48);
        for (int t = 0; t < planes.length; t++) {
            int lane = 16 * t;
            planes[t][word] = ((a >>> lane) & 0xFFFF)
                    | (((b >>> lane) & 0xFFFF) << 16)
                    | (((c >>> lane) & 0xFFFF) << 32)
                    | ((d >>> lane) << 48);
        }
    }

    /** The top bits of 16 anchors' lanes, the first anchor's lowest. */
    private long gather(int from) {
        long lanes = 0;
        for (int i = from; i < from + 16; i++) {
            lanes = (lanes >>> 1) | numbers[i];
        }
        return lanes;
    }

    /** The planes by target; bits behind the last anchor are of no meaning. */
    long[][] planes() {
        return planes;
    }
}
