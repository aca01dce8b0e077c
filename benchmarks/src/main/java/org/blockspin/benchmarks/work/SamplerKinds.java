package org.blockspin.benchmarks.work;

import java.util.Optional;
import org.blockspin.api.Sampler;
import org.blockspin.samplers.internal.Cluster;
import org.blockspin.samplers.internal.KernelDiagnostic;
import org.blockspin.samplers.internal.Metropolis;
import org.blockspin.samplers.internal.Wolff;

/** The samplers by name, with the kernels that this process has: the class path decides. */
public final class SamplerKinds {
    private SamplerKinds() {}

    /** Whether samplers run on the Vector API here, as they say themselves. */
    static boolean haveVectors() {
        return new KernelDiagnostic().examine().text().contains("Vector API");
    }

    /** Samples L x L sites as a pipeline does that says no more than the kind. */
    static Sampler.Source byDefault(String kind, int size) {
        if (kind.equals("wolff")) {
            return new Wolff()
                    .create(new Wolff.Parameters(Optional.empty(), Optional.empty()), CriticalIsing.target(size));
        }
        return withSteps(kind, Optional.empty(), size);
    }

    /**
     * A source of configurations of L x L sites that runs all replicas side by side.
     *
     * @param kind {@code cluster} or {@code metropolis}
     * @param steps from the start to the configurations; as many as make them independent if empty
     */
    public static Sampler.Source withSteps(String kind, Optional<Integer> steps, int size) {
        Sampler.Target target = CriticalIsing.target(size);
        return switch (kind) {
            case "cluster" -> new Cluster().create(new Cluster.Parameters(steps), target);
            case "metropolis" -> new Metropolis().create(new Metropolis.Parameters(steps, Optional.empty()), target);
            default -> throw new IllegalArgumentException("unknown sampler \"" + kind + "\"");
        };
    }

    /** One chain, single sites one after the other: a configuration after so many sweeps. */
    static Sampler.Source scalarMetropolis(int sweeps, int size) {
        return new Metropolis()
                .create(new Metropolis.Parameters(Optional.of(1), Optional.of(sweeps)), CriticalIsing.target(size));
    }
}
