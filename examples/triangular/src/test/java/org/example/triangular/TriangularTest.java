package org.example.triangular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoContext;
import org.junit.jupiter.api.Test;

class TriangularTest {
    private final Lattice lattice = new Triangular().create(new Triangular.Parameters(List.of(4, 4)), NoContext.NONE);

    @Test
    void everySiteHasSixNeighbours() {
        for (int site = 0; site < lattice.sites(); site++) {
            int middle = site;
            Set<Integer> neighbours = new HashSet<>();
            lattice.forEachBond((from, to, type) -> {
                if (from == middle || to == middle) {
                    neighbours.add(from + to - middle);
                }
            });
            assertThat(neighbours).hasSize(6).doesNotContain(site);
        }
    }

    @Test
    void bondsCloseTriangles() {
        assertThat(lattice.translated(lattice.translated(5, List.of(1, 0), 0), List.of(0, 1), 0))
                .isEqualTo(lattice.translated(5, List.of(1, 1), 0));
        // Two of three spins of a triangle can be opposite, never all three: at best a third of the bonds is
        // unsatisfied.
        int highest = Integer.MIN_VALUE;
        for (int states = 0; states < 1 << lattice.sites(); states++) {
            highest = Math.max(highest, Enumeration.energy(lattice, states));
        }
        assertThat(highest).isEqualTo(lattice.sites());
    }

    @Test
    void groundStateHasMinusThreeASite() {
        assertThat(Enumeration.energy(lattice, 0)).isEqualTo(-3 * lattice.sites());
        assertThat(Enumeration.energy(lattice, 0.1)).isCloseTo(-3, within(1e-12));
    }

    @Test
    void criticalPointIsThatOfItsOwnLattice() {
        IsingOnTriangular point = new IsingOnTriangular();
        assertThat(point.temperature(IsingOnTriangular.ISING, lattice).getAsDouble())
                .isCloseTo(3.640957, within(1e-6));
        Lattice square = new Lattice("square", List.of(4, 4), 1, lattice.bonds().subList(0, 2));
        assertThat(point.temperature(IsingOnTriangular.ISING, square)).isEmpty();
        Lattice otherName = new Lattice("other", lattice.cells(), 1, lattice.bonds());
        assertThat(point.temperature(IsingOnTriangular.ISING, otherName)).isEmpty();
    }

    @Test
    void oneExtentIsRefused() {
        assertThatThrownBy(() -> new Triangular().create(new Triangular.Parameters(List.of(8)), NoContext.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("size: expected a list of two extents, found [8]");
    }
}
