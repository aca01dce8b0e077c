package org.blockspin.samplers.internal.replicas;

import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;

/** One step of a Markov chain for all replicas. Not thread-safe. */
interface Update {
    /** Seeds the random number generators: a block begins, and nothing is left of the one before. */
    void begin(RandomStream random);

    /** Changes the spins of all replicas. */
    void apply(long[] spins, RandomStream random, Progress progress);
}
