package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;
import org.blockspin.api.Configurations;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.samplers.internal.Targets;

/**
 * Draws {@value Grid#REPLICAS} rings of Ising spins at once, exactly and without a Markov chain: a bond is unsatisfied,
 * independently of the others, with one probability p, given that their number is even, as it must be on a ring. Replicas
 * with an odd number, fewer than half since p &lt;= 1/2, are drawn again.
 */
public final class RingSource implements Sampler.Source {
    private final Sampler.Target target;
    private final Bernoulli unsatisfied;
    private final Kernels.Maker maker;

    /**
     * @param target the Ising model on a ring
     * @param unsatisfied p, at most 1/2
     */
    public RingSource(Sampler.Target target, double unsatisfied, Kernels.Maker maker) {
        this.target = target;
        this.unsatisfied = Bernoulli.of(unsatisfied);
        this.maker = maker;
    }

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public void fill(Configurations out, RandomStream random, Progress progress) {
        Targets.requireFits(target, out);
        Draw draw = new Draw(out.sites());
        for (int first = 0; first < out.count(); first += Grid.REPLICAS) {
            long[] spins = draw.all(random, progress);
            ReplicaWriter.write((site, w) -> spins[site * Grid.WORDS + w], out, first);
            progress.report(Math.min(1, (first + (double) Grid.REPLICAS) / out.count()));
        }
    }

    /** What drawing needs in memory; site by site, {@value Grid#WORDS} words each. */
    private final class Draw {
        // Of the kernels it takes only how masks are drawn, for which the grid does not matter.
        private final Kernels kernels = maker.make(new Grid(4, 4));
        private final Lanes lanes;
        private final Corrections corrections;
        private final long[] bonds;
        private final long[] spins;

        Draw(int sites) {
            lanes = new Lanes(sites);
            corrections = new Corrections(unsatisfied, sites);
            bonds = new long[Math.multiplyExact(sites, Grid.WORDS)];
            spins = new long[bonds.length];
        }

        /** Draws until every ring is closed. */
        long[] all(RandomStream random, Progress progress) {
            lanes.seed(random);
            long[] open = new long[Grid.WORDS];
            Arrays.fill(open, -1);
            while (isAny(open)) {
                progress.checkCancelled();
                kernels.draw(lanes, unsatisfied.ladder(), bonds);
                corrections.apply(bonds, random);
                redraw(open, random);
            }
            return spins;
        }

        /** Takes the drawn bonds for those rings that are open and that they close. Hot. */
        private void redraw(long[] open, RandomStream random) {
            for (int w = 0; w < Grid.WORDS; w++) {
                long odd = 0;
                for (int i = w; i < bonds.length; i += Grid.WORDS) {
                    odd ^= bonds[i];
                }
                long taken = open[w] & ~odd;
                open[w] &= odd;
                long spin = random.nextLong();
                for (int i = w; i < bonds.length; i += Grid.WORDS) {
                    spins[i] = (spins[i] & ~taken) | (spin & taken);
                    spin ^= bonds[i];
                }
            }
        }

        private static boolean isAny(long[] open) {
            long any = 0;
            for (long word : open) {
                any |= word;
            }
            return any != 0;
        }
    }
}
