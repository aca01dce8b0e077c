package org.example.triangular;

import java.util.List;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/**
 * The majority rule for the triangular lattice, b = 2: a block is a site with every other one of its six neighbours, and
 * the site in the middle decides a tie.
 *
 * <p>The three neighbours lie in directions that sum to zero, so that the four sites have the four parities of row and
 * column and the blocks tile the lattice. Unlike a rhombus of 2x2 sites, such a block and its tie are the same after
 * turning by a third: the coarse lattice has no preferred direction.
 */
@Component
@Kind(
        name = "star-majority",
        description =
                "The block spin is the most frequent state of a site and three of its neighbours; the site decides a tie.",
        parameters = NoParameters.class)
public final class StarMajority implements CoarseGrainer<NoParameters> {
    private static final List<List<Integer>> STAR =
            List.of(List.of(0, 0), List.of(1, 0), List.of(0, 1), List.of(-1, -1));

    @Override
    public BlockRule create(NoParameters parameters, Fine fine) {
        if (fine.model().states() != 2) {
            throw new InvalidParameterException(
                    "", "a model with 2 states a site", fine.model().states());
        }
        return rule(fine.lattice());
    }

    static BlockRule rule(Lattice fine) {
        if (!fine.kind().equals("triangular") || fine.cells().stream().anyMatch(extent -> extent % 2 != 0)) {
            throw new InvalidParameterException(
                    "", "a triangular lattice of even extents", fine.kind() + " " + fine.sizeLabel());
        }
        return new Rule(
                fine,
                fine.resized(fine.cells().stream().map(extent -> extent / 2).toList()));
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

        @Override
        public int[] block(int coarseSite) {
            int[] cell = coarse.cell(coarseSite);
            int middle = fine.site(new int[] {2 * cell[0], 2 * cell[1]}, 0);
            return STAR.stream()
                    .mapToInt(step -> fine.translated(middle, step, 0))
                    .toArray();
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            int up = blockStates[0] + blockStates[1] + blockStates[2] + blockStates[3];
            int winner = up == 2 ? blockStates[0] : up > 2 ? 1 : 0;
            return coarseState == winner ? 1 : 0;
        }
    }
}
