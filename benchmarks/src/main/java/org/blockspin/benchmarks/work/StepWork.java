package org.blockspin.benchmarks.work;

import java.util.Locale;
import java.util.Map;
import org.blockspin.api.Progress;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.cnn.internal.Cnn;
import org.blockspin.statistics.RandomStreams;

/**
 * Training steps on all pairs at once, {@code whole-lattices} or {@code distinct-windows}. A unit is a step: a training
 * of one batch an epoch, which reports after every epoch, and without validation. The first epoch is preparation.
 */
final class StepWork implements Work {
    private final Cnn.Training training;
    private final int pairs;

    StepWork(String training, int pairs) {
        this.training = Cnn.Training.valueOf(training.replace('-', '_').toUpperCase(Locale.ROOT));
        this.pairs = pairs;
    }

    @Override
    public void run(Server server) {
        SuperResolver.Pairs data = Resolvers.pairs(pairs, RandomStreams.of(2019, "pairs"));
        Resolvers.Course course = new Resolvers.Course(training, pairs, Cnn.Schedule.CONSTANT, Integer.MAX_VALUE, 0, 0);
        TrainedResolver endless =
                Resolvers.trainer(course).train(data, RandomStreams.of(2019, "step"), new EveryEpoch(server));
        endless.close();
    }

    /** Answers for every epoch. */
    private static final class EveryEpoch implements Progress {
        private final Server server;
        private boolean prepared;

        EveryEpoch(Server server) {
            this.server = server;
        }

        @Override
        public void report(double fraction) {
            if (prepared) {
                server.done(1);
            } else {
                prepared = true;
                server.ready(Map.of());
            }
        }

        @Override
        public void checkCancelled() {}
    }
}
