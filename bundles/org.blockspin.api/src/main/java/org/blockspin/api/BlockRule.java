package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A coarse-graining rule for one fine lattice. Immutable and thread-safe. */
@ConsumerType
public interface BlockRule {
    /** The fine lattice. */
    Lattice fine();

    /** The lattice of the block spins. */
    Lattice coarse();

    /** The length rescaling factor b. */
    double scaleFactor();

    /** The fine sites of the block that becomes {@code coarseSite}, in the order in which {@link #probability} takes them. */
    int[] block(int coarseSite);

    /**
     * The kernel k(s, sigma) of Efthymiou et al. (2019), Eq. 2, for one block: the probability that a block with these
     * states becomes {@code coarseState}; 0 or 1 for a deterministic rule.
     */
    double probability(int coarseState, int[] blockStates);

    /** Coarse-grains every configuration of {@code fine} into the configuration of the same number of {@code coarse}. */
    void apply(Configurations fine, Configurations coarse, RandomStream random);
}
