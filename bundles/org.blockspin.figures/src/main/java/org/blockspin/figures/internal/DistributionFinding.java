package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Input;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Check.Outcome;
import org.blockspin.figures.internal.HistogramData.Share;
import org.blockspin.figures.internal.HistogramData.Shares;

/**
 * What the comparison of two binned distributions came to: their Kolmogorov-Smirnov distance, the largest difference of
 * cumulative shares at the edges of bins, which is at most that of the values themselves, and how probable one as large is
 * for two samples of one distribution (Press et al. 2007, Numerical Recipes, Sec. 14.3.3), if each is of independent
 * configurations.
 *
 * @param distances one a temperature
 */
record DistributionFinding(DistributionCheck check, List<Distance> distances) {
    /** Less probable than this is a difference. */
    private static final double SIGNIFICANCE = 1e-3;

    /** At one temperature. */
    record Distance(OptionalDouble temperature, double value, double probability) {}

    DistributionFinding {
        distances = List.copyOf(distances);
    }

    static DistributionFinding of(DistributionCheck check, List<Result> results) {
        List<Result> rows = results.stream()
                .filter(row -> check.of().bin(row.quantity()).isPresent())
                .toList();
        List<Distance> distances = new ArrayList<>();
        for (HistogramData panel :
                HistogramData.of(List.of(check.of()), check.temperatures(), rows, Series.of(rows, List.of()))) {
            for (Shares own : shares(panel, check.step())) {
                shares(panel, check.with()).stream()
                        .filter(other -> areComparable(own, other))
                        .findFirst()
                        .ifPresent(other -> distances.add(distance(own.bins(), other.bins())));
            }
        }
        return new DistributionFinding(check, distances.stream().distinct().toList());
    }

    private static List<Shares> shares(HistogramData panel, Input<?> step) {
        return panel.shares().stream()
                .filter(shares -> shares.series().ensemble().equals(Optional.of(step.step())))
                .toList();
    }

    /** Whether both are of one lattice, in the same bins. */
    private static boolean areComparable(Shares one, Shares other) {
        return row(one).lattice().equals(row(other).lattice()) && bins(one).equals(bins(other));
    }

    private static Result row(Shares shares) {
        return shares.bins().get(0).row();
    }

    private static List<Distribution.Bin> bins(Shares shares) {
        return shares.bins().stream().map(Share::bin).toList();
    }

    /** At the temperature of the first. */
    private static Distance distance(List<Share> one, List<Share> two) {
        double difference = 0;
        double largest = 0;
        for (int bin = 0; bin < one.size(); bin++) {
            difference += one.get(bin).row().estimate().value()
                    - two.get(bin).row().estimate().value();
            largest = Math.max(largest, Math.abs(difference));
        }
        double first = one.get(0).row().estimate().samples();
        double second = two.get(0).row().estimate().samples();
        double root = Math.sqrt(first * second / (first + second));
        return new Distance(
                one.get(0).row().temperature(), largest, probability((root + 0.12 + 0.11 / root) * largest));
    }

    /** Q(x) = 2 sum over j of (-1)^(j-1) exp(-2 j^2 x^2). */
    static double probability(double x) {
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int j = 1; j <= 100; j++) {
            sum += (j % 2 == 1 ? 2 : -2) * StrictMath.exp(-2 * j * j * x * x);
        }
        return Math.max(0, Math.min(1, sum));
    }

    /** The largest. */
    Optional<Distance> worst() {
        return distances.stream().max(Comparator.comparingDouble(Distance::value));
    }

    private boolean agrees(Distance distance) {
        return distance.value() <= check.tolerance() || distance.probability() >= SIGNIFICANCE;
    }

    Optional<Outcome> outcome() {
        return distances.isEmpty()
                ? Optional.empty()
                : Optional.of(distances.stream().allMatch(this::agrees) ? Outcome.AGREEMENT : Outcome.DIFFERENCE);
    }
}
