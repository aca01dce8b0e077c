package org.blockspin.statistics;

/**
 * A straight line through points, y = slope * x + intercept.
 *
 * @param slope the slope
 * @param intercept y at x = 0
 * @param correlation weighted Pearson correlation coefficient of x and y, from -1 to 1; NaN if all y are equal
 */
public record LineFit(double slope, double intercept, double correlation) {

    /**
     * Weighted least squares: minimizes sum w (y - slope x - intercept)^2 with w = 1/sigma^2. If any sigma is zero or
     * not finite, it says nothing about the weights, and all points weigh the same.
     *
     * @param x at least two values; the slope is NaN or infinite if all are equal
     * @param y as many values
     * @param standardErrors sigma, the standard errors of y
     */
    public static LineFit of(double[] x, double[] y, double[] standardErrors) {
        if (x.length < 2 || y.length != x.length || standardErrors.length != x.length) {
            throw new IllegalArgumentException("expected at least two points and as many x as y and errors, found "
                    + x.length + ", " + y.length + " and " + standardErrors.length);
        }
        double[] weights = weights(standardErrors);
        double meanX = weightedMean(weights, x);
        double meanY = weightedMean(weights, y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            xx += weights[i] * dx * dx;
            xy += weights[i] * dx * dy;
            yy += weights[i] * dy * dy;
        }
        double slope = xy / xx;
        return new LineFit(slope, meanY - slope * meanX, xy / Math.sqrt(xx * yy));
    }

    /** 1/sigma^2, scaled so that the largest is 1 and none overflows. */
    private static double[] weights(double[] standardErrors) {
        double smallest = Double.POSITIVE_INFINITY;
        boolean usable = true;
        for (double sigma : standardErrors) {
            usable &= sigma > 0 && Double.isFinite(sigma);
            smallest = Math.min(smallest, sigma);
        }
        double[] weights = new double[standardErrors.length];
        for (int i = 0; i < weights.length; i++) {
            double ratio = usable ? smallest / standardErrors[i] : 1;
            weights[i] = ratio * ratio;
        }
        return weights;
    }

    private static double weightedMean(double[] weights, double[] values) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }
}
