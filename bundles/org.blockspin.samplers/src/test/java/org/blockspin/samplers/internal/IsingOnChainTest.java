package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All samplers against the closed forms of the ring. */
class IsingOnChainTest {
    static List<Arguments> closedForms() {
        return Sampled.exact("ising-chain.csv");
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void exactChainAgreesWithClosedForms(double[] exact) {
        Sampler.Target target = Sampled.isingOnChain((int) exact[0], exact[1]);
        assertClosedForms(Sampled.exactChain(target), target, 512, exact);
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void wolffAgreesWithClosedForms(double[] exact) {
        Sampler.Target target = Sampled.isingOnChain((int) exact[0], exact[1]);
        assertClosedForms(Sampled.wolff(target), target, 512, exact);
    }

    /** Not T = 0.5, where domain walls of a long chain have to meet by diffusion, which takes too long for a test. */
    static List<Arguments> closedFormsFromOne() {
        return closedForms().stream()
                .filter(row -> ((double[]) row.get()[0])[1] >= 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("closedFormsFromOne")
    void metropolisAgreesWithClosedForms(double[] exact) {
        Sampler.Target target = Sampled.isingOnChain((int) exact[0], exact[1]);
        assertClosedForms(Sampled.metropolis(target, 1000, 10), target, 256, exact);
    }

    private static void assertClosedForms(Sampler.Source source, Sampler.Target target, int count, double[] exact) {
        Lattice lattice = target.lattice();
        Function<int[], double[]> energy = Sampled.isingEnergyAndSquare(lattice);
        Sampled sampled = new Sampled(source, target, 60, count, states -> {
            double[] energies = energy.apply(states);
            return new double[] {
                energies[0],
                energies[1],
                Sampled.twoPoint(lattice, states, 1),
                Sampled.twoPoint(lattice, states, 2),
                Sampled.twoPoint(lattice, states, 4),
                Sampled.twoPoint(lattice, states, 8),
                Sampled.magnetization(states)
            };
        });
        sampled.assertThatColumnIs(0, exact[2], 0.005);
        sampled.assertThatItIs(exact[3], 0.02, Sampled.specificHeat(target));
        for (int column = 2; column < 6; column++) {
            sampled.assertThatColumnIs(column, exact[column + 2], 0.01);
        }
        sampled.assertThatColumnIs(6, 0, 0.02);
    }

    /** Independent draws, so that chi^2 of the sixteen states has mean 15 and variance 30. */
    @Test
    void everyStateOfAShortRingHasItsBoltzmannWeight() {
        Sampler.Target target = Sampled.isingOnChain(4, 1.5);
        Configurations out = new Configurations(target.lattice(), 1, 100_000);
        Sampled.exactChain(target).fill(out, RandomStreams.of(1, "states"), Progress.none());
        double[] weights = new double[16];
        double[] counts = new double[16];
        double partition = 0;
        for (int code = 0; code < 16; code++) {
            int[] states = {code & 1, code >> 1 & 1, code >> 2 & 1, code >> 3};
            weights[code] = Math.exp(-4 * Sampled.energy(target, states) / 1.5);
            partition += weights[code];
        }
        for (int c = 0; c < out.count(); c++) {
            counts[(int) out.words()[out.wordOffset(c, 0)]]++;
        }
        double chiSquared = 0;
        for (int code = 0; code < 16; code++) {
            double expected = out.count() * weights[code] / partition;
            chiSquared += (counts[code] - expected) * (counts[code] - expected) / expected;
        }
        assertThat(chiSquared).isBetween(1.0, 15 + 5 * Math.sqrt(30));
    }

    @Test
    void onlyTheExactChainIsIndependentByConstruction() {
        Sampler.Target target = Sampled.isingOnChain(8, 1);
        assertThat(Sampled.exactChain(target).independent()).isTrue();
        assertThat(Sampled.wolff(target).independent()).isFalse();
        assertThat(Sampled.metropolis(target).independent()).isFalse();
    }
}
