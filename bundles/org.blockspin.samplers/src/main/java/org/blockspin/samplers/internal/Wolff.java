package org.blockspin.samplers.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Kind;
import org.blockspin.api.Min;
import org.blockspin.api.Sampler;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * Single-cluster updates (Wolff 1989) of ferromagnetic Ising and Potts models on any lattice: hardly slowed down at a
 * critical point. See {@link WolffChain} for the update and {@link BlockFiller} for burn-in and decorrelation.
 */
@Component
@Kind(
        name = "wolff",
        description = "Wolff single-cluster updates of ferromagnetic Ising and Potts models on any lattice.",
        parameters = Wolff.Parameters.class)
public final class Wolff implements Sampler<Wolff.Parameters> {
    /**
     * @param equilibration sweeps of burn-in of every block
     * @param decorrelation sweeps before every configuration
     */
    public record Parameters(
            @Description("sweeps (clusters that flip every site once on average) of burn-in of every block of "
                    + "configurations; measured if left out")
            @Unit("sweeps")
            @Example("1000")
            @Min(1)
            Optional<Integer> equilibration,

            @Description("sweeps between configurations; measured if left out") @Unit("sweeps") @Example("20") @Min(1)
            Optional<Integer> decorrelation) {}

    @Override
    public Source create(Parameters parameters, Target target) {
        Targets.requireFerromagneticPotts(target);
        return new BlockFiller(
                target, parameters.equilibration(), parameters.decorrelation(), () -> new WolffChain(target));
    }
}
