package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.blockspin.api.Fit.Fitted;
import org.blockspin.api.Fit.Point;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable.Subject;
import org.junit.jupiter.api.Test;

class FiniteSizeScalingTest {
    private static final List<String> ALL = List.of("m2", "abs_m", "chi_sub", "chi_full", "G(L/4)", "G(L/2)");

    private static Point point(Lattice lattice, double temperature, List<String> quantities) {
        return new Point(new Subject(Systems.ising(), lattice, OptionalDouble.of(temperature)), 0, quantities);
    }

    private static List<Point> squares(List<String> quantities, int... sizes) {
        List<Point> points = new ArrayList<>();
        for (int size : sizes) {
            points.add(point(Systems.square(size), 2.269, quantities));
        }
        return points;
    }

    private static Fitted fit(double nu, List<Point> points, String... quantities) {
        return new FiniteSizeScaling().create(new FiniteSizeScaling.Parameters(nu, List.of(quantities)), points);
    }

    private static Map<String, Double> named(Fitted fitted, double[][] values, double[][] errors) {
        double[] numbers = fitted.fit(values, errors);
        assertThat(numbers).hasSameSizeAs(fitted.names().toArray());
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            named.put(fitted.names().get(i), numbers[i]);
        }
        return named;
    }

    /** Values y = exp(intercept) L^slope for every quantity, in the order of {@link #ALL}. */
    private static double[][] powerLaws(double[] slopes, int... sizes) {
        double[][] values = new double[sizes.length][slopes.length];
        for (int i = 0; i < sizes.length; i++) {
            for (int q = 0; q < slopes.length; q++) {
                values[i][q] = Math.exp(0.1 * q) * Math.pow(sizes[i], slopes[q]);
            }
        }
        return values;
    }

    private static double[][] relativeErrors(double[][] values, double... relative) {
        double[][] errors = new double[values.length][values[0].length];
        for (int i = 0; i < values.length; i++) {
            for (int q = 0; q < values[i].length; q++) {
                errors[i][q] = relative[i] * Math.abs(values[i][q]);
            }
        }
        return errors;
    }

    @Test
    void exactPowerLawsGiveExactExponents() {
        double[][] values = powerLaws(new double[] {9, -0.125, 1.75, 1.76, -0.25, -0.26}, 16, 32, 64, 128);
        Map<String, Double> fitted =
                named(fit(1, squares(ALL, 16, 32, 64, 128)), values, relativeErrors(values, 0.001, 0.002, 0.003, 0.01));
        assertThat(fitted.get("beta")).isCloseTo(0.125, within(1e-13));
        assertThat(fitted.get("gamma")).isCloseTo(1.75, within(1e-13));
        assertThat(fitted.get("gamma_full")).isCloseTo(1.76, within(1e-13));
        assertThat(fitted.get("eta1")).isCloseTo(0.26, within(1e-13));
        assertThat(fitted.get("eta2")).isCloseTo(0.25, within(1e-13));
        assertThat(fitted.get("abs_m.slope")).isCloseTo(-0.125, within(1e-13));
        assertThat(fitted.get("abs_m.intercept")).isCloseTo(0.1, within(1e-12));
        assertThat(fitted.get("abs_m.correlation")).isCloseTo(-1, within(1e-13));
        assertThat(fitted.get("chi_sub.correlation")).isCloseTo(1, within(1e-13));
        assertThat(fitted).hasSize(5 * 4);
    }

    @Test
    void exponentsScaleWithNu() {
        double[][] values = powerLaws(new double[] {0, -0.5, 2}, 8, 16);
        Map<String, Double> fitted =
                named(fit(0.63, squares(ALL.subList(0, 3), 8, 16)), values, relativeErrors(values, 0.1, 0.1));
        assertThat(fitted.get("beta")).isCloseTo(0.5 * 0.63, within(1e-13));
        assertThat(fitted.get("gamma")).isCloseTo(2 * 0.63, within(1e-13));
    }

    @Test
    void etaTakesTheDimensionIntoAccount() {
        List<Point> points = new ArrayList<>();
        for (int size : new int[] {4, 8, 16}) {
            points.add(point(Systems.hypercubic("cubic", size, size, size), 4.51, ALL));
        }
        double[][] values = powerLaws(new double[] {0, 0, 0, 0, -1.04, -1.03}, 4, 8, 16);
        Map<String, Double> fitted = named(fit(1, points), values, relativeErrors(values, 0.1, 0.1, 0.1));
        assertThat(fitted.get("eta1")).isCloseTo(0.03, within(1e-12));
        assertThat(fitted.get("eta2")).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void precisePointsWeighMore() {
        double[][] values = {{1}, {0.5}, {0.3}};
        List<Point> points = squares(List.of("abs_m"), 1, 2, 4);
        // the third point has almost no weight, so that the line goes through the first two
        assertThat(named(fit(1, points), values, new double[][] {{1e-3}, {1e-3}, {1e3}})
                        .get("beta"))
                .isCloseTo(1, within(1e-6));
        // equal relative errors: the slope through the outer points
        assertThat(named(fit(1, points), values, new double[][] {{0.1}, {0.05}, {0.03}})
                        .get("beta"))
                .isCloseTo(-Math.log(0.3) / Math.log(4), within(1e-12));
    }

    @Test
    void valuesThatAreNotPositiveGiveNoExponent() {
        double[][] values = {{0.9, -0.1}, {0.8, 0.2}};
        double[][] errors = {{0.1, 0.1}, {0.1, 0.1}};
        Map<String, Double> fitted = named(fit(1, squares(List.of("abs_m", "G(L/2)"), 8, 16)), values, errors);
        assertThat(fitted.get("eta1")).isNaN();
        assertThat(fitted.get("G(L/2).slope")).isNaN();
        assertThat(fitted.get("beta")).isCloseTo(Math.log(0.9 / 0.8) / Math.log(2), within(1e-13));
    }

    @Test
    void quantitiesAreFoundByNameInEveryPoint() {
        List<Point> points = List.of(
                point(Systems.square(8), 2.269, List.of("abs_m", "chi_sub")),
                point(Systems.square(16), 2.269, List.of("chi_full", "chi_sub", "abs_m")));
        double[][] values = {{1, 3}, {7, 12, 0.5}};
        double[][] errors = {{1, 3}, {7, 12, 0.5}};
        Map<String, Double> fitted = named(fit(1, points), values, errors);
        assertThat(fitted.get("beta")).isCloseTo(1, within(1e-13));
        assertThat(fitted.get("gamma")).isCloseTo(2, within(1e-13));
        assertThat(fitted).doesNotContainKey("gamma_full");
    }

    @Test
    void chosenQuantitiesOnly() {
        assertThat(fit(1, squares(ALL, 8, 16), "G(L/2)", "abs_m").names())
                .containsExactly(
                        "eta1",
                        "G(L/2).slope",
                        "G(L/2).intercept",
                        "G(L/2).correlation",
                        "beta",
                        "abs_m.slope",
                        "abs_m.intercept",
                        "abs_m.correlation");
    }

    @Test
    void mistakesAreRefused() {
        refused("", () -> fit(1, squares(ALL, 16, 16)));
        refused("", () -> fit(1, List.of()));
        refused("", () -> fit(1, squares(List.of("energy"), 8, 16)));
        refused("quantities[1]", () -> fit(1, squares(ALL, 8, 16), "abs_m", "energy"));
        refused("quantities[0]", () -> fit(1, squares(ALL, 8, 16), "m2"));
        refused(
                "",
                () -> fit(
                        1, List.of(point(Systems.square(8), 2, ALL), point(Systems.hypercubic("chain", 16), 2, ALL))));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.parameter())
                .isEqualTo(parameter));
    }
}
