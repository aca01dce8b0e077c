package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Observable;
import org.osgi.service.component.annotations.Component;

/**
 * The histogram of block sums (Efthymiou et al. 2019, Fig. 7). Quantities {@code block_sum(0)} to
 * {@code block_sum(b^d)}: the fraction of blocks of b cells per dimension with that many up spins (state 1). For models
 * with two states on lattices with one site a cell.
 */
@Component
@Kind(
        name = "block-sums",
        description = "The fractions of blocks with 0, 1, ... up spins.",
        parameters = BlockSums.Parameters.class)
public final class BlockSums implements Observable<BlockSums.Parameters> {
    /**
     * @param block linear size b of a block
     */
    public record Parameters(
            @Description("linear size b of a block, in cells") @Min(2) @Max(64) @Default("2")
            int block) {}

    @Override
    public Measurement create(Parameters parameters, Subject subject) {
        int b = parameters.block();
        Lattice lattice = subject.lattice();
        if (subject.model().states() != 2) {
            throw new InvalidParameterException(
                    "", "a model with two states", subject.model().states() + " states");
        }
        if (lattice.basis() != 1) {
            throw new InvalidParameterException(
                    "", "a lattice with one site a cell", lattice.basis() + " sites a cell");
        }
        if (lattice.cells().stream().anyMatch(extent -> extent % b != 0)) {
            throw new InvalidParameterException("", "extents that are multiples of " + b, lattice.sizeLabel());
        }
        Histogram histogram = new Histogram(lattice, b);
        return new Rows(histogram.columns(), histogram::write, quantities(histogram.columns()));
    }

    private static List<Quantity> quantities(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(sum -> new Quantity("block_sum(" + sum + ")", means -> means[sum]))
                .toList();
    }

    private static final class Histogram {
        private final Lattice lattice;
        private final int b;
        private final Lattice blocks;
        private final int[] states;
        private final int[] sums;
        private int[] blockOfSite = {};

        Histogram(Lattice lattice, int b) {
            this.lattice = lattice;
            this.b = b;
            this.blocks = lattice.resized(
                    lattice.cells().stream().map(extent -> extent / b).toList());
            this.states = new int[lattice.sites()];
            this.sums = new int[blocks.sites()];
        }

        int columns() {
            return lattice.sites() / blocks.sites() + 1;
        }

        void write(Configurations batch, int configuration, double[] row) {
            if (blockOfSite.length == 0) {
                blockOfSite = IntStream.range(0, states.length).map(this::block).toArray();
            }
            States.unpack(batch, configuration, states);
            Arrays.fill(sums, 0);
            for (int site = 0; site < states.length; site++) {
                sums[blockOfSite[site]] += states[site];
            }
            Arrays.fill(row, 0);
            for (int sum : sums) {
                row[sum] += 1.0 / sums.length;
            }
        }

        private int block(int site) {
            int[] cell = lattice.cell(site);
            for (int d = 0; d < cell.length; d++) {
                cell[d] /= b;
            }
            return blocks.site(cell, 0);
        }
    }
}
