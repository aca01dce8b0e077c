package org.blockspin.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A stream of random numbers with a fixed origin: the same run draws the same numbers. Not thread-safe; split it
 * instead.
 */
@ProviderType
public interface RandomStream {
    /** 64 uniformly distributed bits. */
    long nextLong();

    /** Uniform in [0, 1), a multiple of 2^-53. */
    double nextDouble();

    /** Uniform in 0 (inclusive) to {@code bound} (exclusive), without bias; bound at least 1. */
    int nextInt(int bound);

    /**
     * An independent stream that depends only on the origin of this one and on {@code key}, not on how many numbers
     * were drawn.
     */
    RandomStream split(long key);

    /**
     * A stream for work outside the engine, as in tests: the same seed gives the same numbers. They are none of those that
     * the engine draws.
     */
    static RandomStream of(long seed) {
        return new SeededStream(seed);
    }
}
