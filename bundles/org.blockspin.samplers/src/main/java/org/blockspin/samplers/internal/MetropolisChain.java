package org.blockspin.samplers.internal;

import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;

/**
 * The Metropolis algorithm: a uniformly random site, a uniformly random other state for it, accepted with probability
 * min(1, exp(-dE/T)). A sweep is N attempts.
 *
 * <p>The probability depends on basis index, both states and the neighbours' states; where these are few it is looked
 * up. Whether it is looked up does not change a bit of the result.
 */
final class MetropolisChain implements MarkovChain {
    /** Probabilities a basis index, at most: a table that stays in the cache of a core. */
    static final int LARGEST_TABLE = 1 << 14;

    private final SpinSystem spins;
    private final double temperature;
    private final int q;
    /** By basis index: acceptance by {@code (neighbours' states in base q * q + old state) * q + new}, or nothing. */
    private final List<double[]> tables = new ArrayList<>();

    MetropolisChain(Sampler.Target target, int largestTable) {
        this.spins = new SpinSystem(target.model(), target.lattice());
        this.temperature = target.temperature();
        this.q = target.model().states();
        for (int b = 0; b < spins.basis(); b++) {
            double size = StrictMath.pow(q, spins.neighbours().count(b) + 2);
            tables.add(size <= largestTable ? table(b, (int) size) : new double[0]);
        }
    }

    private double[] table(int basisIndex, int size) {
        double[] table = new double[size];
        int[] states = new int[spins.neighbours().count(basisIndex)];
        for (int entry = 0; entry < size; entry++) {
            int code = entry / (q * q);
            for (int k = states.length - 1; k >= 0; k--) {
                states[k] = code % q;
                code /= q;
            }
            table[entry] = acceptance(basisIndex, entry / q % q, entry % q, states);
        }
        return table;
    }

    private double acceptance(int basisIndex, int from, int to, int[] neighbourStates) {
        double difference = spins.localEnergy(basisIndex, to, neighbourStates)
                - spins.localEnergy(basisIndex, from, neighbourStates);
        return difference <= 0 ? 1 : StrictMath.exp(-difference / temperature);
    }

    @Override
    public SpinSystem spins() {
        return spins;
    }

    @Override
    public void calibrate(RandomStream random, Progress progress) {}

    @Override
    public void sweep(RandomStream random) {
        int[] states = spins.states();
        for (int attempt = 0; attempt < states.length; attempt++) {
            int site = random.nextInt(states.length);
            int from = states[site];
            int to = otherState(from, q, random);
            double acceptance = acceptance(site, from, to);
            if (acceptance >= 1 || random.nextDouble() < acceptance) {
                states[site] = to;
            }
        }
    }

    /** Uniform among the states other than {@code state}. */
    static int otherState(int state, int q, RandomStream random) {
        if (q == 2) {
            return 1 - state;
        }
        int draw = random.nextInt(q - 1);
        return draw < state ? draw : draw + 1;
    }

    private double acceptance(int site, int from, int to) {
        int[] states = spins.states();
        Neighbours neighbours = spins.neighbours();
        double[] table = tables.get(spins.basisIndex(site));
        int first = neighbours.start[site];
        int end = neighbours.start[site + 1];
        if (table.length == 0) {
            int[] around = new int[end - first];
            for (int k = first; k < end; k++) {
                around[k - first] = states[neighbours.site[k]];
            }
            return acceptance(spins.basisIndex(site), from, to, around);
        }
        int code = 0;
        for (int k = first; k < end; k++) {
            code = code * q + states[neighbours.site[k]];
        }
        return table[(code * q + from) * q + to];
    }
}
