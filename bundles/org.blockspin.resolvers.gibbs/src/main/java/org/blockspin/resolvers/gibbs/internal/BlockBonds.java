package org.blockspin.resolvers.gibbs.internal;

import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;

/**
 * The sites of the blocks of a rule, and the bonds within and between them. Immutable and thread-safe; the arrays are
 * shared and not copied.
 */
final class BlockBonds {
    private final int[][] sites;
    private final int[][] neighbours;
    private final List<BlockShape> shapes = new ArrayList<>();

    BlockBonds(BlockRule rule) {
        Lattice fine = rule.fine();
        sites = new int[rule.coarse().sites()][];
        neighbours = new int[sites.length][];
        int[] blockOf = new int[fine.sites()];
        int[] placeOf = new int[fine.sites()];
        for (int block = 0; block < sites.length; block++) {
            sites[block] = rule.block(block);
            for (int place = 0; place < sites[block].length; place++) {
                blockOf[sites[block][place]] = block;
                placeOf[sites[block][place]] = place;
            }
        }
        for (int block = 0; block < sites.length; block++) {
            Surroundings around = new Surroundings(fine, sites[block], blockOf, placeOf);
            neighbours[block] =
                    around.blocks.stream().mapToInt(Integer::intValue).toArray();
            shapes.add(new BlockShape(around.inner, around.outer));
        }
    }

    /** Number of blocks. */
    int count() {
        return sites.length;
    }

    /** The fine sites of a block, in the order of the rule. */
    int[] sites(int block) {
        return sites[block];
    }

    /** The blocks around a block, each once, as its shape numbers them. */
    int[] neighbours(int block) {
        return neighbours[block];
    }

    BlockShape shape(int block) {
        return shapes.get(block);
    }

    /** The bonds of one block: site by site, and for each in the order of the lattice's bonds. */
    private static final class Surroundings {
        private final List<BlockShape.Inner> inner = new ArrayList<>();
        private final List<BlockShape.Outer> outer = new ArrayList<>();
        private final List<Integer> blocks = new ArrayList<>();
        private final int[] blockOf;
        private final int[] placeOf;

        Surroundings(Lattice lattice, int[] block, int[] blockOf, int[] placeOf) {
            this.blockOf = blockOf;
            this.placeOf = placeOf;
            for (int site : block) {
                for (Bond bond : lattice.bonds()) {
                    if (bond.from() == site % lattice.basis()) {
                        add(site, lattice.translated(site, bond.shift(), bond.to()), true, bond.type());
                    }
                    if (bond.to() == site % lattice.basis()) {
                        List<Integer> back = bond.shift().stream().map(d -> -d).toList();
                        add(site, lattice.translated(site, back, bond.from()), false, bond.type());
                    }
                }
            }
        }

        private void add(int site, int other, boolean isFirst, int type) {
            if (blockOf[site] == blockOf[other]) {
                if (isFirst) {
                    inner.add(new BlockShape.Inner(placeOf[site], placeOf[other], type));
                }
                return;
            }
            if (!blocks.contains(blockOf[other])) {
                blocks.add(blockOf[other]);
            }
            int neighbour = blocks.indexOf(blockOf[other]);
            outer.add(new BlockShape.Outer(placeOf[site], neighbour, placeOf[other], isFirst, type));
        }
    }
}
