package org.blockspin.resolvers.gibbs.internal;

import org.blockspin.api.BlockRule;
import org.blockspin.api.Lattice;

/**
 * Blocks of two sites of a ring, up where their states differ: between the two states of a block that make one block
 * spin, no single site can change.
 */
record ParityRule(Lattice fine) implements BlockRule {
    @Override
    public Lattice coarse() {
        return fine.resized(fine.cells().stream().map(extent -> extent / 2).toList());
    }

    @Override
    public BlockRule on(Lattice otherFine) {
        return new ParityRule(otherFine);
    }

    @Override
    public double scaleFactor() {
        return 2;
    }

    @Override
    public int[] block(int coarseSite) {
        return new int[] {2 * coarseSite, 2 * coarseSite + 1};
    }

    @Override
    public double probability(int coarseState, int[] blockStates) {
        return coarseState == (blockStates[0] ^ blockStates[1]) ? 1 : 0;
    }
}
