package org.blockspin.samplers.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.osgi.service.component.annotations.Component;

/**
 * Independent configurations of the ferromagnetic Ising chain, without a Markov chain.
 *
 * <p>A bond is unsatisfied, independently of the others, with p = 1 / (1 + exp((E_unequal - E_equal)/T)), given that
 * their number is even, as it must be on a ring: draws of odd parity are thrown away (fewer than half, since p <= 1/2).
 * The first spin is drawn, and every bond gives the next one.
 */
@Component
@Kind(
        name = "exact-chain",
        description = "Exactly independent configurations of the ferromagnetic Ising chain.",
        parameters = NoParameters.class)
public final class ExactChain implements Sampler<NoParameters> {
    @Override
    public Source create(NoParameters parameters, Target target) {
        requireChain(target.lattice());
        Targets.requireConsistent(target);
        Model model = target.model();
        if (model.states() != 2 || !model.isFerromagneticPotts()) {
            throw new InvalidParameterException(
                    "", "a ferromagnetic model with two states and without field", model.kind());
        }
        return new Ring(target);
    }

    private static void requireChain(Lattice lattice) {
        Bond next = new Bond(0, 0, List.of(1), 0);
        if (lattice.basis() != 1 || !lattice.bonds().equals(List.of(next))) {
            throw new InvalidParameterException(
                    "", "a chain with one bond from every site to the next", lattice.kind());
        }
    }

    private static final class Ring implements Source {
        private final Target target;
        private final double unsatisfied;

        Ring(Target target) {
            this.target = target;
            double cost = target.model().bondEnergy(0, 0, 1) - target.model().bondEnergy(0, 0, 0);
            this.unsatisfied = 1 / (1 + StrictMath.exp(cost / target.temperature()));
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public void fill(Configurations out, RandomStream random, Progress progress) {
            Targets.requireFits(target, out);
            int[] states = new int[out.sites()];
            for (int c = 0; c < out.count(); c++) {
                do {
                    progress.checkCancelled();
                } while (!closes(states, random));
                out.setStates(c, states);
                progress.report((c + 1.0) / out.count());
            }
        }

        /** Draws spins along the chain; false if the last bond, which is drawn too, does not lead back to the first. */
        private boolean closes(int[] states, RandomStream random) {
            int state = (int) (random.nextLong() >>> 63);
            int first = state;
            for (int i = 0; i < states.length; i++) {
                states[i] = state;
                if (random.nextDouble() < unsatisfied) {
                    state = 1 - state;
                }
            }
            return state == first;
        }
    }
}
