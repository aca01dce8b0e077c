package org.blockspin.benchmarks;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** One number a round, of which median and spread are of interest. */
final class Rates {
    private final double[] values;

    /** @param values by round, at least one */
    Rates(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("expected the number of at least one round");
        }
        this.values = values.clone();
    }

    double median() {
        return quantile(0.5);
    }

    /** Half the distance of the quartiles as a fraction of the median. */
    double spread() {
        return (quantile(0.75) - quantile(0.25)) / 2 / Math.abs(median());
    }

    /** Linear between the values in order, of which the first is the quantile 0 and the last the quantile 1. */
    private double quantile(double fraction) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = fraction * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    Rates map(DoubleUnaryOperator function) {
        return new Rates(Arrays.stream(values).map(function).toArray());
    }

    /** Round by round: what slows a whole round down drops out of a ratio. */
    Rates over(Rates other) {
        return combined(other, (a, b) -> a / b);
    }

    private Rates combined(Rates other, DoubleBinaryOperator operator) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "expected as many rounds, " + values.length + " and " + other.values.length);
        }
        double[] combined = new double[values.length];
        for (int round = 0; round < combined.length; round++) {
            combined[round] = operator.applyAsDouble(values[round], other.values[round]);
        }
        return new Rates(combined);
    }
}
