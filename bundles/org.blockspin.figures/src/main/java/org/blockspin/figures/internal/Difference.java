package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.exact.ExactIsing;

/**
 * A measured value and what it is compared with.
 *
 * @param row the value
 * @param reference what it is compared with
 * @param referenceError standard error of that
 */
record Difference(Result row, double reference, double referenceError) {
    /** Temperatures that differ by less, relatively, are one: a mapped temperature has been rounded. */
    private static final double SAME = 1e-4;

    /** All values of a check that have something to be compared with. */
    static List<Difference> of(Check check, List<Result> results) {
        List<Difference> differences = new ArrayList<>();
        for (Result row : Repeats.shown(check.quantity(), results)) {
            boolean wanted = check.of()
                    .map(step -> row.ensemble().equals(Optional.of(step.step())))
                    .orElse(true);
            if (wanted && Double.isFinite(row.estimate().value())) {
                of(check, row, results).ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<Difference> of(Check check, Result row, List<Result> results) {
        if (check.value().isPresent()) {
            return Optional.of(new Difference(row, check.value().get(), check.error()));
        }
        return check.with().isPresent()
                ? partner(check, row, results)
                        .map(Result::estimate)
                        .map(other -> new Difference(row, other.value(), other.standardError()))
                : exact(row).map(exact -> new Difference(row, exact, 0));
    }

    private static Optional<Result> partner(Check check, Result row, List<Result> results) {
        return Repeats.shown(check.quantity(), results).stream()
                .filter(other -> other.ensemble().equals(check.with().map(step -> step.step()))
                        && other.lattice().equals(row.lattice())
                        && Double.isFinite(other.estimate().value()))
                .filter(other -> distance(row, other) <= SAME)
                .min(Comparator.comparingDouble(other -> distance(row, other)));
    }

    private static double distance(Result row, Result other) {
        OptionalDouble one = row.temperature();
        OptionalDouble two = other.temperature();
        return one.isPresent() && two.isPresent()
                ? Math.abs(one.getAsDouble() / two.getAsDouble() - 1)
                : one.equals(two) ? 0 : Double.POSITIVE_INFINITY;
    }

    private static Optional<Double> exact(Result row) {
        return row.lattice()
                .flatMap(ExactIsing::on)
                .flatMap(ising -> ising.quantity(row.quantity()))
                .filter(function -> row.temperature().isPresent())
                .map(function -> function.applyAsDouble(row.temperature().orElseThrow()));
    }

    double value() {
        return estimate().value() - reference;
    }

    Estimate estimate() {
        return row.estimate();
    }

    /** Of the difference, as if the two were independent; an error that is not known counts as none. */
    double error() {
        double own = estimate().standardError();
        double other = referenceError;
        return Math.hypot(Double.isFinite(own) ? own : 0, Double.isFinite(other) ? other : 0);
    }

    /** The difference in standard errors; none where there is no error. */
    OptionalDouble sigmas() {
        return error() > 0 ? OptionalDouble.of(value() / error()) : OptionalDouble.empty();
    }
}
