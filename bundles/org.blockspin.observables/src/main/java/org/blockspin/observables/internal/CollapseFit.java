package org.blockspin.observables.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blockspin.api.Fit;
import org.blockspin.statistics.CurveCollapse;
import org.blockspin.statistics.MonotoneCurve;

/** Makes curves of coarse-grained configurations fall onto those of simulated ones. Thread-safe. */
final class CollapseFit implements Fit.Fitted {
    private static final MathContext DIGITS = new MathContext(6);

    private final List<String> quantities;
    private final List<Fit.Point> points;
    private final List<Integer> simulated;
    private final List<Integer> coarse;

    /**
     * @param simulated the numbers of the simulated points, by ascending temperature
     * @param coarse the numbers of the coarse-grained points, by ascending temperature
     */
    CollapseFit(List<String> quantities, List<Fit.Point> points, List<Integer> simulated, List<Integer> coarse) {
        this.quantities = quantities;
        this.points = List.copyOf(points);
        this.simulated = simulated;
        this.coarse = coarse;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("a", "b", "chi2_per_point"));
        names.addAll(maps());
        for (String quantity : quantities) {
            Stream.of("a", "b", "chi2_per_point").forEach(name -> names.add(quantity + "." + name));
            maps().forEach(map -> names.add(quantity + "." + map));
        }
        return names;
    }

    /** A name for every temperature of the coarse-grained points. */
    private List<String> maps() {
        return coarse.stream()
                .map(i -> "map(" + shown(CurveCollapseFit.temperature(points.get(i))) + ")")
                .toList();
    }

    private static String shown(double temperature) {
        return BigDecimal.valueOf(temperature)
                .round(DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public double[] fit(double[][] values, double[][] standardErrors) {
        List<CurveCollapse.Points> curves = quantities.stream()
                .map(quantity -> points(quantity, values, standardErrors))
                .toList();
        CurveCollapse together = CurveCollapse.of(curves);
        DoubleStream all = DoubleStream.concat(
                numbers(together), DoubleStream.of(temperatures(coarse)).map(together::at));
        for (CurveCollapse.Points curve : curves) {
            all = DoubleStream.concat(all, numbers(CurveCollapse.of(List.of(curve))));
            all = DoubleStream.concat(all, curve.points().stream().mapToDouble(point -> curve.onto()
                    .inverse(point.value())));
        }
        return all.toArray();
    }

    private static DoubleStream numbers(CurveCollapse collapse) {
        return DoubleStream.of(collapse.a(), collapse.b(), collapse.chiSquare() / collapse.points());
    }

    private CurveCollapse.Points points(String quantity, double[][] values, double[][] standardErrors) {
        double[] onto = column(simulated, quantity, values);
        double[] ontoErrors = column(simulated, quantity, standardErrors);
        double[] temperatures = temperatures(simulated);
        MonotoneCurve curve = MonotoneCurve.through(temperatures, onto, ontoErrors);
        double[] own = column(coarse, quantity, values);
        double[] errors = column(coarse, quantity, standardErrors);
        double[] at = temperatures(coarse);
        return new CurveCollapse.Points(
                curve,
                IntStream.range(0, own.length)
                        .mapToObj(i -> new CurveCollapse.Point(
                                at[i], own[i], Math.hypot(errors[i], nearest(onto, ontoErrors, own[i]))))
                        .toList());
    }

    /** The error of the value that is nearest. */
    private static double nearest(double[] values, double[] errors, double value) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = Math.abs(values[i] - value) < Math.abs(values[best] - value) ? i : best;
        }
        return errors[best];
    }

    private double[] temperatures(List<Integer> numbers) {
        return numbers.stream()
                .mapToDouble(i -> CurveCollapseFit.temperature(points.get(i)))
                .toArray();
    }

    private double[] column(List<Integer> numbers, String quantity, double[][] rows) {
        return numbers.stream()
                .mapToDouble(i -> rows[i][points.get(i).quantities().indexOf(quantity)])
                .toArray();
    }
}
