package org.blockspin.resolvers.gibbs.internal;

/** Draws the state of a block from its conditional distribution. May hold scratch: used by one thread. */
interface BlockDraw {
    /**
     * Draws. States of blocks are numbered as {@link BlockStates} says.
     *
     * @param blockSpin state of the coarse site
     * @param codes state of every block
     * @param neighbours the blocks around this one, as its shape numbers them
     * @param uniform a uniformly distributed number in [0, 1)
     * @return the state
     */
    int draw(int blockSpin, int[] codes, int[] neighbours, double uniform);
}
