package org.blockspin.resolvers.gibbs.internal;

import java.util.List;

/**
 * How the bonds of a block run: what its conditional distribution depends on besides states. Sites of a block are
 * numbered as the rule lists them.
 *
 * @param inner bonds between sites of the block
 * @param outer bonds to sites of other blocks, in the order of their sites inside
 */
record BlockShape(List<Inner> inner, List<Outer> outer) {
    /** A bond inside, in the direction in which the lattice has it; both ends may be one site. */
    record Inner(int from, int to, int type) {}

    /**
     * A bond that leaves.
     *
     * @param site its end inside
     * @param neighbour the block of its other end, a number in the list of neighbouring blocks
     * @param place which site of that block its other end is
     * @param isFirst whether its end inside is the first of the bond
     * @param type of the bond
     */
    record Outer(int site, int neighbour, int place, boolean isFirst, int type) {}

    BlockShape {
        inner = List.copyOf(inner);
        outer = List.copyOf(outer);
    }

    /** Number of neighbouring blocks. */
    int neighbours() {
        return outer.stream().mapToInt(bond -> bond.neighbour() + 1).max().orElse(0);
    }
}
