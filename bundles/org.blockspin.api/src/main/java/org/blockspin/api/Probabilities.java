package org.blockspin.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A resolver whose fine sites are independent given the coarse configuration. Thread-safe. */
@ConsumerType
public interface Probabilities {
    /**
     * The probability of every state of every fine site, for a range of configurations.
     *
     * @param coarse configurations
     * @param from the first configuration
     * @param to the configuration after the last
     * @param probabilities receives the probability of state s of fine site i of configuration c at
     *     {@code ((c - from) * sites + i) * states + s}
     */
    void probabilities(Configurations coarse, int from, int to, float[] probabilities);
}
