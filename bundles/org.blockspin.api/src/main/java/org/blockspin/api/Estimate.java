package org.blockspin.api;

import java.util.OptionalDouble;

/**
 * A number with its statistical error.
 *
 * @param value the estimate
 * @param standardError one standard error, at least 0; NaN where there were too few samples to tell
 * @param method how the error was obtained
 * @param samples number of samples behind the value (configurations, or repeats)
 * @param autocorrelationTime integrated autocorrelation time in units of one sample (1/2: independent), where measured
 */
public record Estimate(
        double value, double standardError, Method method, long samples, OptionalDouble autocorrelationTime) {

    /** How a standard error was obtained. */
    public enum Method {
        /** Leave-one-out over bins of the root ensemble; correct for nonlinear functions of correlated means. */
        JACKKNIFE,
        /** Spread over independent repeats of a step, divided by the square root of their number. */
        REPEATS
    }
}
