package org.blockspin.statistics;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.blockspin.api.Estimate;

/**
 * The jackknife over bins: errors of nonlinear functions of means of correlated rows.
 *
 * <p>Every bin is left out once, and the spread of the results gives the error: correct to first order for any smooth
 * function and for rows that are correlated over less than the length of a bin. Bins may have different sizes: this is
 * the delete-m_j jackknife of Busing, Meijer and van der Leeden, Statistics and Computing 9 (1999) 3.
 */
public final class Jackknife {
    /** Step of the numerical gradient in standard errors of a column: within the domain of f, and nearly linear. */
    private static final double STEP = 0.01;

    private Jackknife() {}

    /**
     * Value and error of a function of column means.
     *
     * <p>The value is the function of the full means, not corrected for bias: the bias is of order 1/n, far below the
     * error of order 1/sqrt(n), while the correction adds noise and can leave the range of the quantity (a negative
     * susceptibility).
     *
     * <p>The integrated autocorrelation time is tau = (1/2) (binned error / naive error)^2, where the naive error is
     * that of independent rows, sqrt(g C g / n) with the gradient g of the function and the covariance C of the
     * columns. It is a rough number: with B bins its relative standard deviation is sqrt(2 / (B - 1)), 14 % for 100
     * bins, and it may well come out below 1/2; bins that are not much longer than tau make it too small.
     *
     * @param rows the rows, in bins that are much longer than the autocorrelation time
     * @param ofMeans the quantity as a function of the column means
     * @param independent whether rows are independent by construction; no autocorrelation time is given then
     * @return the estimate; its error is NaN for fewer than two bins
     */
    public static Estimate estimate(BinnedRows rows, ToDoubleFunction<double[]> ofMeans, boolean independent) {
        double value = ofMeans.applyAsDouble(rows.mean());
        double[] leaveOneOut = new double[rows.bins()];
        long[] samples = new long[rows.bins()];
        for (int bin = 0; bin < leaveOneOut.length; bin++) {
            leaveOneOut[bin] = ofMeans.applyAsDouble(rows.meanWithout(bin));
            samples[bin] = rows.samples(bin);
        }
        double error = standardError(value, leaveOneOut, samples);
        OptionalDouble time = independent ? OptionalDouble.empty() : autocorrelationTime(error, rows, ofMeans);
        return new Estimate(value, error, Estimate.Method.JACKKNIFE, rows.samples(), time);
    }

    /**
     * The standard error of any function of all data from its values without one bin each. With n samples in g bins,
     * m_j in bin j, h_j = n / m_j, d_j = theta - theta_(-j) and D = sum (1 - 1/h_j) d_j,
     *
     * <p>sigma^2 = (1/g) sum ((h_j - 1) d_j - D)^2 / (h_j - 1)
     *
     * <p>(Busing et al. 1999, written in differences so that no digits are lost). For equal bins it is the textbook
     * (g - 1)/g sum (theta_(-j) - their mean)^2.
     *
     * @param full theta, the function of all data
     * @param leaveOneOut theta_(-j), the function of all data but bin j
     * @param samples m_j, the number of samples in bin j, each at least 1
     * @return one standard error; NaN for fewer than two bins
     */
    public static double standardError(double full, double[] leaveOneOut, long[] samples) {
        int bins = leaveOneOut.length;
        if (samples.length != bins) {
            throw new IllegalArgumentException("expected " + bins + " bin sizes, found " + samples.length);
        }
        if (bins < 2) {
            return Double.NaN;
        }
        double n = 0;
        for (long m : samples) {
            if (m < 1) {
                throw new IllegalArgumentException("expected bins of at least one sample, found " + m);
            }
            n += m;
        }
        double shift = 0;
        for (int j = 0; j < bins; j++) {
            shift += (1 - samples[j] / n) * (full - leaveOneOut[j]);
        }
        double sum = 0;
        for (int j = 0; j < bins; j++) {
            double others = n / samples[j] - 1;
            double deviation = others * (full - leaveOneOut[j]) - shift;
            sum += deviation * deviation / others;
        }
        return Math.sqrt(sum / bins);
    }

    private static OptionalDouble autocorrelationTime(
            double error, BinnedRows rows, ToDoubleFunction<double[]> ofMeans) {
        double ratio = error / naiveError(rows, ofMeans);
        double time = 0.5 * ratio * ratio;
        return Double.isFinite(time) ? OptionalDouble.of(time) : OptionalDouble.empty();
    }

    private static double naiveError(BinnedRows rows, ToDoubleFunction<double[]> ofMeans) {
        double[][] covariance = rows.covariance();
        double[] gradient = new double[rows.columns()];
        for (int c = 0; c < gradient.length; c++) {
            double error = Math.sqrt(covariance[c][c] / rows.samples());
            gradient[c] = derivative(rows, ofMeans, c, STEP * error);
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(variance / rows.samples());
    }

    /** Central difference; 0 for a column that does not vary, since its derivative is never needed. */
    private static double derivative(BinnedRows rows, ToDoubleFunction<double[]> ofMeans, int column, double step) {
        double[] above = rows.mean();
        double[] below = rows.mean();
        above[column] += step;
        below[column] -= step;
        double width = above[column] - below[column];
        return width == 0 ? 0 : (ofMeans.applyAsDouble(above) - ofMeans.applyAsDouble(below)) / width;
    }
}
