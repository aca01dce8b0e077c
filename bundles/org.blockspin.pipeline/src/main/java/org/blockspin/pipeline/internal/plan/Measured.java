package org.blockspin.pipeline.internal.plan;

import java.util.List;

/** A product that becomes rows of results: an observation or a fit. */
public interface Measured {
    /** Names of the quantities that the rows are about. */
    List<String> quantities();
}
