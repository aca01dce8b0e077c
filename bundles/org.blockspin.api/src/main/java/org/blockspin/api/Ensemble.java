package org.blockspin.api;

import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A recipe for configurations, not a store: block k is a pure function of (seed, step path, k, number of configurations
 * in the block), which the engine keeps or computes again. Thread-safe.
 */
@ProviderType
public interface Ensemble {
    /** Configurations a block; the last block of an ensemble may be smaller. The same in all 1.x versions of the API. */
    int BLOCK = 512;

    /**
     * Configurations that are there, for the tests of plugins: independent, as simulated, at no temperature, and of no root
     * that others have.
     *
     * @param configurations shared, and not to be changed afterwards
     */
    static Ensemble of(Model model, Configurations configurations) {
        return new GivenEnsemble(model, configurations);
    }

    Model model();

    Lattice lattice();

    /** Temperature in units of J / k_B, where the configurations have one. */
    OptionalDouble temperature();

    /**
     * How many times more the configurations were coarse-grained than super-resolved: 0 as simulated, 1 after one
     * coarse-graining, -1 after one super-resolution of simulated ones.
     */
    int depth();

    /** Number of configurations. */
    long count();

    /** Number of blocks: {@code count} / {@link #BLOCK}, rounded up. */
    default long blocks() {
        return (count() + BLOCK - 1) / BLOCK;
    }

    /** Configurations {@code index * BLOCK} and following; to be read only. May take long: it is computed on demand. */
    Configurations block(long index);

    /**
     * Names the ensemble from which this one descends. Block k of a descendant comes from block k of its root, so that
     * ensembles of one root are correlated block by block: the bins of the jackknife are bins of the root.
     */
    String root();

    /** Whether the configurations of the root are statistically independent by construction, not just far apart. */
    boolean independent();

    /** The rule that made these configurations by coarse-graining, if one did. */
    Optional<BlockRule> rule();
}
