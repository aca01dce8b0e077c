package org.blockspin.benchmarks.work;

import java.util.Locale;
import java.util.Map;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.cnn.internal.Cnn;
import org.blockspin.statistics.RandomStreams;

/**
 * Whole trainings on critical pairs of 8x8 and 16x16, one after the other from different seeds. A unit is a training.
 * Each answer has the cross-entropy of the trained network on other pairs, and its standard error.
 */
final class TrainingWork implements Work {
    private static final int BATCH = 1000;
    private static final double VALIDATION = 0.1;
    /** Pairs to test on for every pair to train on. */
    private static final int TESTED = 5;

    private final Resolvers.Course course;
    private final int pairs;

    TrainingWork(String schedule, int epochs, int lbfgsIterations, int pairs) {
        this.course = new Resolvers.Course(
                Cnn.Training.DISTINCT_WINDOWS,
                BATCH,
                Cnn.Schedule.valueOf(schedule.toUpperCase(Locale.ROOT)),
                epochs,
                VALIDATION,
                lbfgsIterations);
        this.pairs = pairs;
    }

    @Override
    public void run(Server server) {
        RandomStream random = RandomStreams.of(2019, "train");
        SuperResolver.Pairs data = Resolvers.pairs(pairs, random.split(0));
        SuperResolver.Pairs test = Resolvers.pairs(TESTED * pairs, random.split(1));
        SuperResolver.Trainer trainer = Resolvers.trainer(course);
        server.ready(Map.of());
        for (int key = 2; ; key++) {
            try (TrainedResolver trained = trainer.train(data, random.split(key), Progress.none())) {
                double seconds = server.seconds();
                server.answer(1, seconds, crossEntropy(trained, test));
            }
        }
    }

    private static Map<String, Double> crossEntropy(TrainedResolver trained, SuperResolver.Pairs test) {
        LocalConditional local = trained.capability(LocalConditional.class).orElseThrow();
        return new CrossEntropy(local, test).facts();
    }
}
