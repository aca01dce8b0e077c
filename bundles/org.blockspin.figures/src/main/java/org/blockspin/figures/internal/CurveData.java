package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.exact.ExactIsing;
import org.blockspin.figures.internal.plot.Origin;

/**
 * What one panel shows: a quantity over the temperature, and what is known exactly.
 *
 * @param quantity name of the quantity
 * @param curves measured values by series
 * @param exact exact curves, one a lattice
 */
record CurveData(String quantity, List<Curve> curves, List<Exact> exact) {
    /** Measured values of one series, by ascending temperature. */
    record Curve(Series series, List<Result> rows) {
        Curve {
            rows = List.copyOf(rows);
        }
    }

    /** An exact function of the temperature. */
    record Exact(Lattice lattice, DoubleUnaryOperator function) {
        double at(double temperature) {
            return function.applyAsDouble(temperature);
        }
    }

    CurveData {
        curves = List.copyOf(curves);
        exact = List.copyOf(exact);
    }

    static CurveData of(String quantity, List<Result> results, List<Series> all, boolean withExact) {
        List<Result> rows = Repeats.shown(quantity, results).stream()
                .filter(row -> row.temperature().isPresent()
                        && Double.isFinite(row.estimate().value()))
                .sorted(Comparator.comparingDouble(CurveData::temperature))
                .toList();
        List<Curve> curves = all.stream()
                .map(series ->
                        new Curve(series, rows.stream().filter(series::contains).toList()))
                .filter(curve -> !curve.rows().isEmpty())
                .toList();
        return new CurveData(quantity, curves, withExact ? exact(quantity, curves) : List.of());
    }

    static double temperature(Result row) {
        return row.temperature().orElseThrow();
    }

    /** Nothing is known of coarse-grained configurations, whose Hamiltonian is not that of their lattice. */
    private static List<Exact> exact(String quantity, List<Curve> curves) {
        List<Exact> exact = new ArrayList<>();
        curves.stream()
                .filter(curve -> curve.series().style().origin() != Origin.COARSE_GRAINED)
                .map(curve -> curve.series().lattice())
                .distinct()
                .forEach(lattice -> ExactIsing.on(lattice)
                        .flatMap(ising -> ising.quantity(quantity))
                        .ifPresent(function -> exact.add(new Exact(lattice, function))));
        return exact;
    }

    /** The exact function to which a series is to be compared. */
    Optional<Exact> exact(Series series) {
        return series.style().origin() == Origin.COARSE_GRAINED
                ? Optional.empty()
                : exact.stream()
                        .filter(e -> e.lattice().equals(series.lattice()))
                        .findFirst();
    }
}
