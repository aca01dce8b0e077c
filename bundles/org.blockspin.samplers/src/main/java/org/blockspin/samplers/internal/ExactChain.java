package org.blockspin.samplers.internal;

import java.util.List;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Sampler;
import org.blockspin.samplers.internal.replicas.Kernels;
import org.blockspin.samplers.internal.replicas.RingSource;
import org.osgi.service.component.annotations.Component;

/**
 * Independent configurations of the ferromagnetic Ising chain, without a Markov chain: a bond is unsatisfied with p = 1 /
 * (1 + exp((E_unequal - E_equal)/T)), given that their number is even. See {@link RingSource}.
 */
@Component
@Kind(
        name = "exact-chain",
        description = "Exactly independent configurations of the ferromagnetic Ising chain.",
        parameters = NoParameters.class)
public final class ExactChain implements Sampler<NoParameters> {
    private final Kernels.Maker maker;

    /** With the fastest kernels that there are here. */
    public ExactChain() {
        this(Kernels.fastest());
    }

    /** With other kernels, which give the same configurations. */
    public ExactChain(Kernels.Maker maker) {
        this.maker = maker;
    }

    @Override
    public Source create(NoParameters parameters, Target target) {
        requireChain(target.lattice());
        Targets.requireConsistent(target);
        Model model = target.model();
        if (model.states() != 2 || !model.isFerromagneticPotts()) {
            throw new InvalidParameterException(
                    "", "a ferromagnetic model with two states and without field", model.kind());
        }
        double cost = model.bondEnergy(0, 0, 1) - model.bondEnergy(0, 0, 0);
        return new RingSource(target, 1 / (1 + StrictMath.exp(cost / target.temperature())), maker);
    }

    private static void requireChain(Lattice lattice) {
        Bond next = new Bond(0, 0, List.of(1), 0);
        if (lattice.basis() != 1 || !lattice.bonds().equals(List.of(next))) {
            throw new InvalidParameterException(
                    "", "a chain with one bond from every site to the next", lattice.kind());
        }
    }
}
