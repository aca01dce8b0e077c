package org.blockspin.figures.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.figures.internal.plot.Origin;

/**
 * How the results of an ensemble are called and look, where that is not to be told from their depth: super-resolved
 * configurations of coarse-grained ones have the depth of simulated ones.
 *
 * @param step the step that made the configurations, or the observe step for all that it measured
 * @param label what the legend says, before the size
 * @param origin whose colours and symbols they have
 */
public record Appearance(
        @Description("name of the step that made the configurations, or of the observe step")
        String step,

        @Description("what the legend calls them, before the size")
        Optional<String> label,

        @Description("simulated, super-resolved or coarse-grained; as told from the results if left out")
        Optional<Origin> origin) {}
