package org.blockspin.resolvers.cnn.internal;

import java.util.List;

/** Turns pairs of configurations into what a step of the chosen kind of training evaluates. Not thread-safe. */
interface Batches {
    /** The batch of the pairs {@code numbers[from]} to {@code numbers[to - 1]}. */
    Batch batch(int[] numbers, int from, int to);

    /** Batches whose losses add up to the loss of the pairs from (inclusive) to (exclusive). */
    List<Batch> all(int from, int to);

    static Batches of(Cnn.Parameters parameters, Architecture architecture, TrainingSet set) {
        return parameters.training() == Cnn.Training.DISTINCT_WINDOWS
                ? new DistinctWindows(architecture, set)
                : new WholeLattices(set, parameters.batchSize());
    }
}
