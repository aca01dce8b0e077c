package org.blockspin.figures.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Input;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Check.Outcome;
import org.blockspin.figures.internal.Check.Scale;

/**
 * What a check came to.
 *
 * @param differences of all values that had something to be compared with
 */
record Finding(Check check, List<Difference> differences) {
    /** Differences of so many standard errors count as none: of a hundred values, none has that by chance. */
    private static final double SIGMAS = 4;

    /** Rounding is no difference. */
    private static final double ROUNDING = 1e-12;

    Finding {
        differences = List.copyOf(differences);
    }

    static Finding of(Check check, List<Result> results) {
        return new Finding(check, Difference.of(check, results));
    }

    /** The step that made the configurations, or the one of a fit; nothing where there was nothing to compare. */
    String step() {
        return check.of()
                .map(Input::step)
                .or(() -> worst().map(difference -> difference.row().step()))
                .orElse("");
    }

    /** Empty where there was nothing to compare. */
    Optional<Outcome> outcome() {
        return worst().map(worst -> beyondErrors(worst) <= check.tolerance() ? Outcome.AGREEMENT : Outcome.DIFFERENCE);
    }

    boolean isAsExpected() {
        return outcome().equals(Optional.of(check.expected()));
    }

    /** Whether all differences are within errors alone. */
    boolean isWithinErrors() {
        return worst().filter(worst -> beyondErrors(worst) == 0).isPresent();
    }

    /** Of those beyond their errors, the one that differs most; where none is, the one of most standard errors. */
    Optional<Difference> worst() {
        return differences.stream()
                .max(Comparator.comparingDouble(this::beyondErrors)
                        .thenComparingDouble(d -> Math.abs(d.sigmas().orElse(0))));
    }

    /** The relative difference; none where errors alone account for it. */
    private double beyondErrors(Difference difference) {
        double alone = SIGMAS * difference.error() + resolution(difference) + ROUNDING;
        return Math.abs(difference.value()) <= alone ? 0 : Math.abs(relative(difference));
    }

    /** Of n configurations that are all alike, nobody knows their spread; another might have come after them. */
    private double resolution(Difference difference) {
        return difference.error() == 0 ? largest() / difference.estimate().samples() : 0;
    }

    /** A difference in units of what the check says. */
    double relative(Difference difference) {
        return difference.value() / scale(difference);
    }

    private double scale(Difference difference) {
        return check.relativeTo() == Scale.VALUE ? Math.abs(difference.reference()) : largest();
    }

    private double largest() {
        return differences.stream()
                .mapToDouble(difference -> Math.abs(difference.reference()))
                .max()
                .orElse(0);
    }

    /** chi^2 per value; empty where no value has an error. */
    OptionalDouble chiSquarePerPoint() {
        return differences.stream()
                .flatMapToDouble(difference -> difference.sigmas().stream())
                .map(sigmas -> sigmas * sigmas)
                .average();
    }
}
