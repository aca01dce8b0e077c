package org.blockspin.samplers.internal;

import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;

/** A Markov chain whose stationary distribution is exp(-E/T)/Z. */
interface MarkovChain {
    /** The configuration that {@link #sweep} changes. */
    SpinSystem spins();

    /**
     * Fixes whatever a sweep needs to know about the temperature, from the configuration at hand and without memory of
     * earlier calls. May change the configuration.
     */
    void calibrate(RandomStream random, Progress progress);

    /** As much work as visits, or changes, every site once on average. */
    void sweep(RandomStream random);
}
