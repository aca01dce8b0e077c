package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.blockspin.api.Fit.Fitted;
import org.blockspin.api.Fit.Point;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable.Subject;
import org.junit.jupiter.api.Test;

class CurveCollapseFitTest {
    private static final List<String> QUANTITIES = List.of("energy", "abs_m");

    private static Point point(Lattice lattice, int depth, double temperature) {
        return new Point(new Subject(Systems.ising(), lattice, OptionalDouble.of(temperature)), depth, QUANTITIES);
    }

    /** Chains of 32 at 31 temperatures, their decimations, and simulated chains of 16, in no order. */
    private static List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            double temperature = 3.5 - 0.1 * i;
            points.add(point(Systems.hypercubic("chain", 16), 1, temperature));
            points.add(point(Systems.hypercubic("chain", 32), 0, temperature));
            points.add(point(Systems.hypercubic("chain", 16), 0, 0.3 + 0.5 * i));
            points.add(point(Systems.hypercubic("chain", 16), 0, 0.55 + 0.5 * i));
        }
        return points;
    }

    private static double[][] exact(List<Point> points) {
        return points.stream()
                .map(point -> {
                    double t = Math.tanh(1 / CurveCollapseFit.temperature(point));
                    int n = point.subject().lattice().sites();
                    double own = point.depth() == 1 ? t * t : t;
                    double energy = -(own + Math.pow(own, n - 1)) / (1 + Math.pow(own, n));
                    return new double[] {energy, own};
                })
                .toArray(double[][]::new);
    }

    private static Map<String, Double> fitted(List<String> quantities, List<Point> points) {
        Fitted fitted = new CurveCollapseFit().create(new CurveCollapseFit.Parameters(quantities), points);
        double[][] values = exact(points);
        double[][] errors =
                points.stream().map(point -> new double[] {1e-3, 1e-3}).toArray(double[][]::new);
        double[] numbers = fitted.fit(values, errors);
        assertThat(numbers).hasSameSizeAs(fitted.names().toArray());
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            named.put(fitted.names().get(i), numbers[i]);
        }
        return named;
    }

    /** Decimation of the chain: tanh K~ = tanh^2 K, which is a = b = 2. */
    @Test
    void exactCurvesOfTheChainGiveTheExactMap() {
        Map<String, Double> fitted = fitted(QUANTITIES, points());
        for (String prefix : List.of("", "energy.", "abs_m.")) {
            assertThat(fitted.get(prefix + "a")).isCloseTo(2, within(0.01));
            assertThat(fitted.get(prefix + "b")).isCloseTo(2, within(0.01));
            assertThat(fitted.get(prefix + "chi2_per_point")).isLessThan(2);
        }
        for (double temperature : new double[] {0.8, 1.5, 2.5}) {
            double exact = 2 / Math.log(Math.cosh(2 / temperature));
            assertThat(fitted.get("map(" + temperature + ")")).isCloseTo(exact, within(0.01 * exact));
            assertThat(fitted.get("energy.map(" + temperature + ")")).isCloseTo(exact, within(0.01 * exact));
            assertThat(fitted.get("abs_m.map(" + temperature + ")")).isCloseTo(exact, within(0.01 * exact));
        }
        assertThat(fitted).containsKey("energy.map(3)");
    }

    @Test
    void numbersThatAreNotReachedAreNotDetermined() {
        List<Point> points = points();
        points.removeIf(point -> point.depth() == 0 && CurveCollapseFit.temperature(point) > 3);
        Map<String, Double> fitted = fitted(List.of("energy"), points);
        assertThat(fitted.get("energy.map(3.5)")).isNaN();
        assertThat(fitted.get("energy.map(1)")).isNotNaN();
        assertThat(fitted).doesNotContainKey("abs_m.a");
    }

    @Test
    void pointsThatMakeNoTwoCurvesAreRefused() {
        List<Point> all = points();
        refused(
                all.stream().filter(point -> point.depth() == 0).toList(),
                "configurations that were coarse-grained once");
        refused(
                all.stream()
                        .filter(point ->
                                point.depth() == 1 || point.subject().lattice().sites() == 32)
                        .toList(),
                "simulated configurations of 16");
        List<Point> twice = new ArrayList<>(all);
        twice.add(all.get(0));
        refused(twice, "once each");
        assertThatThrownBy(() ->
                        new CurveCollapseFit().create(new CurveCollapseFit.Parameters(List.of("energy", "chi")), all))
                .hasMessageContaining("quantities[1]");
    }

    private static void refused(List<Point> points, String expected) {
        assertThatThrownBy(() -> new CurveCollapseFit().create(new CurveCollapseFit.Parameters(QUANTITIES), points))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(expected);
    }
}
