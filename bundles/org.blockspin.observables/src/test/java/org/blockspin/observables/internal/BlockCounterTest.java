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
        "2, 2x4x2x2",
        "16, 32x48",
        "24, 24x72",
        "64, 64x128"
    })
    void countsAreThoseOfTheReference(int b, String size) {
        Integer[] cells = Arrays.stream(size.split("x")).map(Integer::valueOf).toArray(Integer[]::new);
        Lattice lattice = Systems.hypercubic("any", cells);
        Configurations spins = Systems.random(lattice, 2, 70, RandomStreams.of(3, size));
        double[][] expected = rows(spins, b);
        new GatheredBlocks(lattice, b).count(spins, expected);
        for (BlockCounter counter : List.of(new PackedBlocks(lattice, b), new WideBlocks(lattice, b))) {
            double[][] found = rows(spins, b);
            counter.count(spins, found);
            assertThat(found).isDeepEqualTo(expected);
        }
    }

    /** Rows of another batch, which are to be overwritten. */
    private static double[][] rows(Configurations spins, int b) {
        double[][] rows =
                new double[spins.count()][(int) Math.pow(b, spins.lattice().dimensions()) + 1];
        Arrays.stream(rows).forEach(row -> Arrays.fill(row, 17));
        return rows;
    }

    @Test
    void onlySmallBlocksArePacked() {
        Lattice lattice = Systems.square(36);
        assertThat(List.of(BlockCounter.of(lattice, 2), BlockCounter.of(lattice, 4)))
                .hasOnlyElementsOfType(PackedBlocks.class);
        assertThat(BlockCounter.of(lattice, 6)).isInstanceOf(WideBlocks.class);
    }

    @Test
    void referenceCountsEveryBlockByItsSum() {
        Configurations spins =
                Systems.configuration(Systems.hypercubic("array", 2, 6), 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1);
        double[][] counts = rows(spins, 2);
        new GatheredBlocks(spins.lattice(), 2).count(spins, counts);
        assertThat(counts).isDeepEqualTo(new double[][] {{0, 2, 0, 0, 1}});
    }
}
