package org.blockspin.lattices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoContext;
import org.junit.jupiter.api.Test;

class HypercubicTest {
    private static Lattice square(Integer... size) {
        return new Square().create(new Square.Parameters(List.of(size)), NoContext.NONE);
    }

    private static Lattice chain(Integer... size) {
        return new Chain().create(new Chain.Parameters(List.of(size)), NoContext.NONE);
    }

    private static List<List<Integer>> bonds(Lattice lattice) {
        List<List<Integer>> bonds = new ArrayList<>();
        lattice.forEachBond((from, to, type) -> bonds.add(List.of(from, to, type)));
        return bonds;
    }

    private static Map<Integer, Integer> neighbourCounts(Lattice lattice) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<Integer> bond : bonds(lattice)) {
            counts.merge(bond.get(0), 1, Integer::sum);
            counts.merge(bond.get(1), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void sitesOfTheSquareLatticeRunAlongRows() {
        Lattice lattice = square(3, 5);
        assertThat(lattice.sites()).isEqualTo(15);
        assertThat(lattice.basis()).isEqualTo(1);
        assertThat(lattice.cell(7)).containsExactly(1, 2);
        assertThat(lattice.site(new int[] {2, 4}, 0)).isEqualTo(14);
    }

    @Test
    void chainBondsEverySiteToTheNext() {
        assertThat(bonds(chain(4)))
                .containsExactly(List.of(0, 1, 0), List.of(1, 2, 0), List.of(2, 3, 0), List.of(3, 0, 0));
    }

    @Test
    void squareBondsEverySiteDownThenRight() {
        assertThat(bonds(square(3, 3)))
                .containsExactly(
                        List.of(0, 3, 0), List.of(0, 1, 0),
                        List.of(1, 4, 0), List.of(1, 2, 0),
                        List.of(2, 5, 0), List.of(2, 0, 0),
                        List.of(3, 6, 0), List.of(3, 4, 0),
                        List.of(4, 7, 0), List.of(4, 5, 0),
                        List.of(5, 8, 0), List.of(5, 3, 0),
                        List.of(6, 0, 0), List.of(6, 7, 0),
                        List.of(7, 1, 0), List.of(7, 8, 0),
                        List.of(8, 2, 0), List.of(8, 6, 0));
    }

    @Test
    void everySiteOfTheChainHasTwoNeighboursAndOfTheSquareLatticeFour() {
        assertThat(neighbourCounts(chain(7))).hasSize(7).values().containsOnly(2);
        assertThat(neighbourCounts(square(4, 6))).hasSize(24).values().containsOnly(4);
    }

    @Test
    void pairsAreJoinedTwiceAcrossAnExtentOfTwo() {
        assertThat(bonds(chain(2))).containsExactly(List.of(0, 1, 0), List.of(1, 0, 0));
        assertThat(neighbourCounts(square(2, 2))).hasSize(4).values().containsOnly(4);
    }

    @Test
    void wrongNumberOfExtentsIsRefused() {
        assertThatThrownBy(() -> chain(4, 4))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("size: expected a list of one extent, found [4, 4]");
        assertThatThrownBy(() -> square(4)).hasMessage("size: expected a list of 2 extents, found [4]");
    }

    @Test
    void extentBelowTwoIsRefusedAndNamed() {
        assertThatThrownBy(() -> square(4, 1)).hasMessage("size[1]: expected an extent of at least 2, found 1");
        assertThatThrownBy(() -> chain(-3)).hasMessage("size[0]: expected an extent of at least 2, found -3");
    }

    @Test
    void moreSitesThanFitAreRefused() {
        assertThatThrownBy(() -> square(65536, 65536)).isInstanceOf(InvalidParameterException.class);
    }
}
