package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.Origin;

/**
 * What one panel shows: a quantity over the linear size, and the lines fitted to it.
 *
 * @param quantity name of the quantity
 * @param points measured values that a logarithmic axis can show
 * @param fits fitted lines
 */
record ScalingData(String quantity, List<Point> points, List<FittedLine> fits) {

    /** One measured value. */
    record Point(String step, String repeat, Origin origin, double linearSize, Estimate estimate) {
        double value() {
            return estimate.value();
        }
    }

    /**
     * ln y = slope ln L + intercept.
     *
     * @param exponent the exponent that belongs to the slope, where one was reported
     */
    record FittedLine(String step, Estimate slope, double intercept, Optional<Estimate> exponent) {
        double at(double linearSize) {
            return StrictMath.exp(slope.value() * StrictMath.log(linearSize) + intercept);
        }
    }

    ScalingData {
        points = List.copyOf(points);
        fits = List.copyOf(fits);
    }

    /** Collects the data of one quantity. */
    static ScalingData of(String quantity, List<Result> results) {
        List<Point> points = new ArrayList<>();
        for (Result row : Repeats.shown(quantity, results)) {
            if (row.lattice().isPresent() && isPositive(row.estimate().value())) {
                points.add(new Point(
                        row.step(),
                        row.repeat(),
                        Origin.of(row.depth().orElse(0)),
                        row.lattice().get().linearSize(),
                        row.estimate()));
            }
        }
        return new ScalingData(quantity, points, fits(quantity, results));
    }

    private static boolean isPositive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private static List<FittedLine> fits(String quantity, List<Result> results) {
        List<FittedLine> fits = new ArrayList<>();
        for (List<Result> repeats : Repeats.byEnsemble(quantity + ".slope", results)) {
            Result one = repeats.get(0);
            Optional<Estimate> intercept = single(quantity + ".intercept", one, results);
            Optional<Estimate> exponent = single(Notation.of(quantity).exponent(), one, results);
            single(quantity + ".slope", one, results)
                    .filter(slope -> Double.isFinite(slope.value()) && intercept.isPresent())
                    .ifPresent(slope -> fits.add(new FittedLine(
                            label(one), slope, intercept.orElseThrow().value(), exponent)));
        }
        return fits;
    }

    /** The step, and the temperature where it was swept. */
    private static String label(Result row) {
        return row.temperature().isPresent()
                ? row.step() + ", T = " + row.temperature().getAsDouble()
                : row.step();
    }

    /**
     * The one value of the fit that another row is of, at the same temperature; empty where there are several repeats and
     * no combination of them.
     */
    private static Optional<Estimate> single(String quantity, Result other, List<Result> results) {
        List<Result> rows = Repeats.combined(results.stream()
                .filter(row -> row.step().equals(other.step())
                        && row.temperature().equals(other.temperature())
                        && row.quantity().equals(quantity))
                .toList());
        return rows.size() == 1 ? Optional.of(rows.get(0).estimate()) : Optional.empty();
    }
}
