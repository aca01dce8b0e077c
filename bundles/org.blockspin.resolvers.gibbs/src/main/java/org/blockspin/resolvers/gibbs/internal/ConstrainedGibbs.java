package org.blockspin.resolvers.gibbs.internal;

import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Kind;
import org.blockspin.api.Max;
import org.blockspin.api.Positive;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * The exact inverse of a coarse-graining, by Monte Carlo: fine configurations from P(sigma | s) ~ k(s, sigma)
 * exp(-H(sigma) / T), with the kernel k of the rule (Efthymiou et al. 2019, Eq. 2) and the Hamiltonian and temperature
 * of the targets. The best that a trained resolver can become is this distribution.
 *
 * <p>It learns nothing from its pairs and so has no error of training; its one approximation is that the Markov chain,
 * which begins anew for every configuration, ends after so many sweeps.
 */
@Component
@Kind(
        name = "constrained-gibbs",
        description = "Samples fine configurations exactly, by heat baths of blocks that keep their block spin.",
        parameters = ConstrainedGibbs.Parameters.class)
public final class ConstrainedGibbs implements SuperResolver<ConstrainedGibbs.Parameters> {
    /**
     * @param sweeps of the Markov chain of every configuration; with blocks of 2x2 Ising spins, from T = 1.5 to 4, what
     *     the energy has left of the start falls about fivefold a sweep and is below 0.1 % after four
     */
    public record Parameters(
            @Description("sweeps a configuration; a sweep draws every block once, all sites of it together")
            @Unit("sweeps")
            @Positive
            @Max(1_000_000)
            @Default("8")
            int sweeps) {}

    @Override
    public Trainer create(Parameters parameters, Task task) {
        return new GibbsTrainer(parameters.sweeps(), Target.of(task));
    }
}
