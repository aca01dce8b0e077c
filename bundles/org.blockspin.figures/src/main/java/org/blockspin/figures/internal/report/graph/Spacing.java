package org.blockspin.figures.internal.report.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts things of a row where they want to be, as nearly as their order and distances allow: the sum of squares of the
 * differences is least. With d_i the wish less the sum of the distances before it, that is the regression of d on the
 * ascending sequences, found by pooling neighbours that stand in the wrong order (Best and Chakravarti 1990).
 */
final class Spacing {
    /** Neighbours that move together. */
    private record Pool(double sum, int count) {
        double mean() {
            return sum / count;
        }

        Pool with(Pool other) {
            return new Pool(sum + other.sum, count + other.count);
        }
    }

    private Spacing() {}

    /**
     * Positions, ascending.
     *
     * @param wishes one a thing, from left to right
     * @param distances least distance of each from the one before it; of the first, anything
     */
    static double[] place(double[] wishes, double[] distances) {
        double[] offsets = new double[wishes.length];
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < wishes.length; i++) {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + distances[i];
            Pool pool = new Pool(wishes[i] - offsets[i], 1);
            while (!pools.isEmpty() && pools.get(pools.size() - 1).mean() >= pool.mean()) {
                pool = pools.remove(pools.size() - 1).with(pool);
            }
            pools.add(pool);
        }
        double[] positions = new double[wishes.length];
        int i = 0;
        for (Pool pool : pools) {
            for (int k = 0; k < pool.count(); k++, i++) {
                positions[i] = pool.mean() + offsets[i];
            }
        }
        return positions;
    }
}
