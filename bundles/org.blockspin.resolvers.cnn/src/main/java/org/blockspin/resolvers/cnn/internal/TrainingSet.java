package org.blockspin.resolvers.cnn.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.SuperResolver.Pairs;

/**
 * All pairs of a training in memory, bit-packed (40,000 pairs of 8x8 and 16x16: 1.6 MB). The last ones are for
 * validation.
 *
 * @param coarse inputs
 * @param fine targets
 * @param trained how many of the pairs, the first ones, are trained on
 */
record TrainingSet(Configurations coarse, Configurations fine, int trained) {

    static TrainingSet load(Pairs pairs, double validationFraction, Progress progress) {
        long count = pairs.fine().count();
        if (pairs.coarse().count() != count || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("expected as many inputs as targets and at most 2^31 - 1 of them, found "
                    + pairs.coarse().count() + " inputs and " + count + " targets");
        }
        int validated = validationFraction > 0 ? Math.max(1, (int) Math.round(validationFraction * count)) : 0;
        if (validated >= count) {
            throw new IllegalArgumentException(
                    "nothing left to train on: " + validated + " of " + count + " configurations are for validation");
        }
        Configurations coarse = new Configurations(pairs.coarse().lattice(), 1, (int) count);
        Configurations fine = new Configurations(pairs.fine().lattice(), 1, (int) count);
        for (long block = 0; block < pairs.fine().blocks(); block++) {
            progress.checkCancelled();
            copy(pairs.coarse(), block, coarse);
            copy(pairs.fine(), block, fine);
        }
        return new TrainingSet(coarse, fine, (int) count - validated);
    }

    private static void copy(Ensemble ensemble, long block, Configurations all) {
        long[] words = ensemble.block(block).words();
        System.arraycopy(words, 0, all.words(), all.wordOffset((int) (block * Ensemble.BLOCK), 0), words.length);
    }

    int count() {
        return coarse.count();
    }
}
