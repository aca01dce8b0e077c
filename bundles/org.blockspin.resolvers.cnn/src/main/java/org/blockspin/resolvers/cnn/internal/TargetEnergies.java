package org.blockspin.resolvers.cnn.internal;

/**
 * What the {@link EnergyRegularizer} needs of a batch beside its sites.
 *
 * @param perSite energy a site of every target
 * @param sites where in the network's output the logit of a site is [configuration, row, column], in site order
 * @param share of a configuration in the loss: 1 / (configurations of all batches whose losses add up)
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between neighbours, never compared
record TargetEnergies(float[] perSite, int[] sites, float share) {
    /** Those of the configurations {@code numbers[from]} to {@code numbers[to - 1]} of all. */
    static float[] of(float[] all, int[] numbers, int from, int to) {
        float[] chosen = new float[to - from];
        for (int i = from; i < to; i++) {
            chosen[i - from] = all[numbers[i]];
        }
        return chosen;
    }
}
