package ${package};

import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/** A coarse-grainer: keeps every other cell of a lattice of one dimension, however many sites a cell has. */
@Component
@Kind(
        name = "every-other-cell",
        description = "Keeps every other cell of a chain or ladder.",
        parameters = NoParameters.class)
public final class EveryOtherCell implements CoarseGrainer<NoParameters> {
    @Override
    public BlockRule create(NoParameters parameters, Fine fine) {
        return rule(fine.lattice());
    }

    static BlockRule rule(Lattice fine) {
        if (fine.dimensions() != 1 || fine.cellCount() % 2 != 0) {
            throw new InvalidParameterException("", "an even number of cells in one dimension", fine.sizeLabel());
        }
        return new Rule(fine, fine.resized(List.of(fine.cellCount() / 2)));
    }

    private record Rule(Lattice fine, Lattice coarse) implements BlockRule {
        @Override
        public BlockRule on(Lattice otherFine) {
            return rule(otherFine);
        }

        @Override
        public double scaleFactor() {
            return 2;
        }

        /** The site that is kept, and the one that is not. */
        @Override
        public int[] block(int coarseSite) {
            int kept = fine.site(new int[] {2 * coarse.cell(coarseSite)[0]}, coarseSite % coarse.basis());
            return IntStream.of(kept, kept + fine.basis()).toArray();
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return coarseState == blockStates[0] ? 1 : 0;
        }
    }
}
