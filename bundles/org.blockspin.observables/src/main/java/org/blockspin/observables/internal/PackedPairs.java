package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Counts pairs along the axes of a lattice with one site a cell and two states a site, 64 pairs at a time. A hot loop;
 * {@link GatheredPairs} is the readable reference that a test holds it to.
 *
 * <p>A translation along one axis of a row-major array rotates segments of bits: by r cells along an axis of extent L
 * and stride S (the product of all later extents), it rotates every segment of L S bits by r S bits. The unequal pairs
 * are the ones of each segment XOR its rotation. A translation is a permutation of the sites, so that as many pairs are
 * (1, 0) as (0, 1), and with the number of up spins the number of unequal pairs determines all four counts.
 */
final class PackedPairs implements PairCounter {
    /** A rotation of all segments of this many bits. */
    private record Rotation(int segment, int bits) {}

    private final List<Rotation> rotations;

    PackedPairs(Lattice lattice, List<Displacement> displacements) {
        this.rotations =
                displacements.stream().map(d -> rotation(lattice, d.shift())).toList();
    }

    /** Whether at most one component differs from zero. */
    static boolean isAlongOneAxis(List<Integer> shift) {
        return shift.stream().filter(step -> step != 0).count() <= 1;
    }

    private static Rotation rotation(Lattice lattice, List<Integer> shift) {
        int stride = 1;
        int axis = lattice.dimensions() - 1;
        while (axis > 0 && shift.get(axis) == 0) {
            stride *= lattice.cells().get(axis);
            axis--;
        }
        int extent = lattice.cells().get(axis);
        return new Rotation(extent * stride, Math.floorMod(shift.get(axis), extent) * stride);
    }

    @Override
    public void count(Configurations batch, int configuration, int[][] counts) {
        int up = States.up(batch, configuration);
        for (int i = 0; i < counts.length; i++) {
            int half = unequal(batch, configuration, rotations.get(i)) / 2;
            counts[i][0] = batch.sites() - up - half;
            counts[i][1] = half;
            counts[i][2] = half;
            counts[i][3] = up - half;
        }
    }

    private static int unequal(Configurations batch, int configuration, Rotation rotation) {
        long[] words = batch.words();
        int word = batch.wordOffset(configuration, 0);
        int moved = rotation.bits;
        int kept = rotation.segment - moved;
        int unequal = 0;
        for (int start = 0; start < batch.sites(); start += rotation.segment) {
            unequal += unequal(words, word, start, start + moved, kept);
            unequal += unequal(words, word, start + kept, start, moved);
        }
        return unequal;
    }

    /** At how many of {@code length} positions the bits from a and the bits from b differ. */
    private static int unequal(long[] words, int word, int a, int b, int length) {
        int unequal = 0;
        int done = 0;
        for (; done <= length - Long.SIZE; done += Long.SIZE) {
            unequal += Long.bitCount(bits(words, word, a + done) ^ bits(words, word, b + done));
        }
        if (done < length) {
            long difference = bits(words, word, a + done) ^ bits(words, word, b + done);
            unequal += Long.bitCount(difference << (done - length));
        }
        return unequal;
    }

    /** 64 bits from this bit on; those beyond the end of the array are zero. */
    private static long bits(long[] words, int word, int bit) {
        int index = word + (bit >>> 6);
        long low = words[index] >>> bit;
        return (bit & 63) == 0 || index + 1 == words.length ? low : low | words[index + 1] << -bit;
    }
}
