package org.blockspin.samplers.internal.replicas;

import java.util.ArrayList;
import java.util.List;

/**
 * A probability p as kernels draw it: a ladder of few levels that gives a nearby q, and rare corrections that make it
 * exact. Where q &lt; p, every bit is set with probability (p - q) / (1 - q); where q &gt; p, every bit is cleared with
 * probability (q - p) / q.
 *
 * @param ladder gives q
 * @param correction the probability of a correction
 * @param sets whether a correction sets a bit, or clears it
 */
record Bernoulli(Ladder ladder, double correction, boolean sets) {
    /** Costs of one level for one site of all replicas, and of one correction, in nanoseconds, about. */
    private static final double LEVEL = 2.5;

    private static final double CORRECTION = 5;
    private static final int MOST_LEVELS = 24;

    /** The cheapest way to draw with this probability. */
    static Bernoulli of(double probability) {
        return together(List.of(probability)).get(0);
    }

    /** The cheapest way to draw with these probabilities from the same random words: all ladders have equally many levels. */
    static List<Bernoulli> together(List<Double> probabilities) {
        List<Bernoulli> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int levels = 0; levels <= MOST_LEVELS; levels++) {
            List<Bernoulli> candidate = new ArrayList<>();
            double cost = levels * LEVEL;
            for (double probability : probabilities) {
                Bernoulli nearest = withLevels(levels, probability);
                candidate.add(nearest);
                cost += nearest.correction * Grid.REPLICAS * CORRECTION;
            }
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return best;
    }

    private static Bernoulli withLevels(int levels, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("expected a probability, found " + probability);
        }
        double scale = 1L << levels;
        long multiple = (long) (probability * scale);
        double q = multiple / scale;
        double set = q < 1 ? (probability - q) / (1 - q) : 0;
        double next = (multiple + 1) / scale;
        double clear = (next - probability) / next;
        return set <= clear
                ? new Bernoulli(new Ladder(levels, multiple), set, true)
                : new Bernoulli(new Ladder(levels, multiple + 1), clear, false);
    }
}
