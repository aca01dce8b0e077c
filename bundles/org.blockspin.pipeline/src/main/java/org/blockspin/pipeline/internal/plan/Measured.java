package org.blockspin.pipeline.internal.plan;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.internal.binding.Drawable;

/** A product that becomes rows of results: an observation or a fit. */
public interface Measured extends Drawable {
    /** Names of the quantities that the rows are about. */
    List<String> quantities();

    /** What is measured, if that is one ensemble. */
    default Optional<Ensemble> ensembleMeasured() {
        return Optional.empty();
    }
}
