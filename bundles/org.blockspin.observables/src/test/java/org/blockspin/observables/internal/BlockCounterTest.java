package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockCounterTest {
    @ParameterizedTest
    @CsvSource({
        "2, 6",
        "2, 64",
        "2, 130",
        "3, 63",
        "3, 129",
        "2, 4x4",
        "2, 16x16",
        "2, 6x34",
        "2, 4x64",
        "2, 8x128",
        "2, 4x70",
        "3, 6x9",
        "3, 9x66",
        "4, 8x16",
        "4, 8x68",
        "5, 10x65",
        "6, 6x126",
        "7, 7x70",
        "8, 16x64",
        "8, 8x72",
        "2, 4x2x6",
        "2, 2x4x66",
        "3, 3x6x6",
        "2, 2x4x2x2"
    })
    void packedCountsAreThoseOfTheReference(int b, String size) {
        Integer[] cells = Arrays.stream(size.split("x")).map(Integer::valueOf).toArray(Integer[]::new);
        Lattice lattice = Systems.hypercubic("any", cells);
        Configurations spins = Systems.random(lattice, 2, 7, RandomStreams.of(3, size));
        BlockCounter packed = new PackedBlocks(lattice, b);
        BlockCounter reference = new GatheredBlocks(lattice, b);
        int[] found = new int[(int) Math.pow(b, cells.length) + 1];
        int[] expected = new int[found.length];
        for (int c = 0; c < spins.count(); c++) {
            packed.count(spins, c, found);
            reference.count(spins, c, expected);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void onlySmallBlocksArePacked() {
        Lattice lattice = Systems.square(36);
        assertThat(List.of(BlockCounter.of(lattice, 2), BlockCounter.of(lattice, 6)))
                .hasOnlyElementsOfType(PackedBlocks.class);
        assertThat(BlockCounter.of(lattice, 9)).isInstanceOf(GatheredBlocks.class);
    }

    @Test
    void referenceCountsEveryBlockByItsSum() {
        Configurations spins =
                Systems.configuration(Systems.hypercubic("array", 2, 6), 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1);
        int[] counts = {9, 9, 9, 9, 9};
        new GatheredBlocks(spins.lattice(), 2).count(spins, 0, counts);
        assertThat(counts).containsExactly(0, 2, 0, 0, 1);
    }
}
