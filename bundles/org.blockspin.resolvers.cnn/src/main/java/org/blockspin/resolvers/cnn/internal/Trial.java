package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.DeviceBenchmark.Measurement;
import org.blockspin.api.DeviceBenchmark.Rate;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.RandomStreams;
import org.tensorflow.proto.ConfigProto;

/**
 * Trains the paper's network for a few steps on pairs of 8x8 and 16x16, and takes configurations from 64x64 to 128x128
 * with it. Weights and data are the same every time. The work is done by one thread of this process, as each task of a
 * run is.
 *
 * @param pairs of configurations, all of them in every training step
 * @param steps of each kind of training that are timed
 * @param resolved configurations that are super-resolved
 */
record Trial(int pairs, int steps, int resolved) {
    private static final Architecture ARCHITECTURE =
            new Architecture(2, List.of(64, 32), List.of(5, 1, 3), Cnn.Activation.RELU, false);
    private static final double LEARNING_RATE = 1e-3;
    /** Not timed: in its first steps a device chooses algorithms and takes memory. */
    private static final int FIRST_STEPS = 3;

    private static final double MAJORITY = 0.85;
    private static final double KEPT = 0.8;

    /** Steps a second, and the loss and weights after the last one. */
    private record Trained(double stepsPerSecond, double loss, Weights weights) {}

    /**
     * Does it on a device.
     *
     * @param name of the device
     * @param configuration of sessions that compute on it
     */
    Measurement on(String name, ConfigProto configuration) {
        RandomStream random = RandomStreams.of(2019, "trial");
        Configurations coarse = domains(8, pairs, random.split(0));
        TrainingSet set = new TrainingSet(coarse, noisyDoubles(coarse, random.split(1)), pairs);
        Weights initial = Weights.initial(ARCHITECTURE, random.split(2));
        Trained windows = trained(
                session(Cnn.Training.DISTINCT_WINDOWS, initial, configuration),
                new DistinctWindows(ARCHITECTURE, set, pairs, Optional.empty()));
        Trained lattices = trained(
                session(Cnn.Training.WHOLE_LATTICES, initial, configuration),
                new WholeLattices(set, pairs, Optional.empty()));
        return new Measurement(
                name,
                List.of(
                        new Rate("training steps (distinct windows)", windows.stepsPerSecond()),
                        new Rate("training steps (whole lattices)", lattices.stepsPerSecond()),
                        new Rate("super-resolved sites", sitesPerSecond(windows.weights(), configuration, random))),
                windows.loss());
    }

    private static TrainingSession session(Cnn.Training training, Weights initial, ConfigProto configuration) {
        return new TrainingSession(ARCHITECTURE, training, Optional.empty(), initial, configuration);
    }

    private Trained trained(TrainingSession session, Batches batches) {
        int[] all = IntStream.range(0, pairs).toArray();
        try (session) {
            long begun = 0;
            for (int step = 0; step < FIRST_STEPS + steps; step++) {
                begun = step == FIRST_STEPS ? System.nanoTime() : begun;
                session.step(batches.batch(all, 0, pairs), LEARNING_RATE);
            }
            double rate = steps / secondsSince(begun);
            return new Trained(rate, session.loss(batches.batch(all, 0, pairs)), session.weights());
        }
    }

    private double sitesPerSecond(Weights weights, ConfigProto configuration, RandomStream random) {
        try (CnnResolver resolver =
                new CnnResolver(ARCHITECTURE, Network.of(ARCHITECTURE, weights, configuration), List.of(), false)) {
            Configurations coarse = domains(64, resolved, random.split(3));
            Configurations fine = new Configurations(resolver.fine(coarse.lattice()), 1, resolved);
            // Once without the clock, as in training.
            resolver.resolve(coarse, fine, random.split(4), Progress.none());
            long begun = System.nanoTime();
            resolver.resolve(coarse, fine, random.split(5), Progress.none());
            return (double) resolved * fine.sites() / secondsSince(begun);
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Spins that mostly agree, as they do below the critical temperature: few of all windows occur. */
    private static Configurations domains(int side, int count, RandomStream random) {
        Lattice lattice = new Lattice(
                "square",
                List.of(side, side),
                1,
                List.of(new Bond(0, 0, List.of(1, 0), 0), new Bond(0, 0, List.of(0, 1), 0)));
        Configurations spins = new Configurations(lattice, 1, count);
        for (int i = 0; i < count; i++) {
            int majority = random.nextInt(2);
            for (int site = 0; site < spins.sites(); site++) {
                spins.setState(i, site, random.nextDouble() < MAJORITY ? majority : 1 - majority);
            }
        }
        return spins;
    }

    /** Every block repeats its coarse spin, but for some spins: something to learn. */
    private static Configurations noisyDoubles(Configurations coarse, RandomStream random) {
        Configurations fine = new Configurations(ARCHITECTURE.fine(coarse.lattice()), 1, coarse.count());
        for (int i = 0; i < fine.count(); i++) {
            for (int site = 0; site < fine.sites(); site++) {
                int[] cell = fine.lattice().cell(site);
                int spin = coarse.state(i, coarse.lattice().site(new int[] {cell[0] / 2, cell[1] / 2}, 0));
                fine.setState(i, site, random.nextDouble() < KEPT ? spin : 1 - spin);
            }
        }
        return fine;
    }
}
