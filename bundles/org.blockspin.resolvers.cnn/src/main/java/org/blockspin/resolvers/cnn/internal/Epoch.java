package org.blockspin.resolvers.cnn.internal;

import java.util.OptionalDouble;

/**
 * What one pass over the training configurations came to: an epoch of steps of Adam, or an iteration of the finish.
 *
 * @param number from 1
 * @param trainingLoss mean cross-entropy a fine site, plus the term of the regularizer if there is one: in an epoch each batch with the weights before its step, after an
 *     iteration of the finish all configurations with the weights after it
 * @param validationLoss the same after the last step, where there are validation configurations
 * @param validationEnergyTerm what the regularizer adds to the validation loss, if there are both
 * @param learningRate of all its steps; 0 in the finish, which has none
 */
record Epoch(
        int number,
        double trainingLoss,
        OptionalDouble validationLoss,
        OptionalDouble validationEnergyTerm,
        double learningRate) {
    /**
     * The learning rate of an epoch.
     *
     * @param initial the rate at the start, eta
     * @param epoch from 0
     * @param epochs all epochs, n; a cosine schedule has the rate eta (1 + cos(pi epoch / n)) / 2
     */
    static double learningRate(Cnn.Schedule schedule, double initial, int epoch, int epochs) {
        return switch (schedule) {
            case CONSTANT -> initial;
            case COSINE -> initial * (1 + StrictMath.cos(StrictMath.PI * epoch / epochs)) / 2;
        };
    }
}
