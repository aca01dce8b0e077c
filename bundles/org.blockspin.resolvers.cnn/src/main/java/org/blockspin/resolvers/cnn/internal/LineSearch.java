package org.blockspin.resolvers.cnn.internal;

/**
 * Finds a step along a direction that fulfils the strong Wolfe conditions: a value lower by at least c1 = 1e-4 of what
 * the slope promises, and a slope of at most c2 = 0.9 of it (Nocedal and Wright 2006, Algorithms 3.5 and 3.6). Steps are
 * tried ever longer until one is known to be too long, then between the two by cubic interpolation.
 */
final class LineSearch {
    private static final double C1 = 1e-4;
    private static final double C2 = 0.9;
    private static final double LONGER = 4;
    private static final int MOST_TRIALS = 20;
    /** A trial lies at least this fraction of the interval away from its ends. */
    private static final double MARGIN = 0.1;

    /**
     * A point with what the function is there.
     *
     * @param length of the step, in units of the direction
     * @param slope derivative along the direction
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Trial(double[] point, double[] gradient, double value, double length, double slope) {}

    private final LimitedMemoryBfgs.Function function;

    LineSearch(LimitedMemoryBfgs.Function function) {
        this.function = function;
    }

    /** The point where a minimization begins. */
    Trial start(double[] point) {
        return trial(new Trial(point, point, 0, 0, 0), new double[point.length], 0);
    }

    /**
     * A step from {@code from}, tried at first with this length. If the conditions cannot be fulfilled within
     * {@value #MOST_TRIALS} trials, the lowest point that was tried, which may be {@code from}.
     */
    Trial along(Trial from, double[] direction, double length) {
        Trial start =
                new Trial(from.point, from.gradient, from.value, 0, LimitedMemoryBfgs.dot(from.gradient, direction));
        if (!(start.slope < 0)) {
            return start;
        }
        Trial before = start;
        double next = length;
        for (int trials = 0; trials < MOST_TRIALS; trials++) {
            Trial here = trial(start, direction, next);
            if (!isLowEnough(here, start) || (trials > 0 && here.value >= before.value)) {
                return between(start, direction, before, here, MOST_TRIALS - trials);
            }
            if (isFlatEnough(here, start)) {
                return here;
            }
            if (here.slope >= 0) {
                return between(start, direction, here, before, MOST_TRIALS - trials);
            }
            before = here;
            next *= LONGER;
        }
        return before;
    }

    /** Between the end that is low enough, whose slope points to the other one, and the other. */
    private Trial between(Trial start, double[] direction, Trial lowEnd, Trial highEnd, int most) {
        Trial low = lowEnd;
        Trial high = highEnd;
        for (int trials = 0; trials < most; trials++) {
            Trial here = trial(start, direction, interpolated(low, high));
            if (!isLowEnough(here, start) || here.value >= low.value) {
                high = here;
            } else {
                if (isFlatEnough(here, start)) {
                    return here;
                }
                if (here.slope * (high.length - low.length) >= 0) {
                    high = low;
                }
                low = here;
            }
        }
        return low;
    }

    private static boolean isLowEnough(Trial here, Trial start) {
        return here.value <= start.value + C1 * here.length * start.slope;
    }

    private static boolean isFlatEnough(Trial here, Trial start) {
        return Math.abs(here.slope) <= -C2 * start.slope;
    }

    /** The minimum of the cubic with these values and slopes, away from the ends; their middle if there is none. */
    private static double interpolated(Trial a, Trial b) {
        double width = b.length - a.length;
        double d1 = a.slope + b.slope - 3 * (b.value - a.value) / width;
        double d2 = Math.signum(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        double fraction = 1 - (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
        return a.length + width * (Double.isFinite(fraction) ? Math.max(MARGIN, Math.min(1 - MARGIN, fraction)) : 0.5);
    }

    private Trial trial(Trial start, double[] direction, double length) {
        double[] point = start.point.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += length * direction[i];
        }
        double[] gradient = new double[point.length];
        double value = function.evaluate(point, gradient);
        return new Trial(point, gradient, value, length, LimitedMemoryBfgs.dot(gradient, direction));
    }
}
