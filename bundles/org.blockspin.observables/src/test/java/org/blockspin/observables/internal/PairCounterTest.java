package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.observables.internal.PairCounter.Displacement;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCounterTest {
    @ParameterizedTest
    @ValueSource(strings = {"5", "64", "130", "3x5", "8x8", "16x16", "7x64", "64x7", "9x70", "4x6x10", "2x2x2"})
    void packedCountsAreThoseOfTheReference(String size) {
        Integer[] cells =
                List.of(size.split("x")).stream().map(Integer::valueOf).toArray(Integer[]::new);
        Lattice lattice = Systems.hypercubic("any", cells);
        List<Displacement> displacements = new ArrayList<>();
        for (int axis = 0; axis < cells.length; axis++) {
            for (int r = -2; r <= cells[axis]; r++) {
                List<Integer> shift = new ArrayList<>(Collections.nCopies(cells.length, 0));
                shift.set(axis, r);
                displacements.add(new Displacement(0, 0, shift));
            }
        }
        Configurations spins = Systems.random(lattice, 2, 7, RandomStreams.of(3, size));
        PairCounter packed = new PackedPairs(lattice, displacements);
        PairCounter reference = new GatheredPairs(lattice, 2, displacements);
        for (int c = 0; c < spins.count(); c++) {
            assertThat(counts(packed, spins, c, displacements.size(), 4))
                    .isEqualTo(counts(reference, spins, c, displacements.size(), 4));
        }
    }

    @Test
    void referenceCountsEveryPairOnce() {
        Lattice honeycomb = Systems.honeycomb(3, 4);
        Configurations states = Systems.random(honeycomb, 3, 20, RandomStreams.of(4, "honeycomb"));
        List<Displacement> displacements =
                List.of(new Displacement(1, 0, List.of(1, -1)), new Displacement(0, 0, List.of(0, 2)));
        PairCounter reference = PairCounter.of(Systems.pottsWithField(), honeycomb, displacements);
        assertThat(reference).isInstanceOf(GatheredPairs.class);
        for (int c = 0; c < states.count(); c++) {
            int[][] expected = new int[2][9];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    int first = states.state(c, (row * 4 + column) * 2 + 1);
                    int second = states.state(c, ((row + 1) % 3 * 4 + (column + 3) % 4) * 2);
                    expected[0][first * 3 + second]++;
                    int even = states.state(c, (row * 4 + column) * 2);
                    expected[1][even * 3 + states.state(c, (row * 4 + (column + 2) % 4) * 2)]++;
                }
            }
            assertThat(counts(reference, states, c, 2, 9)).isEqualTo(expected);
        }
    }

    @Test
    void isingOnAxesIsCountedInPackedWords() {
        List<Displacement> axis = List.of(new Displacement(0, 0, List.of(0, 3)));
        List<Displacement> diagonal = List.of(new Displacement(0, 0, List.of(1, 1)));
        assertThat(PairCounter.of(Systems.ising(), Systems.square(8), axis)).isInstanceOf(PackedPairs.class);
        assertThat(PairCounter.of(Systems.ising(), Systems.square(8), diagonal)).isInstanceOf(GatheredPairs.class);
    }

    private static int[][] counts(PairCounter counter, Configurations batch, int c, int displacements, int pairs) {
        int[][] counts = new int[displacements][pairs];
        counter.count(batch, c, counts);
        return counts;
    }
}
