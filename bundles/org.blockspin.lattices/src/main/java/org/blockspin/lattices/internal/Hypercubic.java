package org.blockspin.lattices.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;

/** Lattices with one site a cell and one bond along every axis. */
final class Hypercubic {
    private Hypercubic() {}

    /**
     * A periodic hypercubic lattice whose bonds are all of type 0, in the order of the axes.
     *
     * @throws InvalidParameterException naming {@code size}, unless it holds {@code dimensions} extents of at least 2
     *     and not more than 2^31 - 1 sites
     */
    static Lattice lattice(String kind, int dimensions, List<Integer> size) {
        if (size.size() != dimensions) {
            String extents = dimensions == 1 ? "one extent" : dimensions + " extents";
            throw new InvalidParameterException("size", "a list of " + extents, size);
        }
        long sites = 1;
        for (int d = 0; d < dimensions; d++) {
            int extent = size.get(d);
            if (extent < 2) {
                throw new InvalidParameterException("size[" + d + "]", "an extent of at least 2", extent);
            }
            sites = Math.min(sites * extent, 1L << 32);
        }
        if (sites > Integer.MAX_VALUE) {
            throw new InvalidParameterException("size", "at most 2147483647 sites", size);
        }
        return new Lattice(kind, size, 1, axisBonds(dimensions));
    }

    private static List<Bond> axisBonds(int dimensions) {
        List<Bond> bonds = new ArrayList<>();
        for (int axis = 0; axis < dimensions; axis++) {
            List<Integer> shift = new ArrayList<>(Collections.nCopies(dimensions, 0));
            shift.set(axis, 1);
            bonds.add(new Bond(0, 0, shift, 0));
        }
        return bonds;
    }
}
