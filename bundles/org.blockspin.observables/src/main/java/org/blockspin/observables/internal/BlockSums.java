package org.blockspin.observables.internal;

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
import org.blockspin.api.Unit;
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
            @Description("linear size b of a block") @Unit("cells") @Min(2) @Max(64) @Default("2")
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
        int largest = Math.toIntExact(Math.round(Math.pow(b, lattice.dimensions())));
        return new Fractions(largest + 1, lattice.sites() / largest, BlockCounter.of(lattice, b));
    }

    /**
     * @param columns one for every sum
     * @param blocks of a configuration
     * @param counter counts them
     */
    private record Fractions(int columns, int blocks, BlockCounter counter) implements Measurement {
        @Override
        public void measure(Configurations batch, long first, double[][] rows) {
            counter.count(batch, rows);
            for (int configuration = 0; configuration < batch.count(); configuration++) {
                for (int sum = 0; sum < columns; sum++) {
                    rows[configuration][sum] /= blocks;
                }
            }
        }

        @Override
        public List<Quantity> quantities() {
            return IntStream.range(0, columns)
                    .mapToObj(sum -> new Quantity("block_sum(" + sum + ")", means -> means[sum]))
                    .toList();
        }
    }
}
