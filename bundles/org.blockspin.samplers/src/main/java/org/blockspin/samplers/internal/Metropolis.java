package org.blockspin.samplers.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Kind;
import org.blockspin.api.Min;
import org.blockspin.api.Sampler;
import org.blockspin.api.Unit;
import org.blockspin.samplers.internal.replicas.Grid;
import org.blockspin.samplers.internal.replicas.IsingSquare;
import org.blockspin.samplers.internal.replicas.Kernels;
import org.blockspin.samplers.internal.replicas.ReplicaSource;
import org.osgi.service.component.annotations.Component;

/**
 * Single-site updates (Metropolis et al. 1953) of any model on any lattice: simple and general, but slow near a critical
 * point, where the autocorrelation time grows as L^2.17.
 *
 * <p>The Ising model on the square lattice is simulated in {@value Grid#REPLICAS} replicas at once, one for each
 * configuration, see {@link ReplicaSource}. All else is one chain a block: see {@link MetropolisChain} for the update and
 * {@link BlockFiller} for burn-in and decorrelation. So is the Ising model where a pipeline says how far apart the
 * configurations of a chain should be, and on lattices more than twice as long as wide below the temperatures for which
 * their relaxation is tabulated.
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
            @Description(
                    "sweeps of burn-in of every block of configurations; if left out, measured, or from a table of measured "
                            + "relaxation where 512 chains run at once")
            @Unit("sweeps")
            @Example("1000")
            @Min(1)
            Optional<Integer> equilibration,

            @Description(
                    "sweeps between the configurations of one chain; if left out, measured, or every configuration "
                            + "has a chain of its own where 512 chains run at once (the Ising model on square lattices)")
            @Unit("sweeps")
            @Example("20")
            @Min(1)
            Optional<Integer> decorrelation) {}

    private final Kernels.Maker maker;

    /** With the fastest kernels that there are here. */
    public Metropolis() {
        this(Kernels.fastest());
    }

    /** With other kernels, which give the same configurations. */
    public Metropolis(Kernels.Maker maker) {
        this.maker = maker;
    }

    @Override
    public Source create(Parameters parameters, Target target) {
        Targets.requireConsistent(target);
        Targets.requirePositive("equilibration", parameters.equilibration());
        Targets.requirePositive("decorrelation", parameters.decorrelation());
        return IsingSquare.of(target)
                .filter(ising -> parameters.decorrelation().isEmpty())
                .<Source>flatMap(ising -> ReplicaSource.metropolis(target, ising, parameters.equilibration(), maker))
                .orElseGet(() -> new BlockFiller(
                        target,
                        parameters.equilibration(),
                        parameters.decorrelation(),
                        () -> new MetropolisChain(target, MetropolisChain.LARGEST_TABLE)));
    }
}
