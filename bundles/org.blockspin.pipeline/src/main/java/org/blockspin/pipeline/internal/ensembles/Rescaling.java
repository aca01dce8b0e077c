package org.blockspin.pipeline.internal.ensembles;

import java.util.Optional;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Lattice;

/**
 * A change of scale of configurations: by coarse-graining, or by super-resolution, which undoes it.
 *
 * @param from the lattice before
 * @param refining whether it was a super-resolution
 * @param rule the rule that coarse-grained them, or the one that the resolver was trained to undo, where there was one
 */
public record Rescaling(Lattice from, boolean refining, Optional<BlockRule> rule) {
    /** Whether a later change of scale in the other direction leads back to where this one began. */
    boolean isUndoneBy(Rescaling later, Lattice to) {
        return refining != later.refining && from.equals(to);
    }
}
