package org.blockspin.observables.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** Counts blocks by how many of their sites are up. Used by one thread at a time. */
interface BlockCounter {
    /** Writes into the row of every configuration how many of its blocks have 0, 1, ... sites in state 1. */
    void count(Configurations batch, double[][] rows);

    /** The fastest counter of blocks of b cells per dimension, of which every extent is a multiple. */
    static BlockCounter of(Lattice lattice, int b) {
        return b <= PackedBlocks.LARGEST ? new PackedBlocks(lattice, b) : new WideBlocks(lattice, b);
    }
}
