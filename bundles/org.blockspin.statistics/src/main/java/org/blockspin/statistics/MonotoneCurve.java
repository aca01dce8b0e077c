package org.blockspin.statistics;

import java.util.Arrays;

/**
 * A monotone curve through measured points: values that noise put out of order are averaged with their neighbours (the
 * weighted isotonic regression of Ayer et al., Ann. Math. Statist. 26 (1955) 641), and between the points it is a cubic
 * that never overshoots (Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980) 238; the slopes of Hyman, SIAM J. Sci. Stat.
 * Comput. 4 (1983) 645). Whether it rises or falls is told from its ends. Immutable and thread-safe.
 */
public final class MonotoneCurve {
    private static final int BISECTIONS = 60;

    private final double[] x;
    private final double[] y;
    private final double[] slopes;
    /** 1 if the curve rises, -1 if it falls. */
    private final int sign;

    private MonotoneCurve(double[] x, double[] y, int sign) {
        this.x = x;
        this.y = y;
        this.sign = sign;
        this.slopes = slopes(x, y);
    }

    /**
     * The curve through points.
     *
     * @param x at least two, ascending
     * @param y as many values
     * @param standardErrors their standard errors; those that are not positive and finite count as the smallest that is
     */
    public static MonotoneCurve through(double[] x, double[] y, double[] standardErrors) {
        if (x.length < 2 || y.length != x.length || standardErrors.length != x.length) {
            throw new IllegalArgumentException("expected at least two points and as many x as y and errors, found "
                    + x.length + ", " + y.length + " and " + standardErrors.length);
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException("expected ascending x, found " + x[i] + " after " + x[i - 1]);
            }
        }
        int sign = y[y.length - 1] >= y[0] ? 1 : -1;
        return new MonotoneCurve(x.clone(), isotonic(y, weights(standardErrors), sign), sign);
    }

    private static double[] weights(double[] standardErrors) {
        double smallest = Arrays.stream(standardErrors)
                .filter(sigma -> sigma > 0 && Double.isFinite(sigma))
                .min()
                .orElse(1);
        return Arrays.stream(standardErrors)
                .map(sigma -> sigma > 0 && Double.isFinite(sigma) ? smallest / sigma : 1)
                .map(ratio -> ratio * ratio)
                .toArray();
    }

    /** Pools neighbours that violate the order until none do. */
    private static double[] isotonic(double[] values, double[] weights, int sign) {
        int n = values.length;
        double[] level = new double[n];
        double[] weight = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (int i = 0; i < n; i++) {
            level[blocks] = values[i];
            weight[blocks] = weights[i];
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && sign * (level[blocks - 2] - level[blocks - 1]) > 0) {
                double both = weight[blocks - 2] + weight[blocks - 1];
                level[blocks - 2] =
                        (weight[blocks - 2] * level[blocks - 2] + weight[blocks - 1] * level[blocks - 1]) / both;
                weight[blocks - 2] = both;
                size[blocks - 2] += size[blocks - 1];
                blocks--;
            }
        }
        double[] pooled = new double[n];
        int next = 0;
        for (int block = 0; block < blocks; block++) {
            Arrays.fill(pooled, next, next + size[block], level[block]);
            next += size[block];
        }
        return pooled;
    }

    /**
     * Those of the parabola through three neighbours, limited to three times the smaller secant, which keeps the cubic
     * monotone.
     */
    private static double[] slopes(double[] x, double[] y) {
        int last = x.length - 1;
        double[] secants = new double[last];
        for (int i = 0; i < last; i++) {
            secants[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        }
        double[] slopes = new double[x.length];
        slopes[0] = secants[0];
        slopes[last] = secants[last - 1];
        for (int i = 1; i < last; i++) {
            double before = x[i] - x[i - 1];
            double after = x[i + 1] - x[i];
            double parabola = (after * secants[i - 1] + before * secants[i]) / (before + after);
            double most = 3 * Math.min(Math.abs(secants[i - 1]), Math.abs(secants[i]));
            slopes[i] = Math.copySign(Math.min(Math.abs(parabola), most), parabola);
        }
        slopes[0] = atEnd(secants[0], slopes[1]);
        slopes[last] = atEnd(secants[last - 1], slopes[last - 1]);
        return slopes;
    }

    /** That of the parabola which the neighbour's slope gives, if it has the direction of the secant. */
    private static double atEnd(double secant, double neighbour) {
        double parabola = 2 * secant - neighbour;
        return parabola * secant > 0 ? parabola : 0;
    }

    /** The value at x; beyond the ends that at the end. */
    public double at(double position) {
        int last = x.length - 1;
        if (!(position > x[0])) {
            return y[0];
        } else if (position >= x[last]) {
            return y[last];
        }
        int found = Arrays.binarySearch(x, position);
        int i = found >= 0 ? found : -found - 2;
        double h = x[i + 1] - x[i];
        double t = (position - x[i]) / h;
        double u = 1 - t;
        return y[i] * u * u * (1 + 2 * t)
                + y[i + 1] * t * t * (1 + 2 * u)
                + h * t * u * (slopes[i] * u - slopes[i + 1] * t);
    }

    /** Whether the curve takes this value between its ends; those of the ends themselves may be saturated beyond them. */
    public boolean reaches(double value) {
        return sign * (value - y[0]) > 0 && sign * (y[y.length - 1] - value) > 0;
    }

    /** Where the curve takes a value: the middle where it does on a stretch; NaN if it does not between its ends. */
    public double inverse(double value) {
        return reaches(value) ? (bisect(value, true) + bisect(value, false)) / 2 : Double.NaN;
    }

    /** The first or the last place where the curve takes the value. */
    private double bisect(double value, boolean first) {
        double low = x[0];
        double high = x[x.length - 1];
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double excess = sign * (at(middle) - value);
            if (excess > 0 || (first && excess == 0)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }
}
