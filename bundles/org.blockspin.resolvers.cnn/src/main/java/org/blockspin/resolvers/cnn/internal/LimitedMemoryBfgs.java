package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimizes a smooth function of many variables by the limited-memory BFGS method (Nocedal 1980; Nocedal and Wright
 * 2006, Algorithm 7.4): quasi-Newton steps whose inverse Hessian is built from the last {@value #MEMORY} steps, each of
 * a length that {@link LineSearch} chooses. One call of {@link #step} is one iteration. Not thread-safe.
 *
 * <p>The function may be rounded to floats: where no step lowers it any more, not even against the gradient, the
 * minimum is found as well as it can be.
 */
final class LimitedMemoryBfgs {
    /** A function with its gradient. */
    @FunctionalInterface
    interface Function {
        /** The value at x; writes the gradient. Neither need be finite far from the minimum. */
        double evaluate(double[] x, double[] gradient);
    }

    /** More cost memory and hardly save steps. */
    private static final int MEMORY = 20;

    /** Steps whose curvature is smaller, relative to their lengths, are noise. */
    private static final double LEAST_CURVATURE = 1e-10;

    /**
     * How the gradient changed with a step.
     *
     * @param s the step
     * @param y the change of the gradient
     * @param rho 1 / (s y)
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Pair(double[] s, double[] y, double rho) {}

    private final LineSearch search;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private LineSearch.Trial current;

    /** @param start where to begin; copied */
    LimitedMemoryBfgs(Function function, double[] start) {
        this.search = new LineSearch(function);
        this.current = search.start(start);
    }

    /** The point reached; shared, not copied. */
    double[] point() {
        return current.point();
    }

    /** The value of the function there. */
    double value() {
        return current.value();
    }

    /** One iteration; false, and no change, where none lowers the function. */
    boolean step() {
        boolean lowered = !pairs.isEmpty() && step(direction(), 1);
        if (!lowered) {
            pairs.clear();
            double[] descent = scaled(current.gradient(), -1);
            lowered = step(descent, Math.min(1, 1 / norm1(descent)));
        }
        return lowered;
    }

    private boolean step(double[] direction, double length) {
        LineSearch.Trial next = search.along(current, direction, length);
        if (!(next.value() < current.value())) {
            return false;
        }
        remember(difference(next.point(), current.point()), difference(next.gradient(), current.gradient()));
        current = next;
        return true;
    }

    private void remember(double[] s, double[] y) {
        double curvature = dot(s, y);
        if (curvature > LEAST_CURVATURE * Math.sqrt(dot(s, s) * dot(y, y))) {
            pairs.addLast(new Pair(s, y, 1 / curvature));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    /** The product of the inverse Hessian and the negative gradient, by two loops over the pairs. */
    private double[] direction() {
        double[] q = scaled(current.gradient(), -1);
        double[] alphas = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
            Pair pair = newestFirst.next();
            alphas[--i] = pair.rho * dot(pair.s, q);
            add(-alphas[i], pair.y, q);
        }
        Pair newest = pairs.getLast();
        double[] r = scaled(q, 1 / (newest.rho * dot(newest.y, newest.y)));
        for (Pair pair : pairs) {
            double beta = pair.rho * dot(pair.y, r);
            add(alphas[i++] - beta, pair.s, r);
        }
        return r;
    }

    private static double norm1(double[] a) {
        double sum = 0;
        for (double value : a) {
            sum += Math.abs(value);
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double factor, double[] a, double[] sum) {
        for (int i = 0; i < a.length; i++) {
            sum[i] += factor * a[i];
        }
    }

    private static double[] scaled(double[] a, double factor) {
        double[] scaled = new double[a.length];
        add(factor, a, scaled);
        return scaled;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(-1, b, difference);
        return difference;
    }
}
