package org.blockspin.samplers.internal;

import java.util.Optional;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.InvalidParameterException;
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
 * The fastest way to configurations of the Ising model on the square lattice: cluster steps and Metropolis sweeps of
 * {@value Grid#REPLICAS} replicas, bit-parallel. See {@link ReplicaSource}.
 */
@Component
@Kind(
        name = "cluster",
        description = "Independent configurations of the Ising model on square lattices of even "
                + "extents, by cluster steps and Metropolis sweeps of 512 replicas at once.",
        parameters = Cluster.Parameters.class)
public final class Cluster implements Sampler<Cluster.Parameters> {
    /** @param equilibration steps before a configuration is taken */
    public record Parameters(
            @Description("steps (a cluster step and a Metropolis sweep each) before a configuration is taken; from a "
                    + "table of measured relaxation if left out")
            @Unit("steps")
            @Example("200")
            @Min(1)
            Optional<Integer> equilibration) {}

    private final Kernels.Maker maker;

    /** With the fastest kernels that there are here. */
    public Cluster() {
        this(Kernels.fastest());
    }

    /** With other kernels, which give the same configurations. */
    public Cluster(Kernels.Maker maker) {
        this.maker = maker;
    }

    @Override
    public Source create(Parameters parameters, Target target) {
        Targets.requireConsistent(target);
        Targets.requirePositive("equilibration", parameters.equilibration());
        IsingSquare ising = IsingSquare.of(target)
                .orElseThrow(() -> new InvalidParameterException(
                        "",
                        "the Ising model without field on a square lattice of even extents from 4 on (\"wolff\" samples "
                                + "other lattices and models)",
                        target.model().kind() + " on " + target.lattice().kind() + " "
                                + target.lattice().sizeLabel()));
        return ReplicaSource.cluster(target, ising, parameters.equilibration(), maker);
    }
}
