package org.blockspin.resolvers.gibbs.internal;

/**
 * Numbers the states of a block: in state {@code code}, site i is in state {@code code / q^i % q}. Immutable and
 * thread-safe.
 */
final class BlockStates {
    private final int states;
    private final int sites;
    private final int count;
    /** State of site i at {@code code * sites + i}. */
    private final int[] ofSites;

    /**
     * @param states of a site, q
     * @param sites of a block, m
     */
    BlockStates(int states, int sites) {
        this.states = states;
        this.sites = sites;
        this.count = Math.toIntExact(Math.round(StrictMath.pow(states, sites)));
        this.ofSites = new int[Math.multiplyExact(count, sites)];
        for (int code = 0; code < count; code++) {
            int rest = code;
            for (int i = 0; i < sites; i++) {
                ofSites[code * sites + i] = rest % states;
                rest /= states;
            }
        }
    }

    /** States of a site, q. */
    int states() {
        return states;
    }

    /** Sites of a block, m. */
    int sites() {
        return sites;
    }

    /** States of a block, q^m. */
    int count() {
        return count;
    }

    /** State of one site in a state of the block. */
    int state(int code, int site) {
        return ofSites[code * sites + site];
    }
}
