package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A coarse-graining rule for one fine lattice. Immutable and thread-safe. */
@ConsumerType
public interface BlockRule {
    /** The fine lattice. */
    Lattice fine();

    /** The lattice of the block spins. Has no bond type that the fine lattice does not have. */
    Lattice coarse();

    /**
     * The same rule for another fine lattice: resolvers that know the rule work at sizes they were not trained at.
     *
     * @throws InvalidParameterException if the rule does not fit that lattice
     */
    BlockRule on(Lattice otherFine);

    /** The length rescaling factor b. */
    double scaleFactor();

    /** The fine sites of the block that becomes {@code coarseSite}, in the order in which {@link #probability} takes them. */
    int[] block(int coarseSite);

    /**
     * The kernel k(s, sigma) of Efthymiou et al. (2019), Eq. 2, for one block: the probability that a block with these
     * states becomes {@code coarseState}; 0 or 1 for a deterministic rule.
     */
    double probability(int coarseState, int[] blockStates);

    /**
     * Coarse-grains every configuration of {@code fine} into the configuration of the same number of {@code coarse}.
     * This default draws each coarse site from {@link #probability}; override it where that is too slow.
     */
    default void apply(Configurations fine, Configurations coarse, RandomStream random) {
        for (int site = 0; site < coarse.sites(); site++) {
            int[] block = block(site);
            int[] states = new int[block.length];
            for (int c = 0; c < fine.count(); c++) {
                for (int i = 0; i < block.length; i++) {
                    states[i] = fine.state(c, block[i]);
                }
                double left = random.nextDouble();
                int state = -1;
                while (left >= 0) {
                    state++;
                    left -= probability(state, states);
                }
                coarse.setState(c, site, state);
            }
        }
    }
}
