package org.blockspin.coarsegrainers.internal;

import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Min;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * The majority rule: the block spin is the most frequent state of the block (Efthymiou et al. 2019, Sec. II). Any
 * dimension, any number of states (then the plurality), one site a cell.
 */
@Component
@Kind(
        name = "majority",
        description = "The block spin is the most frequent state of a block of b cells per dimension.",
        parameters = Majority.Parameters.class)
public final class Majority implements CoarseGrainer<Majority.Parameters> {
    /** Who decides where several states are equally frequent. */
    public enum Tie {
        /**
         * The first site of the block whose state is among the most frequent; for two states and b = 2 on the square
         * lattice the upper-left spin, as in the paper.
         */
        UPPER_LEFT,
        /** Chance: the most frequent states are equally likely. */
        RANDOM
    }

    /**
     * @param block linear size b of a block
     * @param tie who decides a tie
     */
    public record Parameters(
            @Description("linear size b of a block") @Unit("cells") @Min(2) @Default("2")
            int block,

            @Description("who decides a tie") @Default("upper-left")
            Tie tie) {}

    @Override
    public BlockRule create(Parameters parameters, Fine fine) {
        return switch (parameters.tie()) {
            case UPPER_LEFT -> new UpperLeft(fine.lattice(), parameters.block());
            case RANDOM -> new ByLot(fine.lattice(), parameters.block());
        };
    }

    private static int frequency(int state, int[] blockStates) {
        int frequency = 0;
        for (int other : blockStates) {
            frequency += other == state ? 1 : 0;
        }
        return frequency;
    }

    private static final class UpperLeft extends BlockedRule {
        UpperLeft(Lattice fine, int b) {
            super(fine, b);
        }

        @Override
        BlockedRule resized(Lattice otherFine, int b) {
            return new UpperLeft(otherFine, b);
        }

        @Override
        int blockSpin(int[] blockStates, RandomStream random) {
            return firstMostFrequent(blockStates);
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return coarseState == firstMostFrequent(blockStates) ? 1 : 0;
        }

        private static int firstMostFrequent(int[] blockStates) {
            int winner = blockStates[0];
            int largest = 0;
            for (int state : blockStates) {
                int frequency = frequency(state, blockStates);
                if (frequency > largest) {
                    largest = frequency;
                    winner = state;
                }
            }
            return winner;
        }
    }

    /**
     * The most frequent states occupy equally many sites, so a site drawn from all of these has each of the states with
     * the same probability.
     */
    private static final class ByLot extends BlockedRule {
        ByLot(Lattice fine, int b) {
            super(fine, b);
        }

        @Override
        BlockedRule resized(Lattice otherFine, int b) {
            return new ByLot(otherFine, b);
        }

        @Override
        int blockSpin(int[] blockStates, RandomStream random) {
            int largest = largestFrequency(blockStates);
            int candidates = sitesWithFrequency(largest, blockStates);
            int left = candidates == largest ? 0 : random.nextInt(candidates);
            for (int state : blockStates) {
                if (frequency(state, blockStates) == largest && left-- == 0) {
                    return state;
                }
            }
            throw new IllegalStateException("no site of the block has a most frequent state");
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            int largest = largestFrequency(blockStates);
            return frequency(coarseState, blockStates) == largest
                    ? (double) largest / sitesWithFrequency(largest, blockStates)
                    : 0;
        }

        private static int largestFrequency(int[] blockStates) {
            int largest = 0;
            for (int state : blockStates) {
                largest = Math.max(largest, frequency(state, blockStates));
            }
            return largest;
        }

        private static int sitesWithFrequency(int frequency, int[] blockStates) {
            int sites = 0;
            for (int state : blockStates) {
                sites += frequency(state, blockStates) == frequency ? 1 : 0;
            }
            return sites;
        }
    }
}
