package org.blockspin.resolvers.gibbs.internal;

import org.blockspin.api.RandomStream;

/**
 * A Markov chain of fine configurations that a rule takes to one coarse configuration. Not thread-safe.
 *
 * <p>One update draws all sites of a block together from their exact conditional distribution, given the block spin and
 * the sites around. This leaves P(fine | coarse) as it is; and because every update can lead to every state of the block
 * that the rule allows, every allowed configuration can follow after one sweep, whatever the rule. Single sites would
 * not do for all rules: there may be states of a block between which each change of one site is forbidden.
 */
final class GibbsChain {
    private final Blocks blocks;
    private final BlockDraw[] draws;
    /** State of every block in the sense of {@link BlockStates}. */
    private final int[] codes;

    private int[] blockSpins = {};

    GibbsChain(Blocks blocks) {
        this.blocks = blocks;
        this.draws = blocks.draws();
        this.codes = new int[draws.length];
    }

    /**
     * Begins anew, with every block in its most probable state for itself: the upsampled coarse configuration, for
     * ferromagnetic models and the usual rules.
     *
     * @param coarse state of every coarse site; kept and not copied
     */
    void start(int[] coarse) {
        blockSpins = coarse;
        for (int block = 0; block < codes.length; block++) {
            codes[block] = blocks.weights(block).mostProbable(coarse[block]);
        }
    }

    /** Draws every block once, in the order of coarse sites. */
    void sweep(RandomStream random) {
        BlockBonds bonds = blocks.bonds();
        for (int block = 0; block < codes.length; block++) {
            codes[block] = draws[block].draw(blockSpins[block], codes, bonds.neighbours(block), random.nextDouble());
        }
    }

    /** State of every fine site. */
    int[] states() {
        BlockStates states = blocks.states();
        int[] ofSites = new int[codes.length * states.sites()];
        for (int block = 0; block < codes.length; block++) {
            int[] sites = blocks.bonds().sites(block);
            for (int i = 0; i < sites.length; i++) {
                ofSites[sites[i]] = states.state(codes[block], i);
            }
        }
        return ofSites;
    }
}
