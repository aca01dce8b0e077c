package org.blockspin.samplers.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.api.Kind;
import org.blockspin.api.Min;
import org.blockspin.api.Sampler;
import org.osgi.service.component.annotations.Component;

/**
 * Single-site updates (Metropolis et al. 1953) of any model on any lattice: simple and general, but slow near a critical
 * point, where the autocorrelation time grows as L^2.17. See {@link MetropolisChain} for the update and
 * {@link BlockFiller} for burn-in and decorrelation.
 */
@Component
@Kind(
        name = "metropolis",
        description = "Single-site Metropolis updates of any model on any lattice.",
        parameters = Metropolis.Parameters.class)
public final class Metropolis implements Sampler<Metropolis.Parameters> {
    /**
     * @param equilibration sweeps of burn-in of every block
     * @param decorrelation sweeps before every configuration
     */
    public record Parameters(
            @Description("sweeps of burn-in of every block of configurations; measured if left out") @Min(1)
            Optional<Integer> equilibration,

            @Description("sweeps between configurations; measured if left out") @Min(1)
            Optional<Integer> decorrelation) {}

    @Override
    public Source create(Parameters parameters, Target target) {
        return new BlockFiller(
                target,
                parameters.equilibration(),
                parameters.decorrelation(),
                () -> new MetropolisChain(target, MetropolisChain.LARGEST_TABLE));
    }
}
