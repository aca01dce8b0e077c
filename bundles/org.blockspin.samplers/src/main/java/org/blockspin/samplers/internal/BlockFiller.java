package org.blockspin.samplers.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.blockspin.api.Configurations;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.Autocorrelation;

/**
 * Fills blocks from a Markov chain: start, burn-in, and a fixed number of sweeps before every configuration.
 *
 * <p>A block must be a pure function of its stream, so that each block starts and burns in anew. It starts with all
 * sites in one state, drawn uniformly: from a random configuration, a low temperature would be a quench, which freezes
 * stripes that single-site updates hardly ever remove. The drawn state keeps the average over blocks symmetric where
 * the model is.
 *
 * <p>What a pipeline does not fix is measured: pilot runs of 400, 800, 1600, ... sweeps, one continuing the other, until
 * the second half of one is at least {@value #PILOT_TIMES} times as long as the longest integrated autocorrelation time
 * tau of the energy and of the absolute order parameter in it. (Fewer are not enough: with 50, pilots often end too
 * early because tau happened to come out too small.) All pilots are burn-in, which so lasts more than
 * {@value #PILOT_TIMES} tau. The gap is then ceil({@value #GAP_TIMES} tau) sweeps for the whole block, which leaves
 * correlations of about exp(-5) between successive configurations. Tau is uncertain by a third. Errors of results do
 * not depend on it where there are many blocks: these are independent of each other, and the engine then takes them as
 * the bins of the jackknife. A pilot of 2^17 sweeps or
 * more is taken as it is. What no pilot sees, such as the other phase at a first-order transition, is not measured.
 */
final class BlockFiller implements Sampler.Source {
    private static final int FIRST_PILOT = 400;
    private static final int LONGEST_PILOT = 1 << 17;
    private static final int PILOT_TIMES = 200;
    private static final int GAP_TIMES = 5;

    private final Sampler.Target target;
    private final Optional<Integer> equilibration;
    private final Optional<Integer> decorrelation;
    private final Supplier<MarkovChain> makeChain;
    private Optional<MarkovChain> made = Optional.empty();

    /**
     * @param target what to sample
     * @param equilibration sweeps of burn-in, measured if empty
     * @param decorrelation sweeps before every configuration, measured if empty
     * @param makeChain makes the chain when the first block is filled
     */
    BlockFiller(
            Sampler.Target target,
            Optional<Integer> equilibration,
            Optional<Integer> decorrelation,
            Supplier<MarkovChain> makeChain) {
        Targets.requirePositive("equilibration", equilibration);
        Targets.requirePositive("decorrelation", decorrelation);
        Targets.requireConsistent(target);
        this.target = target;
        this.equilibration = equilibration;
        this.decorrelation = decorrelation;
        this.makeChain = makeChain;
    }

    @Override
    public void fill(Configurations out, RandomStream random, Progress progress) {
        Targets.requireFits(target, out);
        MarkovChain chain = made.orElseGet(makeChain);
        made = Optional.of(chain);
        chain.spins().align(random.nextInt(target.model().states()));
        chain.calibrate(random, progress);
        int gap = burnIn(chain, random, progress);
        for (int c = 0; c < out.count(); c++) {
            run(chain, gap, random, progress);
            chain.spins().write(out, c);
            progress.report((c + 1.0) / out.count());
        }
    }

    @Override
    public boolean independent() {
        return false;
    }

    /** Burns in and returns the gap. Pilots run unless both lengths are given. */
    private int burnIn(MarkovChain chain, RandomStream random, Progress progress) {
        equilibration.ifPresent(sweeps -> run(chain, sweeps, random, progress));
        if (equilibration.isPresent() && decorrelation.isPresent()) {
            return decorrelation.get();
        }
        double tau = pilot(chain, random, progress);
        return decorrelation.orElse((int) Math.ceil(GAP_TIMES * tau));
    }

    private static void run(MarkovChain chain, int sweeps, RandomStream random, Progress progress) {
        for (int sweep = 0; sweep < sweeps; sweep++) {
            progress.checkCancelled();
            chain.sweep(random);
        }
    }

    /** Runs pilots and returns the longest autocorrelation time in sweeps. */
    private static double pilot(MarkovChain chain, RandomStream random, Progress progress) {
        for (int half = FIRST_PILOT / 2; ; half *= 2) {
            run(chain, half, random, progress);
            double tau = measure(chain, half, random, progress);
            if (half >= PILOT_TIMES * tau || half >= LONGEST_PILOT / 2) {
                return tau;
            }
        }
    }

    private static double measure(MarkovChain chain, int sweeps, RandomStream random, Progress progress) {
        double[] energies = new double[sweeps];
        double[] orderParameters = new double[sweeps];
        for (int sweep = 0; sweep < sweeps; sweep++) {
            progress.checkCancelled();
            chain.sweep(random);
            energies[sweep] = chain.spins().energy();
            orderParameters[sweep] = chain.spins().absOrderParameter();
        }
        return Math.max(Autocorrelation.integratedTime(energies), Autocorrelation.integratedTime(orderParameters));
    }
}
