package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.blockspin.api.LocalConditional.Place;
import org.junit.jupiter.api.Test;

class LocalConditionalTest {
    private static final Lattice COARSE = new Lattice("test", List.of(2, 3), 1, List.of());

    /** Triples columns and leaves rows as they are. */
    private record Tripled(List<Place> targets) implements LocalConditional {
        @Override
        public List<Integer> ratio() {
            return List.of(1, 3);
        }

        @Override
        public List<Place> window() {
            return List.of(place(0, 0));
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public void probabilities(long[] windows, float[] probabilities) {
            throw new UnsupportedOperationException();
        }
    }

    private static Place place(int row, int column) {
        return new Place(List.of(row, column), 0);
    }

    @Test
    void fineSitesAreThoseOfEveryAnchorInTurn() {
        LocalConditional local = new Tripled(List.of(place(0, -1), place(1, 0), place(0, 4)));
        int[] sites = local.fineSites(COARSE, COARSE.resized(List.of(2, 9)));
        assertThat(sites).startsWith(8, 9, 4).hasSize(18).doesNotHaveDuplicates();
        assertThat(sites).endsWith(9 + 5, 6, 9 + 1);
    }

    @Test
    void targetsThatOverlapOrLeaveGapsAreRefused() {
        Lattice fine = COARSE.resized(List.of(2, 9));
        for (LocalConditional local : List.of(
                new Tripled(List.of(place(0, 0), place(0, 1), place(0, 3))),
                new Tripled(List.of(place(0, 0), place(0, 1))))) {
            assertThatThrownBy(() -> local.fineSites(COARSE, fine))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("2x9");
        }
    }
}
