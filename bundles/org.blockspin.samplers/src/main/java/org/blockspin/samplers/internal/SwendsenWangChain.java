package org.blockspin.samplers.internal;

import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;

/**
 * The algorithm of Swendsen and Wang, Phys. Rev. Lett. 58 (1987) 86: every bond between equal states is activated with
 * probability p = 1 - exp(-(E_unequal - E_equal)/T), and every cluster of active bonds takes a uniformly random state. A
 * sweep does this once.
 */
final class SwendsenWangChain implements MarkovChain {
    private final SpinSystem spins;
    private final int q;
    /** Probability to join, by the relation of {@link Neighbours}. */
    private final double[] join;

    /** State of every site before the sweep, or -1 once it belongs to a cluster. */
    private final int[] before;

    private final int[] stack;

    SwendsenWangChain(Sampler.Target target) {
        this.spins = new SpinSystem(target.model(), target.lattice());
        this.q = target.model().states();
        this.join = Targets.joiningProbabilities(target);
        this.before = new int[spins.states().length];
        this.stack = new int[before.length];
    }

    @Override
    public SpinSystem spins() {
        return spins;
    }

    @Override
    public void calibrate(RandomStream random, Progress progress) {
        // A sweep is one and the same work at all temperatures.
    }

    @Override
    public void sweep(RandomStream random) {
        System.arraycopy(spins.states(), 0, before, 0, before.length);
        for (int site = 0; site < before.length; site++) {
            if (before[site] >= 0) {
                redraw(site, random.nextInt(q), random);
            }
        }
    }

    /** Hot. No bond is tried twice: of its sites, the second to be looked at finds that the first is in a cluster. */
    private void redraw(int seed, int to, RandomStream random) {
        int[] states = spins.states();
        int[] start = spins.neighbours().start;
        int[] neighbours = spins.neighbours().site;
        int[] relations = spins.neighbours().relation;
        int from = before[seed];
        before[seed] = -1;
        stack[0] = seed;
        int waiting = 1;
        while (waiting > 0) {
            int site = stack[--waiting];
            states[site] = to;
            for (int k = start[site]; k < start[site + 1]; k++) {
                int neighbour = neighbours[k];
                if (before[neighbour] == from && random.nextDouble() < join[relations[k]]) {
                    before[neighbour] = -1;
                    stack[waiting++] = neighbour;
                }
            }
        }
    }
}
