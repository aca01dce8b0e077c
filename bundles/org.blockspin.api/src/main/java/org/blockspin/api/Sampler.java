package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Draws configurations from the Boltzmann distribution exp(-E/T)/Z. */
@ConsumerType
public interface Sampler<P extends Record> extends Plugin<P, Sampler.Target, Sampler.Source> {
    /**
     * What is to be sampled.
     *
     * @param model the model
     * @param lattice the lattice
     * @param temperature in units of J / k_B, greater than 0
     */
    record Target(Model model, Lattice lattice, double temperature) {}

    /** Fills blocks. Used by one thread at a time; the engine creates as many as it has threads. */
    @ConsumerType
    interface Source {
        /**
         * Overwrites all configurations of {@code out}. What is written depends on nothing but the target, the
         * parameters and the stream: a source keeps no state from one block to the next, equilibrates each block anew,
         * and leaves successive configurations as good as independent.
         */
        void fill(Configurations out, RandomStream random, Progress progress);

        /** Whether the configurations of a block are independent exactly, by construction. */
        boolean independent();
    }
}
