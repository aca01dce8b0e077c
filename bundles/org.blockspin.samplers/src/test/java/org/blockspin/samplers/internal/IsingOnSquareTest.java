package org.blockspin.samplers.internal;

import java.util.List;
import java.util.function.Function;
import org.blockspin.api.Lattice;
import org.blockspin.api.Sampler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Markov chains against enumeration (4 x 4) and Kaufman's solution of finite lattices. */
class IsingOnSquareTest {
    static List<Arguments> enumerated() {
        return Sampled.exact("ising-square-4.csv");
    }

    static List<Arguments> kaufman() {
        return Sampled.exact("ising-square-kaufman.csv");
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void wolffAgreesWithEnumeration(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare(4, exact[0]);
        assertMomentsAreExact(Sampled.wolff(target), target, exact);
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void swendsenWangAgreesWithEnumeration(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare(4, exact[0]);
        assertMomentsAreExact(Sampled.swendsenWang(target), target, exact);
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void metropolisAgreesWithEnumeration(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare(4, exact[0]);
        assertMomentsAreExact(Sampled.metropolis(target, 200, 10), target, exact);
    }

    private static void assertMomentsAreExact(Sampler.Source source, Sampler.Target target, double[] exact) {
        Lattice lattice = target.lattice();
        Function<int[], double[]> energy = Sampled.isingEnergyAndSquare(lattice);
        Sampled sampled = new Sampled(source, target, 60, 512, states -> {
            double m = Sampled.magnetization(states);
            return new double[] {
                energy.apply(states)[0],
                Math.abs(m),
                m * m,
                m * m * m * m,
                Sampled.twoPoint(lattice, states, 1),
                Sampled.twoPoint(lattice, states, 2)
            };
        });
        for (int column = 0; column < 6; column++) {
            sampled.assertThatColumnIs(column, exact[column + 1], 0.005);
        }
    }

    @ParameterizedTest
    @MethodSource("kaufman")
    void wolffAgreesWithKaufman(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare((int) exact[0], exact[1]);
        assertThermodynamicsIsExact(Sampled.wolff(target), target, 40, 256, exact);
    }

    @ParameterizedTest
    @MethodSource("kaufman")
    void swendsenWangAgreesWithKaufman(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare((int) exact[0], exact[1]);
        assertThermodynamicsIsExact(Sampled.swendsenWang(target), target, 40, 256, exact);
    }

    /** Lengths are fixed here: measured ones at T_c on 16 x 16 are right, but take minutes. */
    @ParameterizedTest
    @MethodSource("kaufman")
    void metropolisAgreesWithKaufman(double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare((int) exact[0], exact[1]);
        assertThermodynamicsIsExact(Sampled.metropolis(target, 1000, 10), target, 80, 128, exact);
    }

    private static void assertThermodynamicsIsExact(
            Sampler.Source source, Sampler.Target target, int blocks, int count, double[] exact) {
        Sampled sampled = new Sampled(source, target, blocks, count, Sampled.isingEnergyAndSquare(target.lattice()));
        sampled.assertThatColumnIs(0, exact[2], 0.006);
        sampled.assertThatItIs(exact[3], 0.04, Sampled.specificHeat(target));
    }
}
