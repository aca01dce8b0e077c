package org.blockspin.figures.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.figures.internal.plot.Origin;

/**
 * How the results of a step are called and look, where that is not to be told from their depth: super-resolved
 * configurations of coarse-grained ones have the depth of simulated ones.
 *
 * @param step the observe step
 * @param label what the legend says, before the size
 * @param origin whose colours and symbols they have
 */
public record Appearance(
        @Description("name of the observe step") String step,

        @Description("what the legend calls its results, before the size")
        Optional<String> label,

        @Description("simulated, super-resolved or coarse-grained; as told from the results if left out")
        Optional<Origin> origin) {}
