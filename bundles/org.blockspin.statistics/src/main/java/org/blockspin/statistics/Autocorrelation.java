package org.blockspin.statistics;

import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Autocorrelation of a time series in equilibrium. */
public final class Autocorrelation {
    /** The window is at least so many autocorrelation times long (Sokal 1997 advises 4 to 10). */
    private static final double WINDOW = 6;

    private Autocorrelation() {}

    /**
     * The integrated autocorrelation time tau = 1/2 + sum_{t=1..W} rho(t) in units of one step: the variance of the mean
     * of n values is 2 tau times that of independent ones.
     *
     * <p>W is the smallest window with W >= 6 tau(W) (Madras and Sokal, J. Stat. Phys. 50 (1988) 109, Appendix C),
     * because a longer sum adds noise only. The relative standard deviation of the result is about
     * sqrt(2 (2 W + 1)/n) (Wolff, Comput. Phys. Commun. 156 (2004) 143): a series should be some hundred tau long, and
     * one of less than 50 tau often gives a value that is far too small. All lags at once by fast Fourier transform,
     * O(n log n).
     *
     * @param series at least one value
     * @return at least 1/2, which is also the answer for a constant series
     */
    public static double integratedTime(double[] series) {
        double[] covariance = autocovariance(series);
        if (!(covariance[0] > 0)) {
            return 0.5;
        }
        double time = 0.5;
        int window = 0;
        while (window < WINDOW * time && window < series.length - 1) {
            window++;
            time += covariance[window] / covariance[0];
        }
        return Math.max(0.5, time);
    }

    /** sum (x_i - mean)(x_{i+t} - mean) / (n - t) for every lag t. */
    private static double[] autocovariance(double[] series) {
        int n = series.length;
        if (n == 0) {
            throw new IllegalArgumentException("expected a series of at least one value");
        }
        double[] deviations = deviations(series);
        double[] real = new double[2 * Integer.highestOneBit(2 * n - 1)];
        double[] imaginary = new double[real.length];
        System.arraycopy(deviations, 0, real, 0, n);
        double[][] data = {real, imaginary};
        FastFourierTransformer.transformInPlace(data, DftNormalization.STANDARD, TransformType.FORWARD);
        for (int k = 0; k < real.length; k++) {
            real[k] = real[k] * real[k] + imaginary[k] * imaginary[k];
            imaginary[k] = 0;
        }
        FastFourierTransformer.transformInPlace(data, DftNormalization.STANDARD, TransformType.INVERSE);
        double[] covariance = new double[n];
        for (int t = 0; t < n; t++) {
            covariance[t] = real[t] / (n - t);
        }
        return covariance;
    }

    /** Deviations from the mean, taken around the first value, so that a constant series has exactly none. */
    private static double[] deviations(double[] series) {
        double[] deviations = new double[series.length];
        double sum = 0;
        for (int i = 0; i < series.length; i++) {
            deviations[i] = series[i] - series[0];
            sum += deviations[i];
        }
        double mean = sum / series.length;
        for (int i = 0; i < series.length; i++) {
            deviations[i] -= mean;
        }
        return deviations;
    }
}
