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
 * Updates of all clusters (Swendsen and Wang 1987) of ferromagnetic Ising and Potts models on any lattice. Slower than {@link
 * Wolff}, and simpler: an independent check of it. See {@link SwendsenWangChain} and {@link BlockFiller}.
 */
@Component
@Kind(
        name = "swendsen-wang",
        description = "Swendsen-Wang updates of all clusters of ferromagnetic Ising and Potts models on any lattice.",
        parameters = SwendsenWang.Parameters.class)
public final class SwendsenWang implements Sampler<SwendsenWang.Parameters> {
    /**
     * @param equilibration sweeps of burn-in of every block
     * @param decorrelation sweeps before every configuration
     */
    public record Parameters(
            @Description("sweeps of burn-in of every block of configurations; measured if left out")
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
                target, parameters.equilibration(), parameters.decorrelation(), () -> new SwendsenWangChain(target));
    }
}
