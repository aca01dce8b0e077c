package org.blockspin.coarsegrainers.internal;

import org.blockspin.api.BlockRule;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.TemperatureMap;
import org.osgi.service.component.annotations.Component;

/**
 * The exact temperature map of decimation of the Ising chain by b = 2: K~ = 1/2 ln cosh 2K with K = J / T (Efthymiou
 * et al. 2019, Eq. 5). Exact on an infinite chain and on a ring of N spins alike: tracing out every other spin leaves an
 * Ising ring of N / 2 spins.
 *
 * <p>Applies to any rule with the kernel of this decimation, whichever plugin made it; the majority rule with its
 * upper-left tie is the same rule on a chain.
 */
@Component
@Kind(
        name = "decimation-chain",
        description = "The exact temperature map of the Ising chain under decimation by 2: K~ = 1/2 ln cosh 2K.",
        parameters = NoParameters.class)
public final class DecimationChain implements TemperatureMap<NoParameters> {
    @Override
    public Mapping create(NoParameters parameters, Step step) {
        requireIsing(step.model());
        requireNearestNeighbourChain(step.rule().fine());
        requireDecimationByTwo(step.rule());
        double coupling = (step.model().bondEnergy(0, 0, 1) - step.model().bondEnergy(0, 0, 0)) / 2;
        return new LogCoshMapping(2 * coupling, 2 * coupling);
    }

    private static void requireIsing(Model model) {
        boolean ising = model.states() == 2
                && model.bondEnergies().size() == 1
                && model.isFerromagneticPotts()
                && model.bondEnergy(0, 0, 0) < model.bondEnergy(0, 0, 1);
        if (!ising) {
            throw new InvalidParameterException("", "a ferromagnetic Ising model without a field", model.kind());
        }
    }

    private static void requireNearestNeighbourChain(Lattice lattice) {
        boolean chain = lattice.dimensions() == 1
                && lattice.basis() == 1
                && lattice.bonds().size() == 1
                && Math.abs(lattice.bonds().get(0).shift().get(0)) == 1;
        if (!chain) {
            throw new InvalidParameterException("", "a chain with nearest-neighbour bonds", lattice.kind());
        }
    }

    private static void requireDecimationByTwo(BlockRule rule) {
        boolean decimation = rule.scaleFactor() == 2 && rule.block(0).length == 2;
        for (int first = 0; decimation && first < 2; first++) {
            for (int second = 0; second < 2; second++) {
                decimation &= rule.probability(first, new int[] {first, second}) == 1;
            }
        }
        if (!decimation) {
            throw new InvalidParameterException("", "a rule that keeps the first of two spins", rule);
        }
    }
}
