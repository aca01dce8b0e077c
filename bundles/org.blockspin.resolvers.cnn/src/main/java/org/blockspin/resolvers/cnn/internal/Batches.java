package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import java.util.Optional;

/** Turns pairs of configurations into what a step of the chosen kind of training evaluates. Not thread-safe. */
interface Batches {
    /** The batch of the pairs {@code numbers[from]} to {@code numbers[to - 1]}. */
    Batch batch(int[] numbers, int from, int to);

    /** Batches whose losses add up to the loss of the pairs from (inclusive) to (exclusive). */
    List<Batch> all(int from, int to);

    static Batches of(
            Cnn.Parameters parameters,
            Architecture architecture,
            TrainingSet set,
            Optional<EnergyRegularizer> regularizer) {
        Optional<float[]> energies = regularizer.map(EnergyRegularizer::energy).map(energy -> energy.of(set.fine()));
        return parameters.training() == Cnn.Training.DISTINCT_WINDOWS
                ? new DistinctWindows(architecture, set, parameters.batchSize(), energies)
                : new WholeLattices(set, parameters.batchSize(), energies);
    }
}
