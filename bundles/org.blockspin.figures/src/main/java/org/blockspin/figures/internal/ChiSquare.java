package org.blockspin.figures.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.blockspin.api.Result;

/**
 * The sum over temperatures of the squared difference between measured and exact value in units of the standard error.
 * Values without an error count for nothing.
 *
 * @param sum chi^2
 * @param points number n of values
 */
record ChiSquare(double sum, int points) {
    /** Empty where no value has an error. */
    static Optional<ChiSquare> of(List<Result> rows, DoubleUnaryOperator exact) {
        double sum = 0;
        int points = 0;
        for (Result row : rows) {
            double error = row.estimate().standardError();
            if (error > 0 && Double.isFinite(error)) {
                double sigmas = (row.estimate().value() - exact.applyAsDouble(CurveData.temperature(row))) / error;
                sum += sigmas * sigmas;
                points++;
            }
        }
        return points == 0 ? Optional.empty() : Optional.of(new ChiSquare(sum, points));
    }

    double perPoint() {
        return sum / points;
    }
}
