package org.blockspin.console.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.blockspin.api.Estimate;

/**
 * One check of the self-test, in words.
 *
 * @param what what is checked
 * @param found what was found, with its error where it has one
 * @param expected what it should be
 * @param difference in sigma, where it is measured so
 * @param passed whether it is well enough
 */
record Check(String what, String found, String expected, String difference, boolean passed) {
    /** Greater differences do not happen: one of five sigma has a chance of less than one in a million. */
    static final double LIMIT = 5;

    /** An estimate against a number that is known exactly. */
    static Check exact(String what, Estimate estimate, double exact) {
        String expected = String.format(Locale.ROOT, "exact %.5f", exact);
        return of(what, estimate, expected, estimate.value() - exact, estimate.standardError());
    }

    /** Two estimates of the same number. */
    static Check agreement(String what, Estimate estimate, Estimate other) {
        return of(
                what,
                estimate,
                text(other),
                estimate.value() - other.value(),
                Math.hypot(estimate.standardError(), other.standardError()));
    }

    /** A loss that falls from epoch to epoch. */
    static Check falls(String what, List<Double> losses) {
        String all = losses.stream()
                .map(loss -> String.format(Locale.ROOT, "%.4f", loss))
                .collect(Collectors.joining(", "));
        boolean falls = losses.size() > 1 && losses.stream().allMatch(Double::isFinite);
        for (int i = 1; i < losses.size(); i++) {
            falls &= losses.get(i) < losses.get(i - 1);
        }
        return new Check(what, all, "falling", "", falls);
    }

    private static Check of(String what, Estimate estimate, String expected, double difference, double error) {
        boolean equal = difference == 0;
        double sigma = equal ? 0 : difference / error;
        // An unknown error is none to pass a check with, however small the difference.
        boolean passed = Double.isFinite(error) && error > 0 && Math.abs(sigma) <= LIMIT;
        return new Check(
                what, text(estimate), expected, equal ? "0" : String.format(Locale.ROOT, "%+.2f", sigma), passed);
    }

    private static String text(Estimate estimate) {
        return String.format(Locale.ROOT, "%.5f +- %.5f", estimate.value(), estimate.standardError());
    }
}
