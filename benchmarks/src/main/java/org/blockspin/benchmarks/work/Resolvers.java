package org.blockspin.benchmarks.work;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.cnn.internal.Cnn;
import org.blockspin.resolvers.cnn.internal.Devices;
import org.blockspin.resolvers.table.internal.Table;
import org.blockspin.statistics.RandomStreams;

/** The paper's network from 8x8 to 16x16, its training data, and its table. */
public final class Resolvers {
    /** The fine size of the training data. */
    static final int FINE = 16;

    private static final double LEARNING_RATE = 1e-3;
    private static final int WINDOW_BITS = 20;

    private Resolvers() {}

    /** How a training goes on; what is not said is as in Table I of the paper. */
    record Course(
            Cnn.Training training,
            int batchSize,
            Cnn.Schedule schedule,
            int epochs,
            double validationFraction,
            int lbfgsIterations) {

        Cnn.Parameters parameters() {
            return new Cnn.Parameters(
                    List.of(64, 32),
                    List.of(5, 1, 3),
                    Cnn.Activation.RELU,
                    batchSize,
                    LEARNING_RATE,
                    schedule,
                    epochs,
                    validationFraction,
                    Optional.empty(),
                    training,
                    lbfgsIterations,
                    0,
                    false,
                    false,
                    Cnn.Device.CPU);
        }
    }

    static SuperResolver.Trainer trainer(Course course) {
        BlockRule rule = CriticalIsing.majority(FINE);
        SuperResolver.Task task = new SuperResolver.Task(
                CriticalIsing.model(rule.fine()),
                rule.coarse(),
                rule.fine(),
                Optional.of(rule),
                OptionalDouble.of(CriticalIsing.TEMPERATURE),
                0);
        return new Cnn(new Devices()).create(course.parameters(), task);
    }

    /** Critical configurations of 16x16, and what the majority rule makes of them. */
    static SuperResolver.Pairs pairs(int count, RandomStream random) {
        BlockRule rule = CriticalIsing.majority(FINE);
        Configurations fine = CriticalIsing.configurations(FINE, count, random.split(0));
        Configurations coarse = new Configurations(rule.coarse(), 1, count);
        rule.apply(fine, coarse, random.split(1));
        return new SuperResolver.Pairs(new InMemory(coarse, Optional.of(rule)), new InMemory(fine, Optional.empty()));
    }

    /** A network that was trained for as short a time as makes it a network to resolve with. */
    public static TrainedResolver network(int pairs) {
        RandomStream random = RandomStreams.of(2019, "network");
        Course course = new Course(Cnn.Training.DISTINCT_WINDOWS, 1000, Cnn.Schedule.COSINE, 5, 0, 0);
        return trainer(course).train(pairs(pairs, random.split(0)), random.split(1), Progress.none());
    }

    /** The table of a network. */
    public static TrainedResolver table(TrainedResolver network) {
        return new Table()
                .create(new Table.Parameters(WINDOW_BITS), Plugin.NoContext.NONE)
                .compile(network, Progress.none())
                .orElseThrow();
    }
}
