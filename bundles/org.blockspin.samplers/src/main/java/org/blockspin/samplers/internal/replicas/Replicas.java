package org.blockspin.samplers.internal.replicas;

import org.blockspin.api.Configurations;
import org.blockspin.api.RandomStream;

/** The spins of all replicas: a bit is 1 where a spin is up. */
final class Replicas {
    private final Grid grid;
    private final long[] spins;

    Replicas(Grid grid) {
        this.grid = grid;
        this.spins = new long[grid.words()];
    }

    /** The words of all sites, shared and not copied. */
    long[] spins() {
        return spins;
    }

    /** Starts every replica from random spins with probability {@code hot}, else from spins that are all down. */
    void start(double hot, RandomStream random) {
        long[] isHot = new long[Grid.WORDS];
        for (int replica = 0; replica < Grid.REPLICAS; replica++) {
            isHot[replica >>> 6] |= random.nextDouble() < hot ? 1L << replica : 0;
        }
        for (int i = 0; i < spins.length; i++) {
            long mask = isHot[i % Grid.WORDS];
            spins[i] = mask == 0 ? 0 : mask & random.nextLong();
        }
    }

    /**
     * Overwrites configurations with one of each replica, until there are no more of either. Each is inverted with
     * probability 1/2, since both states are alike: the magnetization is then symmetric whatever the chain did.
     *
     * @param first the configuration that the first replica becomes
     * @param staggered whether to invert the sites of one colour of the checkerboard
     */
    void write(Configurations out, int first, boolean staggered, RandomStream random) {
        long[] invert = new long[Grid.WORDS];
        for (int w = 0; w < Grid.WORDS; w++) {
            invert[w] = random.nextLong();
        }
        ReplicaWriter.write(
                (site, w) -> {
                    int row = site / grid.columns();
                    int column = site % grid.columns();
                    long word = spins[grid.site(row, column) + w] ^ invert[w];
                    return staggered && ((row + column) & 1) == 1 ? ~word : word;
                },
                out,
                first);
    }
}
