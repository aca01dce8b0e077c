package org.example.triangular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.junit.jupiter.api.Test;

class StarMajorityTest {
    private final Lattice fine = Triangular.lattice(List.of(8, 6));
    private final BlockRule rule = StarMajority.rule(fine);

    @Test
    void blocksTileTheLattice() {
        assertThat(rule.coarse()).isEqualTo(Triangular.lattice(List.of(4, 3)));
        assertThat(IntStream.range(0, rule.coarse().sites()).flatMap(site -> Arrays.stream(rule.block(site))))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, fine.sites()).boxed().toList());
    }

    @Test
    void blockIsAStar() {
        Set<Set<Integer>> bonds = new HashSet<>();
        fine.forEachBond((from, to, type) -> bonds.add(Set.of(from, to)));
        int[] block = rule.block(5);
        for (int i = 1; i < 4; i++) {
            assertThat(bonds).contains(Set.of(block[0], block[i]));
            assertThat(bonds).doesNotContain(Set.of(block[i], block[i % 3 + 1]));
        }
    }

    @Test
    void middleDecidesATie() {
        assertThat(rule.probability(1, new int[] {1, 1, 0, 0})).isOne();
        assertThat(rule.probability(1, new int[] {0, 1, 1, 0})).isZero();
        assertThat(rule.probability(0, new int[] {0, 1, 1, 0})).isOne();
    }

    @Test
    void threeOutvoteTheMiddle() {
        assertThat(rule.probability(1, new int[] {0, 1, 1, 1})).isOne();
        assertThat(rule.probability(0, new int[] {1, 0, 0, 0})).isOne();
    }

    @Test
    void otherLatticesAreRefused() {
        assertThatThrownBy(() -> rule.on(Triangular.lattice(List.of(5, 6))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected a triangular lattice of even extents, found triangular 5x6");
    }
}
