package org.blockspin.samplers.simd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.lattices.internal.Chain;
import org.blockspin.lattices.internal.Ising;
import org.blockspin.lattices.internal.Square;
import org.blockspin.samplers.internal.Cluster;
import org.blockspin.samplers.internal.ExactChain;
import org.blockspin.samplers.internal.Metropolis;
import org.blockspin.samplers.internal.replicas.Kernels;
import org.blockspin.samplers.internal.replicas.PlainKernels;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vector kernels draw what plain ones draw, bit for bit. */
class VectorKernelsTest {
    private static final int COUNT = 600;

    @Test
    void areFoundByTheSamplers() {
        assertThat(Kernels.fastest()).isInstanceOf(VectorKernelsMaker.class);
        assertThat(Kernels.fastest().technique()).contains("Vector API");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, 2.0",
        "4, 6, 0.4",
        "6, 4, 2.3",
        "10, 14, 1000",
        "16, 16, 2.269185314213022",
        "8, 70, 7.0",
        "70, 8, 2.5",
        "4, 260, 2.2",
        "34, 66, 3.1",
        "4, 1024, 2.3",
        "1024, 4, 2.3"
    })
    void givesTheBitsOfPlainKernels(int rows, int columns, double temperature) {
        Lattice lattice = new Square().create(new Square.Parameters(List.of(rows, columns)), NoContext.NONE);
        Sampler.Target target =
                new Sampler.Target(new Ising().create(new NoParameters(), lattice), lattice, temperature);
        assertThat(firstDifference(cluster(new VectorKernelsMaker(), target), cluster(PlainKernels.MAKER, target)))
                .as("first word of cluster that differs")
                .isEqualTo(-1);
        assertThat(firstDifference(
                        metropolis(new VectorKernelsMaker(), target), metropolis(PlainKernels.MAKER, target)))
                .as("first word of metropolis that differs")
                .isEqualTo(-1);
    }

    @Test
    void givesTheRingsOfPlainKernels() {
        Lattice lattice = new Chain().create(new Chain.Parameters(List.of(37)), NoContext.NONE);
        Sampler.Target target = new Sampler.Target(new Ising().create(new NoParameters(), lattice), lattice, 1.3);
        assertThat(firstDifference(
                        words(new ExactChain(new VectorKernelsMaker()).create(new NoParameters(), target), target),
                        words(new ExactChain(PlainKernels.MAKER).create(new NoParameters(), target), target)))
                .isEqualTo(-1);
    }

    /** -1 if there is none. */
    private static int firstDifference(long[] words, long[] others) {
        return Arrays.mismatch(words, others);
    }

    private static long[] cluster(Kernels.Maker maker, Sampler.Target target) {
        return words(new Cluster(maker).create(new Cluster.Parameters(Optional.of(6)), target), target);
    }

    private static long[] metropolis(Kernels.Maker maker, Sampler.Target target) {
        return words(
                new Metropolis(maker).create(new Metropolis.Parameters(Optional.of(6), Optional.empty()), target),
                target);
    }

    private static long[] words(Sampler.Source source, Sampler.Target target) {
        Configurations out = new Configurations(target.lattice(), 1, COUNT);
        source.fill(out, RandomStreams.of(2019, "bits"), Progress.none());
        return out.words();
    }
}
