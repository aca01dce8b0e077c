package org.blockspin.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blockspin.api.Estimate;
import org.blockspin.pipeline.RunComparison.ChiSquare;
import org.blockspin.pipeline.RunComparison.Pair;
import org.blockspin.pipeline.RunComparison.Row;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
    private static final double UNKNOWN = Double.NaN;

    @Test
    void rowsAreTheSameBitForBitOnly() {
        assertThat(pair(1, 0.1, 1, 0.1).isSame()).isTrue();
        assertThat(pair(1, 0.1, Math.nextUp(1.0), 0.1).isSame()).isFalse();
        assertThat(pair(1, 0.1, 1, 0.2).isSame()).isFalse();
        assertThat(pair(0.0, 0.1, -0.0, 0.1).isSame()).isFalse();
        assertThat(pair(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN).isSame()).isTrue();
    }

    @Test
    void sigmaIsTheDifferenceOverBothErrorsInQuadrature() {
        assertThat(pair(1, 0.3, 2, 0.4).sigma()).hasValue(1 / 0.5);
        assertThat(pair(2, 0.3, 1, 0.4).sigma()).hasValue(-2);
        assertThat(pair(1, 0, 2, 0.5).sigma()).hasValue(2);
    }

    @Test
    void numbersWithoutErrorAreInfinitelyManySigmaApart() {
        assertThat(pair(1, 0, 0.5, 0).sigma()).hasValue(Double.NEGATIVE_INFINITY);
        assertThat(pair(1, 0, 1, 0).sigma()).hasValue(0);
    }

    @Test
    void sigmaIsUnknownWhereAValueOrAnErrorIs() {
        assertThat(pair(1, UNKNOWN, 2, 0.1).sigma()).isEmpty();
        assertThat(pair(1, 0.1, UNKNOWN, 0.1).sigma()).isEmpty();
        assertThat(pair(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN).sigma()).isEmpty();
    }

    @Test
    void rowsThatDifferTheMostComeFirst() {
        Pair small = pair(1, 0.1, 1.1, 0.1);
        Pair same = pair(5, 0.1, 5, 0.1);
        Pair large = pair(1, 0.1, 0, 0.1);
        Pair infinite = pair(1, 0, 2, 0);
        Pair lost = pair(1, 0.1, UNKNOWN, UNKNOWN);
        Pair unknown = pair(1, UNKNOWN, 2, UNKNOWN);
        RunComparison comparison = comparison(small, unknown, same, large, lost, infinite);
        assertThat(comparison.differing()).containsExactly(lost, infinite, large, small, unknown);
        assertThat(comparison.largestSigma()).hasValue(Double.POSITIVE_INFINITY);
    }

    @Test
    void chiSquareIsOverRowsThatDifferAndHaveFiniteErrors() {
        ChiSquare chiSquare = comparison(
                        pair(1, 0.3, 2, 0.4),
                        pair(1, 0.3, 1.5, 0.4),
                        pair(1, 0.3, 1, 0.3),
                        pair(1, 0, 2, 0),
                        pair(1, UNKNOWN, 2, 0.1))
                .chiSquare();
        assertThat(chiSquare).isEqualTo(new ChiSquare(4 + 1, 2));
    }

    @Test
    void rowsOfOneRunOnlyAreADifferenceOfNumbers() {
        Pair same = pair(5, 0.1, 5, 0.1);
        assertThat(comparison(same).numbersAreSame()).isTrue();
        assertThat(comparison(same).isSame()).isTrue();
        assertThat(comparison(same).largestSigma()).isEmpty();
        RunComparison more = new RunComparison(
                List.of(), List.of(), List.of(), List.of(), true, List.of(same), List.of(), List.of(same.first()));
        assertThat(more.numbersAreSame()).isFalse();
        assertThat(more.isSame()).isFalse();
        assertThat(more.differing()).isEmpty();
    }

    private static RunComparison comparison(Pair... pairs) {
        return new RunComparison(
                List.of(), List.of(), List.of(), List.of(), true, List.of(pairs), List.of(), List.of());
    }

    private static Pair pair(double first, double firstError, double second, double secondError) {
        return new Pair(row(first, firstError), row(second, secondError));
    }

    private static Row row(double value, double error) {
        return new Row(
                "measured",
                "simulated",
                "energy",
                "square",
                "16x16",
                OptionalInt.of(0),
                OptionalDouble.of(2.5),
                "",
                new Estimate(value, error, Estimate.Method.JACKKNIFE, 100, OptionalDouble.empty()));
    }
}
