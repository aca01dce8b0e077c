package org.blockspin.resolvers.gibbs.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.BlockRule;

/**
 * The blocks of one fine lattice and how to draw their states. Weights and tables are made once for all blocks whose
 * bonds run alike. Immutable and thread-safe; the arrays are shared and not copied.
 */
final class Blocks {
    private final BlockStates states;
    private final BlockBonds bonds;
    /** Which of the weights every block has. */
    private final int[] shapes;

    private final List<BlockWeights> weights = new ArrayList<>();
    private final List<Optional<TabulatedDraw>> tables;

    /** @param rule on the fine lattice at hand */
    Blocks(Target target, BlockRule rule) {
        states = new BlockStates(target.model().states(), rule.block(0).length);
        bonds = new BlockBonds(rule);
        shapes = new int[bonds.count()];
        Map<BlockShape, Integer> known = new HashMap<>();
        for (int block = 0; block < shapes.length; block++) {
            shapes[block] = known.computeIfAbsent(bonds.shape(block), shape -> {
                weights.add(new BlockWeights(states, shape, target.model(), rule, target.temperature()));
                return weights.size() - 1;
            });
        }
        tables = weights.stream().map(TabulatedDraw::of).toList();
    }

    BlockStates states() {
        return states;
    }

    BlockBonds bonds() {
        return bonds;
    }

    BlockWeights weights(int block) {
        return weights.get(shapes[block]);
    }

    /** How to draw every block, for one thread: from a table where there is one. */
    BlockDraw[] draws() {
        BlockDraw[] ofShapes = new BlockDraw[weights.size()];
        Arrays.setAll(ofShapes, shape -> tables.get(shape)
                .<BlockDraw>map(table -> table)
                .orElseGet(() -> new DirectDraw(weights.get(shape))));
        return Arrays.stream(shapes).mapToObj(shape -> ofShapes[shape]).toArray(BlockDraw[]::new);
    }
}
