package org.blockspin.resolvers.gibbs.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Model;

/**
 * The conditional distribution of a block, given its block spin and its neighbours: proportional to k(s, sigma) times
 * exp(-E / T), with the energy of all bonds that have an end in the block. Immutable and thread-safe.
 */
final class BlockWeights {
    /** Sums of weights above this one are exact to rounding: what underflows is smaller by a factor of 10^100. */
    private static final double SMALLEST_SUM = 1e-200;

    private final BlockStates states;
    private final BlockShape shape;
    /** ln k - E / T without neighbours, by [block spin][code], the largest for each block spin being 0. */
    private final double[][] innerLogs;
    /** Exponentials of these. */
    private final double[][] inner;
    /** -E / T of an outer bond at [bond][own state * q + neighbour's state], the largest for each bond being 0. */
    private final double[][] outerLogs;
    /** Exponentials of these. */
    private final double[][] outer;
    /** The state of the largest weight without neighbours, by block spin; -1 where there is none. */
    private final int[] mostProbable;

    BlockWeights(BlockStates states, BlockShape shape, Model model, BlockRule rule, double temperature) {
        this.shape = shape;
        this.states = states;
        this.innerLogs = innerLogs(model, rule, temperature);
        this.outerLogs = shape.outer().stream()
                .map(bond -> outerLogs(bond, model, temperature))
                .toArray(double[][]::new);
        this.inner = exponentials(innerLogs);
        this.outer = exponentials(outerLogs);
        this.mostProbable = Arrays.stream(innerLogs)
                .mapToInt(logs -> IntStream.range(0, logs.length)
                        .filter(code -> logs[code] == 0)
                        .findFirst()
                        .orElse(-1))
                .toArray();
    }

    private double[][] innerLogs(Model model, BlockRule rule, double temperature) {
        double[][] logs = new double[states.states()][states.count()];
        int[] sigma = new int[states.sites()];
        for (int code = 0; code < states.count(); code++) {
            for (int i = 0; i < sigma.length; i++) {
                sigma[i] = states.state(code, i);
            }
            double energy = innerEnergy(model, sigma);
            for (int s = 0; s < states.states(); s++) {
                logs[s][code] = StrictMath.log(rule.probability(s, sigma)) - energy / temperature;
            }
        }
        for (double[] ofBlockSpin : logs) {
            subtractLargest(ofBlockSpin);
        }
        return logs;
    }

    private double innerEnergy(Model model, int[] sigma) {
        double energy = 0;
        for (int state : sigma) {
            energy += model.siteEnergies().get(state);
        }
        for (BlockShape.Inner bond : shape.inner()) {
            energy += model.bondEnergy(bond.type(), sigma[bond.from()], sigma[bond.to()]);
        }
        return energy;
    }

    private static double[] outerLogs(BlockShape.Outer bond, Model model, double temperature) {
        int q = model.states();
        double[] logs = new double[q * q];
        for (int own = 0; own < q; own++) {
            for (int other = 0; other < q; other++) {
                double energy = bond.isFirst()
                        ? model.bondEnergy(bond.type(), own, other)
                        : model.bondEnergy(bond.type(), other, own);
                logs[own * q + other] = -energy / temperature;
            }
        }
        subtractLargest(logs);
        return logs;
    }

    private static void subtractLargest(double[] logs) {
        double largest = Arrays.stream(logs).max().orElseThrow();
        if (largest > Double.NEGATIVE_INFINITY) {
            Arrays.setAll(logs, i -> logs[i] - largest);
        }
    }

    private static double[][] exponentials(double[][] logs) {
        return Arrays.stream(logs)
                .map(row -> Arrays.stream(row).map(StrictMath::exp).toArray())
                .toArray(double[][]::new);
    }

    BlockStates states() {
        return states;
    }

    BlockShape shape() {
        return shape;
    }

    /** Whether the rule ever takes the block to {@code blockSpin} in this state. */
    boolean allows(int blockSpin, int code) {
        return innerLogs[blockSpin][code] > Double.NEGATIVE_INFINITY;
    }

    /**
     * The most probable state of the block for itself, the first of several.
     *
     * @throws IllegalArgumentException if the rule takes no state of the block to {@code blockSpin}
     */
    int mostProbable(int blockSpin) {
        if (mostProbable[blockSpin] < 0) {
            throw new IllegalArgumentException("the rule makes no block spin of state " + blockSpin);
        }
        return mostProbable[blockSpin];
    }

    /**
     * Sums up the weights of the block's states: entry {@code code} of {@code sums} becomes the sum of the weights of
     * states 0 to {@code code}, in a unit of its own for each call.
     *
     * @param blockSpin s
     * @param neighbours states of the other ends of the outer bonds
     * @param sums one entry a state of the block
     */
    void accumulate(int blockSpin, int[] neighbours, double[] sums) {
        products(neighbours, sums);
        double sum = 0;
        for (int code = 0; code < states.count(); code++) {
            sum += sums[code] * inner[blockSpin][code];
            sums[code] = sum;
        }
        if (!(sum > SMALLEST_SUM)) {
            accumulateLogs(blockSpin, neighbours, sums);
        }
    }

    /** The product over outer bonds for every state of the block, site by site from products of the sites before. */
    private void products(int[] neighbours, double[] products) {
        int q = states.states();
        products[0] = 1;
        int known = 1;
        int bond = 0;
        for (int i = 0; i < states.sites(); i++) {
            int next = bond;
            while (next < outer.length && shape.outer().get(next).site() == i) {
                next++;
            }
            for (int own = q - 1; own >= 0; own--) {
                double factor = 1;
                for (int b = bond; b < next; b++) {
                    factor *= outer[b][own * q + neighbours[b]];
                }
                for (int code = 0; code < known; code++) {
                    products[own * known + code] = products[code] * factor;
                }
            }
            known *= q;
            bond = next;
        }
    }

    /** The same at low temperatures, where weights are too small to be numbers and only their ratios are not. */
    private void accumulateLogs(int blockSpin, int[] neighbours, double[] sums) {
        int q = states.states();
        for (int code = 0; code < states.count(); code++) {
            double log = innerLogs[blockSpin][code];
            for (int b = 0; b < outerLogs.length; b++) {
                int own = states.state(code, shape.outer().get(b).site());
                log += outerLogs[b][own * q + neighbours[b]];
            }
            sums[code] = log;
        }
        double largest = Arrays.stream(sums).max().orElseThrow();
        double sum = 0;
        for (int code = 0; code < states.count(); code++) {
            sum += StrictMath.exp(sums[code] - largest);
            sums[code] = sum;
        }
    }
}
