package org.blockspin.resolvers.gibbs.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks the distribution up by block spin and states of all neighbours: what is fast where these are few, as for the
 * 2x2 blocks of the square lattice (512 rows of 8 states). Immutable and thread-safe. Hot.
 */
final class TabulatedDraw implements BlockDraw {
    /** 16 MB of sums. */
    private static final int MOST_ENTRIES = 1 << 21;

    private final int patterns;
    /** Entries a row, a power of two; those that a row does not need are never drawn. */
    private final int width;
    /** Probability of the states up to this one at {@code (block spin * patterns + pattern) * width + i}. */
    private final double[] sums;
    /** Allowed states of the block at {@code block spin * width + i}. */
    private final int[] codes;
    /** What a neighbouring block adds to the number of the pattern, by [neighbour][its state]. */
    private final int[][] parts;

    private TabulatedDraw(BlockWeights weights, int patterns, int width) {
        int states = weights.states().states();
        this.patterns = patterns;
        this.width = width;
        this.sums = new double[states * patterns * width];
        this.codes = new int[states * width];
        this.parts = parts(weights);
        for (int blockSpin = 0; blockSpin < states; blockSpin++) {
            int[] allowed = allowed(weights, blockSpin);
            System.arraycopy(allowed, 0, codes, blockSpin * width, allowed.length);
            if (allowed.length > 0) {
                fill(weights, blockSpin, allowed);
            }
        }
    }

    /** In the number of a pattern, the state of the first outer bond's other end is the lowest digit. */
    private static int[][] parts(BlockWeights weights) {
        BlockStates states = weights.states();
        int[][] parts = new int[weights.shape().neighbours()][states.count()];
        int power = 1;
        for (BlockShape.Outer bond : weights.shape().outer()) {
            for (int code = 0; code < states.count(); code++) {
                parts[bond.neighbour()][code] += power * states.state(code, bond.place());
            }
            power *= states.states();
        }
        return parts;
    }

    private static int[] allowed(BlockWeights weights, int blockSpin) {
        return IntStream.range(0, weights.states().count())
                .filter(code -> weights.allows(blockSpin, code))
                .toArray();
    }

    private void fill(BlockWeights weights, int blockSpin, int[] allowed) {
        double[] all = new double[weights.states().count()];
        int[] neighbours = new int[weights.shape().outer().size()];
        for (int pattern = 0; pattern < patterns; pattern++) {
            int rest = pattern;
            for (int i = 0; i < neighbours.length; i++) {
                neighbours[i] = rest % weights.states().states();
                rest /= weights.states().states();
            }
            weights.accumulate(blockSpin, neighbours, all);
            int row = (blockSpin * patterns + pattern) * width;
            for (int i = 0; i < allowed.length; i++) {
                sums[row + i] = all[allowed[i]] / all[all.length - 1];
            }
            Arrays.fill(sums, row + allowed.length, row + width, 1);
        }
    }

    /** The table of a block, unless it would be too large. */
    static Optional<TabulatedDraw> of(BlockWeights weights) {
        int states = weights.states().states();
        double patterns = StrictMath.pow(states, weights.shape().outer().size());
        int most = IntStream.range(0, states)
                .map(blockSpin -> allowed(weights, blockSpin).length)
                .max()
                .orElseThrow();
        int width = Math.max(1, Integer.highestOneBit(2 * most - 1));
        return states * patterns * width <= MOST_ENTRIES
                ? Optional.of(new TabulatedDraw(weights, (int) patterns, width))
                : Optional.empty();
    }

    @Override
    public int draw(int blockSpin, int[] blocks, int[] neighbours, double uniform) {
        int pattern = blockSpin * patterns;
        for (int i = 0; i < neighbours.length; i++) {
            pattern += parts[i][blocks[neighbours[i]]];
        }
        int row = pattern * width;
        int at = 0;
        for (int half = width >>> 1; half > 0; half >>>= 1) {
            at += sums[row + at + half - 1] <= uniform ? half : 0;
        }
        return codes[blockSpin * width + at];
    }
}
