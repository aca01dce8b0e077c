package org.blockspin.samplers.simd.internal;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.blockspin.samplers.internal.replicas.Grid;
import org.blockspin.samplers.internal.replicas.Kernels;
import org.blockspin.samplers.internal.replicas.Ladder;
import org.blockspin.samplers.internal.replicas.Lanes;

/**
 * Hot loops on the Vector API: a site, or the part of it that a register of the machine holds, is one vector. {@code
 * PlainKernels} is the same in plain Java, and gives the same bits.
 *
 * <p>Vectors live in registers only as long as every method that takes or gives one is inlined, which the compiler of the
 * JVM promises for those of the Vector API and for no other: hence no method here takes or gives a vector.
 */
final class VectorKernels implements Kernels {
    private static final int WORDS = Grid.WORDS;
    private static final VectorSpecies<Long> SPECIES =
            LongVector.SPECIES_PREFERRED.length() <= WORDS ? LongVector.SPECIES_PREFERRED : LongVector.SPECIES_512;
    private static final int LENGTH = SPECIES.length();

    /** Bits of a vector. */
    static final int BITS = SPECIES.vectorBitSize();

    private final Grid grid;

    VectorKernels(Grid grid) {
        this.grid = grid;
    }

    /** Two generators at once, so that one computes while the other waits. */
    @Override
    public void draw(Lanes lanes, Ladder ladder, long[] mask) {
        long[] first = lanes.first();
        long[] second = lanes.second();
        long[] complements = ladder.complements();
        LongVector start = LongVector.broadcast(SPECIES, ladder.start());
        int half = mask.length / WORDS / 2 * WORDS;
        for (int k = half; k < mask.length; k += LENGTH) {
            // With an odd number of sites the last one is drawn twice, from the same state.
            int i = k < 2 * half ? k - half : k;
            LongVector a = LongVector.fromArray(SPECIES, first, i);
            LongVector b = LongVector.fromArray(SPECIES, second, i);
            LongVector c = LongVector.fromArray(SPECIES, first, k);
            LongVector d = LongVector.fromArray(SPECIES, second, k);
            LongVector m = start;
            LongVector n = start;
            for (int level = 0; level < complements.length; level += WORDS) {
                LongVector complement = LongVector.fromArray(SPECIES, complements, level);
                m = m.and(a.add(b).lanewise(ROL, 17).add(a)).lanewise(XOR, complement);
                n = n.and(c.add(d).lanewise(ROL, 17).add(c)).lanewise(XOR, complement);
                b = b.lanewise(XOR, a);
                d = d.lanewise(XOR, c);
                a = a.lanewise(ROL, 49).lanewise(XOR, b).lanewise(XOR, b.lanewise(LSHL, 21));
                c = c.lanewise(ROL, 49).lanewise(XOR, d).lanewise(XOR, d.lanewise(LSHL, 21));
                b = b.lanewise(ROL, 28);
                d = d.lanewise(ROL, 28);
            }
            a.intoArray(first, i);
            b.intoArray(second, i);
            c.intoArray(first, k);
            d.intoArray(second, k);
            m.intoArray(mask, i);
            n.intoArray(mask, k);
        }
    }

    @Override
    public void draw(Lanes lanes, Ladder ladder, Ladder other, long[] mask, long[] otherMask) {
        long[] first = lanes.first();
        long[] second = lanes.second();
        long[] complements = ladder.complements();
        long[] otherComplements = other.complements();
        LongVector start = LongVector.broadcast(SPECIES, ladder.start());
        LongVector otherStart = LongVector.broadcast(SPECIES, other.start());
        int half = mask.length / WORDS / 2 * WORDS;
        for (int k = half; k < mask.length; k += LENGTH) {
            int i = k < 2 * half ? k - half : k;
            LongVector a = LongVector.fromArray(SPECIES, first, i);
            LongVector b = LongVector.fromArray(SPECIES, second, i);
            LongVector c = LongVector.fromArray(SPECIES, first, k);
            LongVector d = LongVector.fromArray(SPECIES, second, k);
            LongVector m = start;
            LongVector n = start;
            LongVector o = otherStart;
            LongVector p = otherStart;
            for (int level = 0; level < complements.length; level += WORDS) {
                LongVector complement = LongVector.fromArray(SPECIES, complements, level);
                LongVector otherComplement = LongVector.fromArray(SPECIES, otherComplements, level);
                LongVector r = a.add(b).lanewise(ROL, 17).add(a);
                LongVector s = c.add(d).lanewise(ROL, 17).add(c);
                m = m.and(r).lanewise(XOR, complement);
                n = n.and(s).lanewise(XOR, complement);
                o = o.and(r).lanewise(XOR, otherComplement);
                p = p.and(s).lanewise(XOR, otherComplement);
                b = b.lanewise(XOR, a);
                d = d.lanewise(XOR, c);
                a = a.lanewise(ROL, 49).lanewise(XOR, b).lanewise(XOR, b.lanewise(LSHL, 21));
                c = c.lanewise(ROL, 49).lanewise(XOR, d).lanewise(XOR, d.lanewise(LSHL, 21));
                b = b.lanewise(ROL, 28);
                d = d.lanewise(ROL, 28);
            }
            a.intoArray(first, i);
            b.intoArray(second, i);
            c.intoArray(first, k);
            d.intoArray(second, k);
            m.intoArray(mask, i);
            n.intoArray(mask, k);
            o.intoArray(otherMask, i);
            p.intoArray(otherMask, k);
        }
    }

    @Override
    public void metropolis(long[] spins, int row, int colour, long[] one, long[] none) {
        for (int r = 0; r < grid.rowsAtOnce(); r++) {
            int parity = (row + r + colour) & 1;
            flip(
                    spins,
                    grid.site(row + r, parity),
                    grid.site(row + r - 1, parity),
                    grid.site(row + r + 1, parity),
                    grid.site(row + r, 1 - parity),
                    parity == 0 ? -WORDS : WORDS,
                    one,
                    none,
                    r * grid.half() * WORDS);
        }
    }

    private void flip(
            long[] spins, int self, int above, int below, int beside, int shift, long[] one, long[] none, int mask) {
        int n = grid.half() * WORDS;
        for (int i = 0; i < n; i += LENGTH) {
            int next = i + shift;
            next = next < 0 ? next + n : next >= n ? next - n : next;
            LongVector spin = LongVector.fromArray(SPECIES, spins, self + i);
            LongVector a = LongVector.fromArray(SPECIES, spins, above + i).lanewise(XOR, spin);
            LongVector b = LongVector.fromArray(SPECIES, spins, below + i).lanewise(XOR, spin);
            LongVector c = LongVector.fromArray(SPECIES, spins, beside + i).lanewise(XOR, spin);
            LongVector d = LongVector.fromArray(SPECIES, spins, beside + next).lanewise(XOR, spin);
            LongVector ab = a.or(b);
            LongVector cd = c.or(d);
            LongVector two = a.and(b).or(c.and(d)).or(ab.and(cd));
            LongVector accept = LongVector.fromArray(SPECIES, none, mask + i)
                    .bitwiseBlend(LongVector.fromArray(SPECIES, one, mask + i), ab.or(cd));
            two.or(accept).lanewise(XOR, spin).intoArray(spins, self + i);
        }
    }

    @Override
    public void bonds(long[] spins, int row, long[] mask, long[] right, long[] down) {
        int at = grid.row(row);
        int below = grid.row(row + 1);
        int n = grid.half() * WORDS;
        for (int i = 0; i < n; i += LENGTH) {
            int next = i + WORDS < n ? i + WORDS : i + WORDS - n;
            LongVector even = LongVector.fromArray(SPECIES, spins, at + i);
            LongVector odd = LongVector.fromArray(SPECIES, spins, at + n + i);
            LongVector.fromArray(SPECIES, mask, i)
                    .and(even.lanewise(XOR, odd).not())
                    .intoArray(right, at + i);
            LongVector.fromArray(SPECIES, mask, n + i)
                    .and(LongVector.fromArray(SPECIES, spins, at + next)
                            .lanewise(XOR, odd)
                            .not())
                    .intoArray(right, at + n + i);
            LongVector.fromArray(SPECIES, mask, 2 * n + i)
                    .and(LongVector.fromArray(SPECIES, spins, below + i)
                            .lanewise(XOR, even)
                            .not())
                    .intoArray(down, at + i);
            LongVector.fromArray(SPECIES, mask, 3 * n + i)
                    .and(LongVector.fromArray(SPECIES, spins, below + n + i)
                            .lanewise(XOR, odd)
                            .not())
                    .intoArray(down, at + n + i);
        }
    }

    @Override
    public int close(long[] cluster, long[] right, long[] down, int row, boolean above, boolean closed) {
        int at = grid.row(row);
        int from = grid.row(above ? row - 1 : row + 1);
        int bonds = above ? from : at;
        int found = 0;
        for (int w = 0; w < WORDS; w += LENGTH) {
            int joined = forward(cluster, right, down, at + w, from + w, bonds + w);
            if (!closed || joined != 0) {
                joined |= backward(cluster, right, at + w);
            }
            found |= joined;
        }
        return found;
    }

    /** From left to right, with the other row. */
    private int forward(long[] cluster, long[] right, long[] down, int row, int from, int bonds) {
        int n = grid.half() * WORDS;
        int last = row + 2 * n - WORDS;
        LongVector changed = LongVector.zero(SPECIES);
        LongVector carry = LongVector.fromArray(SPECIES, cluster, last).and(LongVector.fromArray(SPECIES, right, last));
        for (int i = 0; i < n; i += WORDS) {
            LongVector old = LongVector.fromArray(SPECIES, cluster, row + i);
            LongVector joined = LongVector.fromArray(SPECIES, cluster, from + i)
                    .and(LongVector.fromArray(SPECIES, down, bonds + i))
                    .or(old)
                    .or(carry);
            joined.intoArray(cluster, row + i);
            changed = changed.or(joined.lanewise(XOR, old));
            carry = joined.and(LongVector.fromArray(SPECIES, right, row + i));
            int odd = i + n;
            old = LongVector.fromArray(SPECIES, cluster, row + odd);
            joined = LongVector.fromArray(SPECIES, cluster, from + odd)
                    .and(LongVector.fromArray(SPECIES, down, bonds + odd))
                    .or(old)
                    .or(carry);
            joined.intoArray(cluster, row + odd);
            changed = changed.or(joined.lanewise(XOR, old));
            carry = joined.and(LongVector.fromArray(SPECIES, right, row + odd));
        }
        return changed.compare(NE, 0).anyTrue() ? CHANGED : 0;
    }

    /** From right to left. */
    private int backward(long[] cluster, long[] right, int row) {
        int n = grid.half() * WORDS;
        int last = row + 2 * n - WORDS;
        LongVector changed = LongVector.zero(SPECIES);
        LongVector joined = LongVector.fromArray(SPECIES, cluster, row);
        for (int i = n - WORDS; i >= 0; i -= WORDS) {
            LongVector old = LongVector.fromArray(SPECIES, cluster, row + n + i);
            joined = joined.and(LongVector.fromArray(SPECIES, right, row + n + i))
                    .or(old);
            joined.intoArray(cluster, row + n + i);
            changed = changed.or(joined.lanewise(XOR, old));
            old = LongVector.fromArray(SPECIES, cluster, row + i);
            joined = joined.and(LongVector.fromArray(SPECIES, right, row + i)).or(old);
            joined.intoArray(cluster, row + i);
            changed = changed.or(joined.lanewise(XOR, old));
        }
        LongVector open = LongVector.fromArray(SPECIES, cluster, last)
                .lanewise(XOR, joined)
                .and(LongVector.fromArray(SPECIES, right, last));
        return (changed.compare(NE, 0).anyTrue() ? CHANGED : 0)
                | (open.compare(NE, 0).anyTrue() ? OPEN : 0);
    }
}
