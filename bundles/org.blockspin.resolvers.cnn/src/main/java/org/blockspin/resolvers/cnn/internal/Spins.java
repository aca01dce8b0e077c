package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** Spins as the network takes them: a byte a spin, row by row, a chain being one row. */
final class Spins {
    private Spins() {}

    /** Extents of so many configurations: configurations, rows, columns. */
    static int[] shape(Lattice lattice, int configurations) {
        List<Integer> cells = lattice.cells();
        int columns = cells.get(cells.size() - 1);
        return new int[] {configurations, lattice.sites() / columns, columns};
    }

    /** Writes the spins of a configuration, 0 or 1, from {@code offset} on. */
    static void unpack(Configurations configurations, int configuration, byte[] spins, int offset) {
        long[] words = configurations.words();
        int first = configurations.wordOffset(configuration, 0);
        for (int site = 0; site < configurations.sites(); site++) {
            spins[offset + site] = (byte) (words[first + (site >>> 6)] >>> site & 1);
        }
    }
}
