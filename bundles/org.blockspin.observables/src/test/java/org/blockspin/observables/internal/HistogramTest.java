package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Quantity;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.observables.internal.Histogram.Of;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramTest {
    private static final Lattice SQUARE = Systems.square(4);
    private static final Subject ISING = Systems.subject(Systems.ising(), SQUARE, 2);

    /** One row of up spins: m = -0.5, e = -1. */
    private static final Configurations STRIPE =
            Systems.configuration(SQUARE, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final Configurations ALL_UP =
            Systems.configuration(SQUARE, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    private static Measurement histogram(Of of, int bins, Subject subject) {
        return new Histogram()
                .create(
                        new Histogram.Parameters(of, bins, Optional.empty(), Optional.empty(), Optional.empty()),
                        subject);
    }

    private static Measurement histogram(Of of, int bins, double from, double to) {
        return new Histogram()
                .create(
                        new Histogram.Parameters(of, bins, Optional.of(from), Optional.of(to), Optional.empty()),
                        ISING);
    }

    private static Measurement density(double from, double to, double bandwidth) {
        return new Histogram()
                .create(
                        new Histogram.Parameters(
                                Of.MAGNETIZATION, 4, Optional.of(from), Optional.of(to), Optional.of(bandwidth)),
                        ISING);
    }

    @Test
    void densityIsANormalDistributionAroundTheValue() {
        Map<String, Double> values = Systems.quantities(density(-1, 1, 0.3), STRIPE);
        assertThat(values).hasSize(4 + 21).containsKeys("P(m in [-1,-0.5))", "p(m = -1)", "p(m = 0)", "p(m = 0.1)");
        NormalDistribution expected = new NormalDistribution(-0.5, 0.3);
        values.forEach((name, value) -> {
            if (name.startsWith("p(")) {
                double at = Double.parseDouble(name.substring(6, name.length() - 1));
                assertThat(value).as(name).isCloseTo(expected.density(at), within(1e-12));
            }
        });
    }

    @Test
    void densityOfManyConfigurationsIsNormalized() {
        Measurement wide = density(-2, 2, 0.1);
        Map<String, Double> exact = Systems.enumerated(SQUARE, 2, List.of(wide));
        double integral = exact.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("p("))
                .mapToDouble(entry -> entry.getValue() * 4 / 120)
                .sum();
        assertThat(integral).isCloseTo(1, within(1e-6));
    }

    @Test
    void bandwidthThatNeedsTooManyPointsIsRefused() {
        assertThatThrownBy(() -> density(-1, 1, 1e-4))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("bandwidth")
                .hasMessageContaining("at least 6.0E-4");
    }

    @Test
    void lowerEdgeBelongsToTheBin() {
        assertThat(Systems.quantities(histogram(Of.MAGNETIZATION, 4, ISING), STRIPE))
                .containsExactly(
                        entry("P(m in [-1,-0.5))", 0.0),
                        entry("P(m in [-0.5,0))", 1.0),
                        entry("P(m in [0,0.5))", 0.0),
                        entry("P(m in [0.5,1])", 0.0));
    }

    @Test
    void upperEdgeBelongsToTheLastBin() {
        assertThat(Systems.quantities(histogram(Of.MAGNETIZATION, 2, ISING), ALL_UP))
                .containsExactly(entry("P(m in [-1,0))", 0.0), entry("P(m in [0,1])", 1.0));
        assertThat(Systems.quantities(histogram(Of.ABS_MAGNETIZATION, 2, ISING), ALL_UP))
                .containsExactly(entry("P(|m| in [0,0.5))", 0.0), entry("P(|m| in [0.5,1])", 1.0));
    }

    @Test
    void valuesOutsideAreInNoBin() {
        assertThat(Systems.quantities(histogram(Of.ENERGY, 2, -0.75, 0.25), STRIPE))
                .containsExactly(entry("P(e in [-0.75,-0.25))", 0.0), entry("P(e in [-0.25,0.25])", 0.0));
        assertThat(Systems.quantities(histogram(Of.ENERGY, 1, -2, -1.5), STRIPE).values())
                .containsExactly(0.0);
    }

    @Test
    void twentyBinsByDefaultHaveShortNames() {
        List<String> names = histogram(Of.MAGNETIZATION, 20, ISING).quantities().stream()
                .map(Quantity::name)
                .toList();
        assertThat(names)
                .hasSize(20)
                .startsWith("P(m in [-1,-0.9))", "P(m in [-0.9,-0.8))")
                .contains("P(m in [-0.1,0))", "P(m in [0,0.1))")
                .endsWith("P(m in [0.9,1])");
        assertThat(names).allMatch(name -> name.length() <= 19);
    }

    @ParameterizedTest
    @CsvSource({"ENERGY, -2, 2", "MAGNETIZATION, -1, 1", "ABS_MAGNETIZATION, 0, 1"})
    void defaultRangeHoldsEveryConfiguration(Of of, String from, String to) {
        assertThat(histogram(of, 1, ISING).quantities().get(0).name()).endsWith(" in [" + from + "," + to + "])");
    }

    @Test
    void rangeOfAnyModelIsThatOfItsEnergies() {
        Subject potts = Systems.subject(Systems.pottsWithField(), Systems.honeycomb(3, 4), 1);
        // three bonds for two sites, and the field
        assertThat(histogram(Of.ENERGY, 1, potts).quantities().get(0).name()).isEqualTo("P(e in [-1.75,0])");
        assertThat(histogram(Of.ABS_MAGNETIZATION, 1, potts).quantities().get(0).name())
                .isEqualTo("P(|m| in [0,1])");
    }

    /** The share of bins with edges between the values, against counting by hand. */
    @ParameterizedTest
    @EnumSource(Of.class)
    void everyConfigurationIsCountedOnceInTheRightBin(Of of) {
        Lattice lattice = Systems.square(6);
        Subject subject = Systems.subject(Systems.ising(), lattice, 1);
        Configurations batch = Systems.random(lattice, 2, 300, RandomStreams.of(11, of.name()));
        double least = of == Of.ENERGY ? -2 : of == Of.MAGNETIZATION ? -1 : 0;
        double greatest = of == Of.ENERGY ? 2 : 1;
        double[][] rows = Systems.rows(histogram(of, 17, subject), batch);
        for (int c = 0; c < batch.count(); c++) {
            double value = value(of, subject, batch, c);
            int bin = (int) Math.floor((value - least) / (greatest - least) * 17);
            double[] expected = new double[17];
            expected[bin] = 1;
            assertThat(rows[c]).isEqualTo(expected);
        }
    }

    private static double value(Of of, Subject subject, Configurations batch, int c) {
        int[] states = batch.states(c);
        double sum = Arrays.stream(states).map(state -> 2 * state - 1).sum();
        double[] energy = {0};
        subject.lattice().forEachBond((i, j, type) -> energy[0] -= states[i] == states[j] ? 1 : -1);
        return switch (of) {
            case MAGNETIZATION -> sum / states.length;
            case ABS_MAGNETIZATION -> Math.abs(sum) / states.length;
            case ENERGY -> energy[0] / states.length;
        };
    }

    /** The exact moment of the binned distribution of 4 x 4 spins is that of |m| to half a bin. */
    @Test
    void meanOfTheDistributionIsTheMagnetization() {
        Subject subject = Systems.subject(Systems.ising(), SQUARE, 2.3);
        // nine values of |m|, 1/8 apart, each in the middle of its bin
        Measurement bins = histogram(Of.ABS_MAGNETIZATION, 9, -0.0625, 1.0625);
        Map<String, Double> exact =
                Systems.enumerated(SQUARE, 2.3, List.of(bins, new Magnetization().create(new NoParameters(), subject)));
        double mean = 0;
        double total = 0;
        List<Quantity> quantities = bins.quantities();
        for (int i = 0; i < quantities.size(); i++) {
            double share = exact.getOrDefault(quantities.get(i).name(), Double.NaN);
            mean += share * i / 8;
            total += share;
        }
        assertThat(total).isCloseTo(1, within(1e-12));
        assertThat(mean).isCloseTo(exact.getOrDefault("abs_m", Double.NaN), within(1e-12));
    }

    @Test
    void edgesOfAnyRangeAreDistinctAndHoldIt() {
        Bins bins = new Bins(-Math.sqrt(2), Math.PI, 7);
        HashSet<String> labels = new HashSet<>();
        for (int bin = 0; bin < 7; bin++) {
            labels.add(bins.label(bin));
        }
        assertThat(labels).hasSize(7);
        assertThat(bins.find(-Math.sqrt(2))).hasValue(0);
        assertThat(bins.find(Math.PI)).hasValue(6);
        assertThat(bins.find(Math.nextDown(-1.5))).isEmpty();
        assertThat(bins.find(3.15)).isEmpty();
        assertThat(bins.find(Double.NaN)).isEmpty();
    }

    @Test
    void emptyRangesAndVectorsAreRefused() {
        refused("from", () -> histogram(Of.ENERGY, 20, 1, -1));
        refused("from", () -> histogram(Of.ENERGY, 20, 1, 1));
        refused("bins", () -> histogram(Of.ENERGY, 20, 1, 1 + 1e-12));
        Subject potts = Systems.subject(Systems.pottsWithField(), SQUARE, 1);
        refused("of", () -> histogram(Of.MAGNETIZATION, 20, potts));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.parameter())
                .isEqualTo(parameter));
    }
}
