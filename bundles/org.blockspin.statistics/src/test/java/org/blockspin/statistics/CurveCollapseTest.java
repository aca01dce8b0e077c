package org.blockspin.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.blockspin.api.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveCollapseTest {
    private static double[] grid(double first, double last, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> first + (last - first) * i / (count - 1))
                .toArray();
    }

    private static double[] of(double[] x, DoubleUnaryOperator function) {
        return Arrays.stream(x).map(function).toArray();
    }

    private static double[] constant(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    private static MonotoneCurve curve(double[] x, DoubleUnaryOperator function) {
        return MonotoneCurve.through(x, of(x, function), constant(0.01, x.length));
    }

    @Test
    void curveGoesThroughMonotonePointsAndIsInvertedThere() {
        double[] x = grid(0.5, 6, 40);
        MonotoneCurve falling = curve(x, t -> Math.tanh(1 / t));
        for (double t : grid(0.51, 5.9, 173)) {
            assertThat(falling.at(t)).isCloseTo(Math.tanh(1 / t), within(1e-3));
            assertThat(falling.inverse(falling.at(t))).isCloseTo(t, within(1e-9));
        }
        assertThat(falling.at(0.1)).isEqualTo(Math.tanh(2));
        assertThat(falling.at(9)).isEqualTo(Math.tanh(1 / 6.0));
        assertThat(falling.inverse(Math.tanh(2))).isNaN();
        assertThat(falling.inverse(0.99)).isNaN();
        assertThat(falling.inverse(0.1)).isNaN();
        assertThat(curve(x, Math::log).inverse(Math.log(2))).isCloseTo(2, within(1e-3));
    }

    @Test
    void noiseThatIsOutOfOrderIsPooledByWeightAndNeverOvershoots() {
        double[] x = {1, 2, 3, 4, 5};
        MonotoneCurve curve = MonotoneCurve.through(x, new double[] {0, 3, 1, 5, 6}, new double[] {1, 1, 0.5, 1, 1});
        // (1 * 3 + 4 * 1) / 5
        assertThat(curve.at(2)).isCloseTo(1.4, within(1e-15));
        assertThat(curve.at(3)).isCloseTo(1.4, within(1e-15));
        assertThat(curve.at(2.5)).isCloseTo(1.4, within(1e-15));
        double before = 0;
        for (double t : grid(1, 5, 401)) {
            assertThat(curve.at(t)).isBetween(before - 1e-12, 6.0);
            before = curve.at(t);
        }
        // the middle of the stretch
        assertThat(curve.inverse(1.4)).isCloseTo(2.5, within(1e-6));
    }

    @Test
    void pointsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> MonotoneCurve.through(new double[] {1, 1}, new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MonotoneCurve.through(new double[] {1}, new double[1], new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "1.3, 1.7", "3.1, 2.9"})
    void formIsFoundFromExactCurves(double a, double b) {
        double[] x = grid(0.2, 12, 200);
        double[] t = grid(0.5, 3, 26);
        CurveCollapse.Points first = points(x, t, a, b, y -> Math.tanh(1 / y), 1e-3);
        CurveCollapse.Points second = points(x, t, a, b, y -> -1 / (1 + y * y), 1e-3);
        for (List<CurveCollapse.Points> curves : List.of(List.of(first), List.of(second), List.of(first, second))) {
            CurveCollapse collapse = CurveCollapse.of(curves);
            assertThat(collapse.a()).isCloseTo(a, within(0.02));
            assertThat(collapse.b()).isCloseTo(b, within(0.02));
            assertThat(collapse.chiSquare()).isLessThan(1);
        }
    }

    private static CurveCollapse.Points points(
            double[] x, double[] t, double a, double b, DoubleUnaryOperator function, double error) {
        return new CurveCollapse.Points(
                curve(x, function),
                Arrays.stream(t)
                        .mapToObj(one -> new CurveCollapse.Point(
                                one, function.applyAsDouble(CurveCollapse.mapped(a, b, one)), error))
                        .toList());
    }

    @Test
    void noiseGivesTheChiSquareOfItsDegreesOfFreedom() {
        double[] x = grid(0.2, 12, 200);
        double[] t = grid(0.6, 3, 25);
        RandomStream random = RandomStreams.of(2019, "noise");
        double sum = 0;
        for (int trial = 0; trial < 40; trial++) {
            CurveCollapse.Points exact = points(x, t, 1.6, 1.9, y -> Math.tanh(1 / y), 0.005);
            List<CurveCollapse.Point> noisy = exact.points().stream()
                    .map(point ->
                            new CurveCollapse.Point(point.temperature(), point.value() + 0.005 * normal(random), 0.005))
                    .toList();
            sum += CurveCollapse.of(List.of(new CurveCollapse.Points(exact.onto(), noisy)))
                    .chiSquare();
        }
        // 23 each, with standard deviation sqrt(2 * 23 / 40) of the mean
        assertThat(sum / 40).isCloseTo(23, within(5 * Math.sqrt(46.0 / 40)));
    }

    private static double normal(RandomStream random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    @Test
    void nothingIsClaimedWhereNoPointReachesTheCurve() {
        MonotoneCurve curve = curve(grid(1, 3, 9), t -> 1 / t);
        CurveCollapse none = CurveCollapse.of(List.of(new CurveCollapse.Points(
                curve, List.of(new CurveCollapse.Point(1, 5, 0.1), new CurveCollapse.Point(2, 6, 0.1)))));
        assertThat(none.a()).isNaN();
        assertThat(none.points()).isZero();
    }
}
