package org.blockspin.samplers.internal.replicas;

import java.util.Arrays;
import java.util.List;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.RandomStreams;

/** Means of energy and modulus of the magnetization after every step from a start, over many blocks of replicas. */
final class Relaxation {
    static final int ENERGY = 0;
    static final int MODULUS = 1;

    private final int blocks;
    /** By quantity and step: sums over blocks of the mean over replicas, of its square, of the mean of squares. */
    private final double[][][] sums;

    /**
     * @param hot the probability to start from random spins
     * @param steps steps that are followed
     */
    Relaxation(Grid grid, List<Update> updates, double hot, int steps, int blocks) {
        this.blocks = blocks;
        this.sums = new double[2][steps + 1][3];
        Replicas replicas = new Replicas(grid);
        ReplicaCounts counts = new ReplicaCounts(grid);
        double[] values = new double[Grid.REPLICAS];
        for (int block = 0; block < blocks; block++) {
            RandomStream random = RandomStreams.of(block, "relaxation", String.valueOf(hot));
            updates.forEach(update -> update.begin(random));
            replicas.start(hot, random);
            for (int step = 0; step <= steps; step++) {
                if (step > 0) {
                    updates.forEach(update -> update.apply(replicas.spins(), random, Progress.none()));
                }
                counts.energies(replicas.spins(), values);
                add(sums[ENERGY][step], values);
                counts.moduli(replicas.spins(), values);
                add(sums[MODULUS][step], values);
            }
        }
    }

    private static void add(double[] sums, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        sums[0] += mean;
        sums[1] += mean * mean;
        sums[2] += Arrays.stream(values).map(value -> value * value).average().orElseThrow();
    }

    int steps() {
        return sums[0].length - 1;
    }

    double mean(int quantity, int step) {
        return sums[quantity][step][0] / blocks;
    }

    /** Standard error of the mean, from the scatter of blocks. */
    double error(int quantity, int step) {
        double variance = sums[quantity][step][1] / blocks - mean(quantity, step) * mean(quantity, step);
        return Math.sqrt(Math.max(0, variance) / (blocks - 1));
    }

    /** Standard deviation of single configurations. */
    double deviation(int quantity, int step) {
        return Math.sqrt(sums[quantity][step][2] / blocks - mean(quantity, step) * mean(quantity, step));
    }
}
