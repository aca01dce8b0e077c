package org.example.cubic;

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

class CubicTest {
    private final Lattice lattice = new Cubic().create(new Cubic.Parameters(List.of(3, 4, 5)), NoContext.NONE);

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
    void groundStateHasMinusThreeASite() {
        assertThat(Enumeration.energy(Cubic.lattice(List.of(2, 2, 2)), 0.1)).isCloseTo(-3, within(1e-12));
    }

    @Test
    void criticalPointIsThatOfItsOwnLattice() {
        IsingOnCubic point = new IsingOnCubic();
        assertThat(point.temperature(IsingOnCubic.ISING, lattice).getAsDouble()).isCloseTo(4.511523, within(1e-6));
        Lattice layered =
                new Lattice("cubic", lattice.cells(), 1, lattice.bonds().subList(0, 2));
        assertThat(point.temperature(IsingOnCubic.ISING, layered)).isEmpty();
    }

    @Test
    void twoExtentsAreRefused() {
        assertThatThrownBy(() -> new Cubic().create(new Cubic.Parameters(List.of(8, 8)), NoContext.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("size: expected a list of three extents, found [8, 8]");
    }
}
