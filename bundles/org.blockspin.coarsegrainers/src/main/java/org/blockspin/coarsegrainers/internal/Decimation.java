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
 * Decimation: the block spin is the first spin of the block in site order, every b-th spin of a chain (Efthymiou et al.
 * 2019, Sec. III). Any dimension, any number of states, one site a cell.
 */
@Component
@Kind(
        name = "decimation",
        description = "Keeps the first site of every block of b cells per dimension.",
        parameters = Decimation.Parameters.class)
public final class Decimation implements CoarseGrainer<Decimation.Parameters> {
    /**
     * @param block linear size b of a block
     */
    public record Parameters(
            @Description("linear size b of a block") @Unit("cells") @Min(2) @Default("2")
            int block) {}

    @Override
    public BlockRule create(Parameters parameters, Fine fine) {
        return new Rule(fine.lattice(), parameters.block());
    }

    private static final class Rule extends BlockedRule {
        Rule(Lattice fine, int b) {
            super(fine, b);
        }

        @Override
        BlockedRule resized(Lattice otherFine, int b) {
            return new Rule(otherFine, b);
        }

        @Override
        int blockSpin(int[] blockStates, RandomStream random) {
            return blockStates[0];
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return coarseState == blockStates[0] ? 1 : 0;
        }
    }
}
