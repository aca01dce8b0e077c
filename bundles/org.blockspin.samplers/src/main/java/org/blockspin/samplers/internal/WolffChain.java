package org.blockspin.samplers.internal;

import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;

/**
 * The single-cluster algorithm of Wolff, Phys. Rev. Lett. 62 (1989) 361: from a uniformly random site grow a cluster of
 * equal states, each bond joining with probability p = 1 - exp(-(E_unequal - E_equal)/T), and put all of it into a
 * uniformly random other state.
 *
 * <p>A sweep is as many clusters as flip N sites on average; that number is measured once and then fixed. To stop when N
 * sites have flipped would end sweeps preferably after large clusters, and so bias the ensemble.
 *
 * <p>A sweep ends with a shift of all states by one random number modulo q, a symmetry of the model. Without it, where
 * nearly every cluster is the whole lattice, the order parameter would turn over with every cluster as by a clock, and
 * an even number of them would never turn it over.
 */
final class WolffChain implements MarkovChain {
    /** Sweeps of burn-in before the mean cluster size is measured, and again sweeps to measure it. */
    private static final int CALIBRATION = 20;

    private final SpinSystem spins;
    private final int q;
    /** Probability to join, by the relation of {@link Neighbours}. */
    private final double[] join;

    private final int[] stack;
    private int clustersPerSweep = 1;

    WolffChain(Sampler.Target target) {
        this.spins = new SpinSystem(target.model(), target.lattice());
        this.q = target.model().states();
        this.join = Targets.joiningProbabilities(target);
        this.stack = new int[spins.states().length];
    }

    @Override
    public SpinSystem spins() {
        return spins;
    }

    @Override
    public void calibrate(RandomStream random, Progress progress) {
        long sites = stack.length;
        clustersUntilFlipped(CALIBRATION * sites, random, progress);
        long clusters = clustersUntilFlipped(CALIBRATION * sites, random, progress);
        clustersPerSweep = (int) ((clusters + CALIBRATION - 1) / CALIBRATION);
    }

    private long clustersUntilFlipped(long sites, RandomStream random, Progress progress) {
        long flipped = 0;
        long clusters = 0;
        while (flipped < sites) {
            progress.checkCancelled();
            flipped += flipCluster(random);
            clusters++;
        }
        return clusters;
    }

    @Override
    public void sweep(RandomStream random) {
        for (int cluster = 0; cluster < clustersPerSweep; cluster++) {
            flipCluster(random);
        }
        shiftStates(random.nextInt(q));
    }

    private void shiftStates(int shift) {
        int[] states = spins.states();
        for (int i = 0; i < states.length; i++) {
            int shifted = states[i] + shift;
            states[i] = shifted < q ? shifted : shifted - q;
        }
    }

    /** Hot. A site takes its new state when it joins, so that it cannot join again. Returns the size of the cluster. */
    private int flipCluster(RandomStream random) {
        int[] states = spins.states();
        int[] start = spins.neighbours().start;
        int[] neighbours = spins.neighbours().site;
        int[] relations = spins.neighbours().relation;
        int seed = random.nextInt(states.length);
        int from = states[seed];
        int to = MetropolisChain.otherState(from, q, random);
        states[seed] = to;
        stack[0] = seed;
        int waiting = 1;
        int size = 1;
        while (waiting > 0) {
            int site = stack[--waiting];
            for (int k = start[site]; k < start[site + 1]; k++) {
                int neighbour = neighbours[k];
                if (states[neighbour] == from && random.nextDouble() < join[relations[k]]) {
                    states[neighbour] = to;
                    stack[waiting++] = neighbour;
                    size++;
                }
            }
        }
        return size;
    }
}
