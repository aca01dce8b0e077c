package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;

/**
 * Hot loops in plain Java. They are written for the compiler of the JVM, which turns a loop into vector instructions only
 * if its body is small, each array occurs at one offset, and all steps are alike: two levels of a ladder a loop, and
 * neighbours copied to arrays of their own. Following the bonds of a row is a chain from site to site, which no compiler
 * breaks up: there the eight words of a site are written out.
 */
public final class PlainKernels implements Kernels {
    /** Makes these kernels. */
    public static final Kernels.Maker MAKER = new Kernels.Maker() {
        @Override
        public Kernels make(Grid grid) {
            return new PlainKernels(grid);
        }

        @Override
        public String technique() {
            return "plain Java";
        }
    };

    private static final int WORDS = Grid.WORDS;
    /** Words that stay in the first cache of a core while a ladder is climbed. */
    private static final int STRETCH = 1024;

    private final Grid grid;
    private final long[] here;
    private final long[] up;
    private final long[] down;
    private final long[] left;
    private final long[] right;
    private final long[] bondsFrom;
    private final long[] bondsTo;

    /** Kernels of one thread for this grid. */
    PlainKernels(Grid grid) {
        this.grid = grid;
        this.here = new long[grid.rowsAtOnce() * grid.half() * WORDS];
        this.up = new long[here.length];
        this.down = new long[here.length];
        this.left = new long[here.length];
        this.right = new long[here.length];
        this.bondsFrom = new long[2 * grid.columns() * WORDS];
        this.bondsTo = new long[bondsFrom.length];
    }

    @Override
    public void draw(Lanes lanes, Ladder ladder, long[] mask) {
        Arrays.fill(mask, ladder.start());
        for (int from = 0; from < mask.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, mask.length);
            int level = 0;
            for (; level + 2 <= ladder.levels(); level += 2) {
                two(
                        lanes.first(),
                        lanes.second(),
                        mask,
                        from,
                        to,
                        ladder.complement(level),
                        ladder.complement(level + 1));
            }
            if (level < ladder.levels()) {
                one(lanes.first(), lanes.second(), mask, from, to, ladder.complement(level));
            }
        }
    }

    private static void one(long[] first, long[] second, long[] mask, int from, int to, long complement) {
        for (int i = from; i < to; i++) {
            long a = first[i];
            long b = second[i];
            long m = mask[i];
            long r = Long.rotateLeft(a + b, 17) + a;
            b ^= a;
            first[i] = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
            second[i] = Long.rotateLeft(b, 28);
            mask[i] = (m & r) ^ complement;
        }
    }

    private static void two(long[] first, long[] second, long[] mask, int from, int to, long complement, long next) {
        for (int i = from; i < to; i++) {
            long a = first[i];
            long b = second[i];
            long m = mask[i];
            long r = Long.rotateLeft(a + b, 17) + a;
            b ^= a;
            a = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
            b = Long.rotateLeft(b, 28);
            m = (m & r) ^ complement;
            r = Long.rotateLeft(a + b, 17) + a;
            b ^= a;
            first[i] = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
            second[i] = Long.rotateLeft(b, 28);
            mask[i] = (m & r) ^ next;
        }
    }

    @Override
    public void draw(Lanes lanes, Ladder ladder, Ladder second, long[] mask, long[] secondMask) {
        Arrays.fill(mask, ladder.start());
        Arrays.fill(secondMask, second.start());
        for (int from = 0; from < mask.length; from += STRETCH) {
            int to = Math.min(from + STRETCH, mask.length);
            for (int level = 0; level < ladder.levels(); level++) {
                pair(
                        lanes.first(),
                        lanes.second(),
                        mask,
                        secondMask,
                        from,
                        to,
                        ladder.complement(level),
                        second.complement(level));
            }
        }
    }

    private static void pair(
            long[] first,
            long[] second,
            long[] mask,
            long[] secondMask,
            int from,
            int to,
            long complement,
            long secondComplement) {
        for (int i = from; i < to; i++) {
            long a = first[i];
            long b = second[i];
            long m = mask[i];
            long n = secondMask[i];
            long r = Long.rotateLeft(a + b, 17) + a;
            b ^= a;
            first[i] = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
            second[i] = Long.rotateLeft(b, 28);
            mask[i] = (m & r) ^ complement;
            secondMask[i] = (n & r) ^ secondComplement;
        }
    }

    @Override
    public void metropolis(long[] spins, int row, int colour, long[] one, long[] none) {
        int n = grid.half() * WORDS;
        for (int r = 0; r < grid.rowsAtOnce(); r++) {
            int parity = (row + r + colour) & 1;
            int beside = grid.site(row + r, 1 - parity);
            System.arraycopy(spins, grid.site(row + r, parity), here, r * n, n);
            System.arraycopy(spins, grid.site(row + r - 1, parity), up, r * n, n);
            System.arraycopy(spins, grid.site(row + r + 1, parity), down, r * n, n);
            System.arraycopy(spins, beside, left, r * n, n);
            copyRotated(spins, beside, parity == 0 ? n - WORDS : WORDS, n, right, r * n);
        }
        oppositeAcross(here, up, down);
        oppositeInAll(here, up, down, left, right);
        flip(here, left, right, one, none);
        for (int r = 0; r < grid.rowsAtOnce(); r++) {
            System.arraycopy(here, r * n, spins, grid.site(row + r, (row + r + colour) & 1), n);
        }
    }

    /** Copies n words so that number {@code first} of them comes first. */
    private static void copyRotated(long[] from, int offset, int first, int n, long[] to, int at) {
        System.arraycopy(from, offset + first, to, at, n - first);
        System.arraycopy(from, offset, to, at + n - first, first);
    }

    /** Afterwards {@code up} says where at least one of both is opposite, {@code down} where two are. */
    private static void oppositeAcross(long[] here, long[] up, long[] down) {
        for (int i = 0; i < here.length; i++) {
            long a = up[i] ^ here[i];
            long b = down[i] ^ here[i];
            up[i] = a | b;
            down[i] = a & b;
        }
    }

    /** Afterwards {@code left} says where at least one of all four is opposite, {@code right} where two are. */
    private static void oppositeInAll(long[] here, long[] up, long[] down, long[] left, long[] right) {
        for (int i = 0; i < here.length; i++) {
            long a = left[i] ^ here[i];
            long b = right[i] ^ here[i];
            left[i] = up[i] | a | b;
            right[i] = down[i] | (a & b) | (up[i] & (a | b));
        }
    }

    private static void flip(long[] here, long[] any, long[] two, long[] one, long[] none) {
        for (int i = 0; i < here.length; i++) {
            here[i] ^= two[i] | (any[i] & one[i]) | (~any[i] & none[i]);
        }
    }

    @Override
    public void bonds(long[] spins, int row, long[] mask, long[] toRight, long[] toDown) {
        int at = grid.row(row);
        int n = grid.half() * WORDS;
        System.arraycopy(spins, at, bondsFrom, 0, 2 * n);
        System.arraycopy(spins, at, bondsFrom, 2 * n, 2 * n);
        System.arraycopy(spins, at + n, bondsTo, 0, n);
        copyRotated(spins, at, WORDS, n, bondsTo, n);
        System.arraycopy(spins, grid.row(row + 1), bondsTo, 2 * n, 2 * n);
        equal(bondsFrom, bondsTo, mask);
        System.arraycopy(bondsFrom, 0, toRight, at, 2 * n);
        System.arraycopy(bondsFrom, 2 * n, toDown, at, 2 * n);
    }

    private static void equal(long[] from, long[] to, long[] mask) {
        for (int i = 0; i < from.length; i++) {
            from[i] = mask[i] & ~(from[i] ^ to[i]);
        }
    }

    @Override
    public int close(long[] cluster, long[] toRight, long[] toDown, int row, boolean above, boolean closed) {
        int at = grid.row(row);
        int from = grid.row(above ? row - 1 : row + 1);
        int bonds = above ? from : at;
        int n = grid.half() * WORDS;
        long changed = 0;
        long open = 0;
        for (int w = 0; w < WORDS; w += 2) {
            int first = at + w;
            int last = first + 2 * n - WORDS;
            long joined = forward(cluster, toRight, toDown, first, from + w, bonds + w, n);
            if (!closed || joined != 0) {
                joined |= backward(cluster, toRight, first, n);
                open |= (cluster[first] ^ cluster[last]) & toRight[last];
                open |= (cluster[first + 1] ^ cluster[last + 1]) & toRight[last + 1];
            }
            changed |= joined;
        }
        return (changed == 0 ? 0 : CHANGED) | (open == 0 ? 0 : OPEN);
    }

    /** From left to right, with the other row; two words of every site. */
    private static long forward(long[] cluster, long[] toRight, long[] toDown, int row, int from, int bonds, int n) {
        int last = row + 2 * n - WORDS;
        long carry = cluster[last] & toRight[last];
        long carry1 = cluster[last + 1] & toRight[last + 1];
        long changed = 0;
        for (int i = 0; i < n; i += WORDS) {
            long old = cluster[row + i];
            long old1 = cluster[row + i + 1];
            long joined = old | carry | (cluster[from + i] & toDown[bonds + i]);
            long joined1 = old1 | carry1 | (cluster[from + i + 1] & toDown[bonds + i + 1]);
            changed |= (joined ^ old) | (joined1 ^ old1);
            carry = joined & toRight[row + i];
            carry1 = joined1 & toRight[row + i + 1];
            cluster[row + i] = joined;
            cluster[row + i + 1] = joined1;
            int odd = i + n;
            old = cluster[row + odd];
            old1 = cluster[row + odd + 1];
            joined = old | carry | (cluster[from + odd] & toDown[bonds + odd]);
            joined1 = old1 | carry1 | (cluster[from + odd + 1] & toDown[bonds + odd + 1]);
            changed |= (joined ^ old) | (joined1 ^ old1);
            carry = joined & toRight[row + odd];
            carry1 = joined1 & toRight[row + odd + 1];
            cluster[row + odd] = joined;
            cluster[row + odd + 1] = joined1;
        }
        return changed;
    }

    /** From right to left; two words of every site. */
    private static long backward(long[] cluster, long[] toRight, int row, int n) {
        long joined = cluster[row];
        long joined1 = cluster[row + 1];
        long changed = 0;
        for (int i = n - WORDS; i >= 0; i -= WORDS) {
            int odd = row + i + n;
            long old = cluster[odd];
            long old1 = cluster[odd + 1];
            joined = old | (joined & toRight[odd]);
            joined1 = old1 | (joined1 & toRight[odd + 1]);
            changed |= (joined ^ old) | (joined1 ^ old1);
            cluster[odd] = joined;
            cluster[odd + 1] = joined1;
            int even = row + i;
            old = cluster[even];
            old1 = cluster[even + 1];
            joined = old | (joined & toRight[even]);
            joined1 = old1 | (joined1 & toRight[even + 1]);
            changed |= (joined ^ old) | (joined1 ^ old1);
            cluster[even] = joined;
            cluster[even + 1] = joined1;
        }
        return changed;
    }
}
