package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/**
 * Counts pairs along the axes of a lattice with one site a cell and two states a site, 64 pairs at a time;
 * {@link GatheredPairs} is the readable reference that a test holds it to.
 *
 * <p>A translation along one axis of a row-major array rotates segments of bits: by r cells along an axis of extent L
 * and stride S (the product of all later extents), it rotates every segment of L S bits by r S bits. The unequal pairs
 * are the ones of each segment XOR its rotation. A translation is a permutation of the sites, so that as many pairs are
 * (1, 0) as (0, 1), and with the number of up spins the number of unequal pairs determines all four counts.
 */
final class PackedPairs implements PairCounter {
    private final Rotation[] rotations;

    PackedPairs(Lattice lattice, List<Displacement> displacements) {
        this.rotations =
                displacements.stream().map(d -> rotation(lattice, d.shift())).toArray(Rotation[]::new);
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
        return Rotation.of(lattice.sites(), extent * stride, Math.floorMod(shift.get(axis), extent) * stride);
    }

    @Override
    public void count(Configurations batch, int configuration, int[][] counts) {
        int up = States.up(batch, configuration);
        int word = batch.wordOffset(configuration, 0);
        for (int i = 0; i < counts.length; i++) {
            int half = rotations[i].unequal(batch.words(), word) / 2;
            counts[i][0] = batch.sites() - up - half;
            counts[i][1] = half;
            counts[i][2] = half;
            counts[i][3] = up - half;
        }
    }
}
