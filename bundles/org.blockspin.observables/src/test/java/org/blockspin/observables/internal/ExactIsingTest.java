package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.Plugin.NoParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over all configurations of small lattices against exact values. */
class ExactIsingTest {
    private static final NoParameters NONE = new NoParameters();

    private static List<Measurement> measurements(Subject subject, String... distances) {
        return List.of(
                new Energy().create(NONE, subject),
                new SpecificHeat().create(NONE, subject),
                new Magnetization().create(NONE, subject),
                new Susceptibility().create(NONE, subject),
                new TwoPoint().create(new TwoPoint.Parameters(List.of(distances)), subject),
                new BlockSums().create(new BlockSums.Parameters(2), subject));
    }

    /** Enumeration of 4 x 4 spins by code independent of this project. */
    @ParameterizedTest
    @CsvFileSource(resources = "ising-4x4.csv", numLinesToSkip = 1)
    void fourByFourAgreesWithIndependentEnumeration(ArgumentsAccessor reference) {
        double temperature = reference.getDouble(0);
        Subject subject = Systems.subject(Systems.ising(), Systems.square(4), temperature);
        Map<String, Double> measured =
                Systems.enumerated(subject.lattice(), temperature, measurements(subject, "L/4", "L/2"));
        Map<String, Double> expected = new LinkedHashMap<>();
        List<String> names =
                List.of("energy", "specific_heat", "abs_m", "m2", "m4", "chi_sub", "chi_full", "G(L/4)", "G(L/2)");
        for (int i = 0; i < names.size(); i++) {
            expected.put(names.get(i), reference.getDouble(i + 1));
        }
        for (int sum = 0; sum <= 4; sum++) {
            expected.put("block_sum(" + sum + ")", reference.getDouble(names.size() + 1 + sum));
        }
        double m2 = reference.getDouble(4);
        expected.put("binder", 1 - reference.getDouble(5) / (3 * m2 * m2));
        assertThat(measured).containsOnlyKeys(expected.keySet());
        // the fluctuations at T = 0.3 are differences of numbers near 4 and 1
        expected.forEach(
                (name, value) -> assertThat(measured.get(name)).as(name).isCloseTo(value, within(1e-10)));
    }

    /** Efthymiou et al. (2019), Eq. 6, and the energy -G(1) and specific heat of the Ising ring. */
    @ParameterizedTest
    @CsvSource({"8, 0.5", "8, 1.0", "10, 1.5", "10, 3.0"})
    void ringAgreesWithClosedForms(int n, double temperature) {
        Lattice ring = Systems.hypercubic("chain", n);
        Subject subject = Systems.subject(Systems.ising(), ring, temperature);
        Map<String, Double> measured =
                Systems.enumerated(ring, temperature, measurements(subject, "1", "2", "3", "4", "L/2"));
        double t = Math.tanh(1 / temperature);
        for (int j = 1; j <= 4; j++) {
            double exact = (Math.pow(t, j) + Math.pow(t, n - j)) / (1 + Math.pow(t, n));
            assertThat(measured.get("G(" + j + ")")).isCloseTo(exact, within(1e-13));
        }
        assertThat(measured.get("G(L/2)")).isCloseTo(2 * Math.pow(t, n / 2.0) / (1 + Math.pow(t, n)), within(1e-13));
        assertThat(measured.get("energy")).isCloseTo(ringEnergy(n, temperature), within(1e-13));
        assertThat(measured.get("specific_heat")).isCloseTo(-energySlope(n, temperature), within(1e-7));
    }

    /** -de/dT = -c of the ring, by a central difference of the exact energy. */
    private static double energySlope(int n, double temperature) {
        double h = 1e-5;
        return (ringEnergy(n, temperature - h) - ringEnergy(n, temperature + h)) / (2 * h);
    }

    private static double ringEnergy(int n, double temperature) {
        double t = Math.tanh(1 / temperature);
        return -(t + Math.pow(t, n - 1)) / (1 + Math.pow(t, n));
    }
}
