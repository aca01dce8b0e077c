package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A resolver whose fine sites are independent given the coarse configuration. Thread-safe. */
@ConsumerType
public interface Probabilities {
    /**
     * The probability of every state of every fine site.
     *
     * @param coarse configurations
     * @param configuration which of them
     * @param probabilities receives the probability of state s of fine site i at {@code i * states + s}
     */
    void probabilities(Configurations coarse, int configuration, float[] probabilities);
}
