package org.blockspin.pipeline.internal.plan;

import java.util.List;
import org.blockspin.pipeline.internal.binding.Drawable;

/** A product that becomes rows of results: an observation or a fit. */
public interface Measured extends Drawable {
    /** Names of the quantities that the rows are about. */
    List<String> quantities();
}
