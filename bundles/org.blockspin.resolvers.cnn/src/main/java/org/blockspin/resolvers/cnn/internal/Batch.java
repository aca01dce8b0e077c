package org.blockspin.resolvers.cnn.internal;

import java.util.Optional;

/**
 * What one evaluation of the loss needs. The cross-entropy is the sum over i of counts[i] softplus(z_i) - ups[i] z_i,
 * where z are the logits in the order of the network's output.
 *
 * @param spins inputs [item, row, column], 0 or 1: subwindows, or whole coarse configurations
 * @param shape items, rows and columns
 * @param rows for windows: the rows of the contributions of every window, see {@link Subwindows}; else empty
 * @param rowsPerWindow subwindows of a window
 * @param counts how often a site with this logit occurs, divided by the number of all sites
 * @param ups how often it is up, divided likewise
 * @param energies where they count
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between neighbours, never compared
record Batch(
        byte[] spins,
        int[] shape,
        int[] rows,
        int rowsPerWindow,
        float[] counts,
        float[] ups,
        Optional<TargetEnergies> energies) {}
