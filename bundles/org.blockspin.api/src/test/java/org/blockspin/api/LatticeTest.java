package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.blockspin.api.Lattice.Bond;
import org.junit.jupiter.api.Test;

class LatticeTest {
    /** Two sites a cell, three bonds of three directions: every site has three neighbours. */
    private static final Lattice HONEYCOMB = new Lattice(
            "honeycomb",
            List.of(3, 4),
            2,
            List.of(
                    new Bond(0, 1, List.of(0, 0), 0),
                    new Bond(1, 0, List.of(0, 1), 1),
                    new Bond(1, 0, List.of(1, 0), 2)));

    private static final Lattice CUBIC =
            new Lattice("cubic", List.of(2, 3, 4), 1, List.of(new Bond(0, 0, List.of(0, 0, 1), 0)));

    @Test
    void lastCoordinateRunsFastestAndBasisFasterStill() {
        assertThat(HONEYCOMB.sites()).isEqualTo(24);
        assertThat(HONEYCOMB.cellCount()).isEqualTo(12);
        assertThat(HONEYCOMB.site(new int[] {0, 0}, 1)).isEqualTo(1);
        assertThat(HONEYCOMB.site(new int[] {0, 1}, 0)).isEqualTo(2);
        assertThat(HONEYCOMB.site(new int[] {1, 0}, 0)).isEqualTo(8);
        assertThat(CUBIC.site(new int[] {1, 2, 3}, 0)).isEqualTo(23);
        assertThat(CUBIC.site(new int[] {1, 0, 1}, 0)).isEqualTo(13);
    }

    @Test
    void cellIsTheInverseOfSite() {
        for (Lattice lattice : List.of(HONEYCOMB, CUBIC)) {
            for (int site = 0; site < lattice.sites(); site++) {
                assertThat(lattice.site(lattice.cell(site), site % lattice.basis()))
                        .isEqualTo(site);
            }
        }
    }

    @Test
    void coordinatesWrapAround() {
        assertThat(CUBIC.site(new int[] {-1, 3, 9}, 0)).isEqualTo(CUBIC.site(new int[] {1, 0, 1}, 0));
        assertThat(HONEYCOMB.translated(23, List.of(1, 1), 0)).isZero();
        assertThat(HONEYCOMB.translated(0, List.of(-1, -1), 1)).isEqualTo(23);
    }

    @Test
    void everyBondIsVisitedOnceCellByCell() {
        List<List<Integer>> bonds = new ArrayList<>();
        HONEYCOMB.forEachBond((from, to, type) -> bonds.add(List.of(from, to, type)));
        assertThat(bonds).hasSize(36).doesNotHaveDuplicates();
        assertThat(bonds.subList(0, 6))
                .containsExactly(
                        List.of(0, 1, 0),
                        List.of(1, 2, 1),
                        List.of(1, 8, 2),
                        List.of(2, 3, 0),
                        List.of(3, 4, 1),
                        List.of(3, 10, 2));
        int[] neighbours = new int[24];
        bonds.forEach(bond -> {
            neighbours[bond.get(0)]++;
            neighbours[bond.get(1)]++;
        });
        assertThat(neighbours).containsOnly(3);
    }

    @Test
    void bondTypesCountUpToTheLargest() {
        assertThat(HONEYCOMB.bondTypes()).isEqualTo(3);
        assertThat(CUBIC.bondTypes()).isEqualTo(1);
        assertThat(new Lattice("free", List.of(4), 1, List.of()).bondTypes()).isZero();
    }

    @Test
    void linearSizeIsTheGeometricMean() {
        assertThat(CUBIC.resized(List.of(7, 7, 7)).linearSize()).isEqualTo(7);
        assertThat(HONEYCOMB.resized(List.of(4, 16)).linearSize()).isCloseTo(8, within(1e-12));
    }

    @Test
    void resizedKeepsEverythingElse() {
        Lattice larger = HONEYCOMB.resized(List.of(6, 8));
        assertThat(larger.sizeLabel()).isEqualTo("6x8");
        assertThat(larger.sites()).isEqualTo(96);
        assertThat(larger.bonds()).isEqualTo(HONEYCOMB.bonds());
        assertThat(larger.resized(List.of(3, 4))).isEqualTo(HONEYCOMB);
    }

    @Test
    void listsAreCopied() {
        List<Integer> cells = new ArrayList<>(List.of(2, 2));
        Lattice lattice = new Lattice("square", cells, 1, List.of());
        cells.set(0, 99);
        assertThat(lattice.cells()).containsExactly(2, 2);
    }

    @Test
    void impossibleLatticesAreRefused() {
        assertRefused(() -> new Lattice("none", List.of(), 1, List.of()));
        assertRefused(() -> new Lattice("none", List.of(4, 0), 1, List.of()));
        assertRefused(() -> new Lattice("none", List.of(4), 0, List.of()));
        assertRefused(() -> new Lattice("none", List.of(4), 1, List.of(new Bond(0, 1, List.of(1), 0))));
        assertRefused(() -> new Lattice("none", List.of(4), 1, List.of(new Bond(0, 0, List.of(1, 0), 0))));
        assertRefused(() -> new Lattice("none", List.of(1 << 16, 1 << 15), 1, List.of()));
        assertRefused(() -> new Bond(0, 0, List.of(1), -1));
    }

    private static void assertRefused(ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class);
    }
}
