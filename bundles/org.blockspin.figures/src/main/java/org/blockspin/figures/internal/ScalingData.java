package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;

/**
 * What one panel shows: a quantity over the linear size, and the lines fitted to it.
 *
 * @param quantity name of the quantity
 * @param points measured values that a logarithmic axis can show
 * @param fits fitted lines
 */
record ScalingData(String quantity, List<Point> points, List<FittedLine> fits) {

    /** Where configurations came from, which decides how a point looks. */
    enum Origin {
        SIMULATED("simulated"),
        SUPER_RESOLVED("super-resolved"),
        COARSE_GRAINED("coarse-grained");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Origin of(int depth) {
            return depth == 0 ? SIMULATED : depth < 0 ? SUPER_RESOLVED : COARSE_GRAINED;
        }
    }

    /** One measured value. */
    record Point(String step, String repeat, Origin origin, double linearSize, Estimate estimate) {
        double value() {
            return estimate.value();
        }

        /** The end of the error bar, or the value itself where the error is not known. */
        double end(int sign) {
            double error = estimate.standardError();
            return Double.isFinite(error) ? value() + sign * error : value();
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
        for (List<Result> repeats : byEnsemble(quantity, results)) {
            for (Result row : combined(repeats)) {
                if (row.lattice().isPresent() && isPositive(row.estimate().value())) {
                    points.add(new Point(
                            row.step(),
                            row.repeat(),
                            Origin.of(row.depth().orElse(0)),
                            row.lattice().get().linearSize(),
                            row.estimate()));
                }
            }
        }
        return new ScalingData(quantity, points, fits(quantity, results));
    }

    private static boolean isPositive(double value) {
        return value > 0 && Double.isFinite(value);
    }

    /** Rows of a quantity which differ in nothing but the repeat. */
    private static Iterable<List<Result>> byEnsemble(String quantity, List<Result> results) {
        Map<List<Object>, List<Result>> groups = new LinkedHashMap<>();
        for (Result row : results) {
            if (row.quantity().equals(quantity)) {
                List<Object> ensemble = List.of(row.step(), row.lattice(), row.depth(), row.temperature());
                groups.computeIfAbsent(ensemble, key -> new ArrayList<>()).add(row);
            }
        }
        return groups.values();
    }

    /** The combination of all repeats where there is one, and all repeats where there is none. */
    private static List<Result> combined(List<Result> repeats) {
        List<Result> all = repeats.stream()
                .filter(row -> row.repeat().equals(Result.ALL_REPEATS))
                .toList();
        return all.isEmpty() ? repeats : List.of(total(all));
    }

    /**
     * One row of all that combine the same repeats: these tell the error from the spread over repeats and the statistical
     * error of what the repeats share, which are independent and add in quadrature.
     */
    private static Result total(List<Result> all) {
        Result first = all.get(0);
        double variance = 0;
        for (Result row : all) {
            variance += row.estimate().standardError() * row.estimate().standardError();
        }
        Estimate estimate = first.estimate();
        return new Result(
                first.step(),
                first.quantity(),
                first.lattice(),
                first.depth(),
                first.temperature(),
                first.repeat(),
                new Estimate(
                        estimate.value(),
                        Math.sqrt(variance),
                        estimate.method(),
                        estimate.samples(),
                        OptionalDouble.empty()));
    }

    private static List<FittedLine> fits(String quantity, List<Result> results) {
        List<FittedLine> fits = new ArrayList<>();
        for (List<Result> repeats : byEnsemble(quantity + ".slope", results)) {
            String step = repeats.get(0).step();
            Optional<Estimate> intercept = single(quantity + ".intercept", step, results);
            Optional<Estimate> exponent = single(Notation.of(quantity).exponent(), step, results);
            single(quantity + ".slope", step, results)
                    .filter(slope -> Double.isFinite(slope.value()) && intercept.isPresent())
                    .ifPresent(slope -> fits.add(
                            new FittedLine(step, slope, intercept.orElseThrow().value(), exponent)));
        }
        return fits;
    }

    /** The one value of a step; empty where there are several repeats and no combination of them. */
    private static Optional<Estimate> single(String quantity, String step, List<Result> results) {
        List<Result> rows = combined(results.stream()
                .filter(row -> row.step().equals(step) && row.quantity().equals(quantity))
                .toList());
        return rows.size() == 1 ? Optional.of(rows.get(0).estimate()) : Optional.empty();
    }
}
