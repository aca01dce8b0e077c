package org.blockspin.figures.internal.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactIsingTest {
    private static final double CRITICAL = 2 / Math.log(1 + Math.sqrt(2));

    private static Lattice square(int rows, int columns) {
        return new Lattice(
                "square",
                List.of(rows, columns),
                1,
                List.of(new Bond(0, 0, List.of(0, 1), 0), new Bond(0, 0, List.of(1, 0), 0)));
    }

    private static Lattice chain(int spins) {
        return new Lattice("chain", List.of(spins), 1, List.of(new Bond(0, 0, List.of(1), 0)));
    }

    private static double exact(Lattice lattice, String quantity, double temperature) {
        return ExactIsing.on(lattice)
                .orElseThrow()
                .quantity(quantity)
                .orElseThrow()
                .applyAsDouble(temperature);
    }

    /** Values of code independent of this project. */
    @ParameterizedTest
    @CsvFileSource(resources = "kaufman.csv", numLinesToSkip = 1)
    void torusAgreesWithIndependentValues(int size, double temperature, double energy, double specificHeat) {
        assertThat(exact(square(size, size), "energy", temperature)).isCloseTo(energy, within(1e-9));
        assertThat(exact(square(size, size), "specific_heat", temperature)).isCloseTo(specificHeat, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"3, 4, 0.7", "4, 3, 0.7", "2, 5, 1.9", "5, 3, 2.2691853", "3, 3, 3.1", "4, 4, 20"})
    void oblongTorusAgreesWithEnumeration(int rows, int columns, double temperature) {
        agreesWithEnumeration(square(rows, columns), temperature);
    }

    @ParameterizedTest
    @CsvSource({"3, 0.4", "8, 0.3", "8, 1", "9, 2.5", "12, 30"})
    void ringAgreesWithEnumeration(int spins, double temperature) {
        agreesWithEnumeration(chain(spins), temperature);
        double[] moments = enumerated(chain(spins), temperature);
        assertThat(exact(chain(spins), "m2", temperature)).isCloseTo(moments[2], within(1e-12));
        assertThat(exact(chain(spins), "chi_full", temperature)).isCloseTo(spins * moments[2], within(1e-11));
        assertThat(exact(chain(spins), "G(2)", temperature)).isCloseTo(moments[3], within(1e-12));
        assertThat(exact(chain(spins), "abs_m", temperature)).isCloseTo(moments[4], within(1e-12));
        assertThat(exact(chain(spins), "chi_sub", temperature))
                .isCloseTo(spins * (moments[2] - moments[4] * moments[4]) / temperature, within(1e-10));
    }

    /** 512^0.8 / 5 = 29.4 and 64^0.8 / 5 = 5.57. */
    @Test
    void distancesThatArePowersOfTheSizeAreRounded() {
        assertThat(exact(chain(512), "G(L^0.8/5)", 0.7)).isEqualTo(exact(chain(512), "G(29)", 0.7));
        assertThat(exact(chain(64), "G(L^0.8/5)", 0.7)).isEqualTo(exact(chain(64), "G(6)", 0.7));
    }

    @Test
    void magnetizationOfALongRingHasItsLimits() {
        assertThat(exact(chain(512), "abs_m", 0.01)).isEqualTo(1);
        assertThat(exact(chain(512), "chi_sub", 0.01)).isZero();
        // Independent spins: the mean of |m| is that of a normal distribution, but for a relative 1 / (4 N).
        assertThat(exact(chain(512), "abs_m", 1e9)).isCloseTo(Math.sqrt(2 / (Math.PI * 512)), within(1e-4));
    }

    private static void agreesWithEnumeration(Lattice lattice, double temperature) {
        double[] moments = enumerated(lattice, temperature);
        assertThat(exact(lattice, "energy", temperature)).isCloseTo(moments[0], within(1e-12));
        assertThat(exact(lattice, "specific_heat", temperature)).isCloseTo(moments[1], within(1e-11));
    }

    /** Energy and specific heat per site, the squared magnetization, the correlation of sites 0 and 2, and the norm of m. */
    private static double[] enumerated(Lattice lattice, double temperature) {
        int n = lattice.sites();
        double partitionFunction = 0;
        double[] sums = new double[5];
        for (int code = 0; code < 1 << n; code++) {
            int configuration = code;
            int[] energy = {0};
            lattice.forEachBond(
                    (i, j, type) -> energy[0] -= (configuration >>> i & 1) == (configuration >>> j & 1) ? 1 : -1);
            double excess = energy[0] + n * lattice.dimensions();
            double weight = Math.exp(-excess / temperature);
            double m = (2.0 * Integer.bitCount(code) - n) / n;
            partitionFunction += weight;
            sums[0] += weight * excess;
            sums[1] += weight * excess * excess;
            sums[2] += weight * m * m;
            sums[4] += weight * Math.abs(m);
            sums[3] += weight * ((code & 1) == (code >>> 2 & 1) ? 1 : -1);
        }
        double excess = sums[0] / partitionFunction;
        double variance = sums[1] / partitionFunction - excess * excess;
        return new double[] {
            excess / n - lattice.dimensions(),
            variance / (n * temperature * temperature),
            sums[2] / partitionFunction,
            sums[3] / partitionFunction,
            sums[4] / partitionFunction
        };
    }

    @Test
    void specificHeatIsSmoothThroughTheCriticalPoint() {
        for (int size : new int[] {2, 16, 512}) {
            Lattice lattice = square(size, size);
            double below = exact(lattice, "specific_heat", CRITICAL - 1e-9);
            double above = exact(lattice, "specific_heat", CRITICAL + 1e-9);
            assertThat(exact(lattice, "specific_heat", CRITICAL))
                    .isCloseTo(below, within(1e-5))
                    .isCloseTo(above, within(1e-5));
            assertThat(exact(lattice, "energy", CRITICAL)).isCloseTo(-Math.sqrt(2), within(2.0 / size));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.01, 0.019, 0.021, 0.1, 1000, 1e6})
    void extremeTemperaturesGiveTheirLimits(double temperature) {
        for (Lattice lattice : List.of(square(4, 4), square(128, 128), chain(5), chain(512))) {
            double limit = temperature < 1 ? -lattice.dimensions() : -lattice.dimensions() / temperature;
            assertThat(exact(lattice, "energy", temperature)).isCloseTo(limit, within(1e-3 * Math.abs(limit)));
            assertThat(exact(lattice, "specific_heat", temperature)).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void specificHeatIsTheDerivativeOfTheEnergy() {
        for (Lattice lattice : List.of(square(16, 16), square(8, 32), chain(32))) {
            for (double temperature :
                    IntStream.range(2, 40).mapToDouble(i -> 0.1 * i).toArray()) {
                double h = 1e-5;
                double slope = (exact(lattice, "energy", temperature + h) - exact(lattice, "energy", temperature - h))
                        / (2 * h);
                assertThat(exact(lattice, "specific_heat", temperature)).isCloseTo(slope, within(1e-6));
            }
        }
    }

    @Test
    void nothingIsClaimedOfOtherLatticesAndQuantities() {
        Lattice diagonal = new Lattice(
                "square",
                List.of(4, 4),
                1,
                List.of(
                        new Bond(0, 0, List.of(0, 1), 0),
                        new Bond(0, 0, List.of(1, 0), 0),
                        new Bond(0, 0, List.of(1, 1), 0)));
        assertThat(ExactIsing.on(diagonal)).isEmpty();
        assertThat(ExactIsing.on(new Lattice("square", List.of(4, 4), 1, List.of())))
                .isEmpty();
        assertThat(ExactIsing.on(square(4, 4)).orElseThrow().quantity("abs_m")).isEmpty();
        assertThat(ExactIsing.on(chain(4)).orElseThrow().quantity("binder")).isEmpty();
    }
}
