package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.blockspin.api.Lattice;

/** Where the blocks of b cells per dimension lie, as numbers of sites on a lattice with one site a cell. */
final class BlockSites {
    private BlockSites() {}

    /** The first site of every block, ascending. All are multiples of b. */
    static int[] firsts(Lattice lattice, int b) {
        int columns = columns(lattice);
        return rows(lattice, coordinate -> coordinate % b == 0)
                .flatMap(row -> IntStream.range(0, columns / b).map(block -> row + block * b))
                .toArray();
    }

    /** The first sites of the rows of a block, b sites each: distances from the first site of the block. */
    static int[] rows(Lattice lattice, int b) {
        return rows(lattice, coordinate -> coordinate < b).toArray();
    }

    private static IntStream rows(Lattice lattice, IntPredicate ofCoordinates) {
        int columns = columns(lattice);
        return IntStream.range(0, lattice.sites() / columns)
                .map(row -> row * columns)
                .filter(first -> Arrays.stream(lattice.cell(first)).allMatch(ofCoordinates));
    }

    private static int columns(Lattice lattice) {
        return lattice.cells().get(lattice.dimensions() - 1);
    }
}
