package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Probabilities;
import org.blockspin.api.Progress;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.table.internal.Table;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Training that goes on with all configurations at once, and networks that are symmetric under flips. */
class FinishTest {
    private static final Lattice COARSE = TestData.lattice(6, 6);

    private static Cnn.Parameters parameters(
            int epochs, int iterations, Optional<Integer> earlyStopping, boolean symmetrized) {
        return new Cnn.Parameters(
                List.of(8, 4),
                List.of(3, 1, 3),
                Cnn.Activation.RELU,
                50,
                1e-2,
                Cnn.Schedule.CONSTANT,
                epochs,
                0.2,
                earlyStopping,
                Cnn.Training.DISTINCT_WINDOWS,
                iterations,
                0,
                symmetrized,
                false,
                Cnn.Device.AUTO);
    }

    private static Configurations coarse(int count) {
        return TestData.random(COARSE, count, RandomStreams.of(1, "coarse"));
    }

    private static Pairs pairs(int count) {
        Configurations coarse = coarse(count);
        return TestData.pairs(coarse, TestData.noisyDoubles(coarse, RandomStreams.of(1, "fine")));
    }

    private static CnnResolver trained(Cnn.Parameters parameters, int count) {
        return (CnnResolver) new Cnn(new Devices())
                .create(parameters, TestData.task(COARSE))
                .train(pairs(count), RandomStreams.of(2, "train"), Progress.none());
    }

    private static double loss(CnnResolver resolver, Configurations coarse, Configurations fine) {
        double[] logLikelihoods = new double[coarse.count()];
        resolver.logLikelihood(coarse, fine, logLikelihoods);
        return -Arrays.stream(logLikelihoods).sum() / coarse.count() / fine.sites();
    }

    @ParameterizedTest
    @EnumSource
    void finishLowersTheLossOfAllTrainingConfigurations(Cnn.Training training) {
        Cnn.Parameters p = parameters(3, 12, Optional.empty(), false);
        Cnn.Parameters parameters = new Cnn.Parameters(
                p.filters(),
                p.kernels(),
                p.activation(),
                p.batchSize(),
                p.learningRate(),
                p.schedule(),
                p.epochs(),
                p.validationFraction(),
                p.earlyStopping(),
                training,
                p.lbfgsIterations(),
                p.energyRegularizer(),
                p.symmetrized(),
                p.tensorboard(),
                p.device());
        try (CnnResolver resolver = trained(parameters, 500)) {
            List<Epoch> rows = resolver.epochs();
            assertThat(rows).hasSize(15);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).number()).isEqualTo(i + 1);
                assertThat(rows.get(i).learningRate()).isEqualTo(i < 3 ? 1e-2 : 0);
            }
            for (int i = 4; i < rows.size(); i++) {
                assertThat(rows.get(i).trainingLoss())
                        .isLessThan(rows.get(i - 1).trainingLoss());
            }
            Configurations coarse = coarse(500);
            Configurations fine = TestData.noisyDoubles(coarse, RandomStreams.of(1, "fine"));
            assertThat(loss(resolver, coarse.slice(0, 400), fine.slice(0, 400)))
                    .isCloseTo(rows.get(14).trainingLoss(), within(1e-6));
            assertThat(loss(resolver, coarse.slice(400, 500), fine.slice(400, 500)))
                    .isCloseTo(rows.get(14).validationLoss().orElseThrow(), within(1e-6));
        }
    }

    @Test
    void finishFindsTheEntropyOfTheData() {
        // Every fine spin is its coarse one with probability 4/5.
        double entropy = -0.8 * Math.log(0.8) - 0.2 * Math.log(0.2);
        try (CnnResolver adam = trained(parameters(2, 0, Optional.empty(), true), 4000);
                CnnResolver finished = trained(parameters(2, 100, Optional.empty(), true), 4000)) {
            double before = adam.epochs().get(1).validationLoss().orElseThrow();
            double after = finished.epochs()
                    .get(finished.epochs().size() - 1)
                    .validationLoss()
                    .orElseThrow();
            assertThat(after).isLessThan(before).isCloseTo(entropy, within(0.01));
        }
    }

    @Test
    void finishEndsWhereNothingIsLeftToGain() {
        try (CnnResolver resolver = trained(parameters(30, 100_000, Optional.empty(), false), 50)) {
            assertThat(resolver.epochs()).hasSizeLessThan(20_000);
        }
    }

    @Test
    void finishWithEarlyStoppingBeginsWithTheBestWeightsAndReturnsTheBest() {
        // Few configurations: the network learns them by heart.
        try (CnnResolver resolver = trained(parameters(40, 1000, Optional.of(5), false), 40)) {
            List<Epoch> rows = resolver.epochs();
            List<Epoch> epochs =
                    rows.stream().filter(row -> row.learningRate() > 0).toList();
            List<Epoch> finish = rows.subList(epochs.size(), rows.size());
            Epoch bestEpoch = best(epochs);
            assertThat(epochs.size()).isEqualTo(bestEpoch.number() + 5);
            assertThat(finish.get(0).trainingLoss())
                    .isCloseTo(epochs.get(bestEpoch.number()).trainingLoss(), within(0.05));
            double least = best(rows).validationLoss().orElseThrow();
            int bestOfFinish = best(finish).validationLoss().orElseThrow() <= least
                    ? best(finish).number()
                    : epochs.size();
            assertThat(rows).hasSize(bestOfFinish + 5);
            Configurations coarse = coarse(40);
            Configurations fine = TestData.noisyDoubles(coarse, RandomStreams.of(1, "fine"));
            assertThat(loss(resolver, coarse.slice(32, 40), fine.slice(32, 40))).isCloseTo(least, within(1e-5));
        }
    }

    private static Epoch best(List<Epoch> rows) {
        return rows.stream()
                .min((a, b) -> Double.compare(
                        a.validationLoss().orElseThrow(), b.validationLoss().orElseThrow()))
                .orElseThrow();
    }

    @Test
    void sameStreamGivesTheSameBitsWhateverElseRuns() {
        Cnn.Parameters parameters = parameters(3, 20, Optional.empty(), true);
        try (CnnResolver first = trained(parameters, 300)) {
            CompletableFuture<CnnResolver> beside = CompletableFuture.supplyAsync(() -> trained(parameters, 300));
            try (CnnResolver second = trained(parameters, 300);
                    CnnResolver third = beside.join()) {
                assertThat(probabilities(second)).isEqualTo(probabilities(first));
                assertThat(probabilities(third)).isEqualTo(probabilities(first));
                assertThat(third.epochs()).isEqualTo(first.epochs());
            }
        }
    }

    /** Of ten random configurations, and of the same ones flipped. */
    private static float[] probabilities(TrainedResolver resolver) {
        Configurations coarse = coarse(20);
        for (int i = 0; i < 10; i++) {
            for (int site = 0; site < coarse.sites(); site++) {
                coarse.setState(10 + i, site, 1 - coarse.state(i, site));
            }
        }
        float[] probabilities = new float[20 * 4 * coarse.sites() * 2];
        resolver.capability(Probabilities.class).orElseThrow().probabilities(coarse, 0, 20, probabilities);
        return probabilities;
    }

    @Test
    void symmetryOutlivesSavingLoadingAndCompiling(@TempDir Path folder) throws IOException {
        Cnn.Parameters parameters = parameters(3, 5, Optional.empty(), true);
        try (CnnResolver saved = trained(parameters, 300)) {
            saved.save(folder);
            try (CnnResolver loaded = (CnnResolver) new Cnn(new Devices())
                            .create(parameters, TestData.task(COARSE))
                            .load(folder);
                    TrainedResolver table = new Table()
                            .create(new Table.Parameters(20), NoContext.NONE)
                            .compile(loaded, Progress.none())
                            .orElseThrow()) {
                assertThat(loaded.architecture()).isEqualTo(saved.architecture());
                assertThat(loaded.epochs()).isEqualTo(saved.epochs()).hasSize(8);
                assertThat(probabilities(loaded)).isEqualTo(probabilities(saved));
                assertSymmetric(probabilities(loaded));
                assertSymmetric(probabilities(table));
            }
        }
    }

    private static void assertSymmetric(float[] probabilities) {
        int half = probabilities.length / 2;
        float largest = 0;
        for (int i = 0; i < half; i += 2) {
            assertThat(probabilities[i]).isCloseTo(probabilities[half + i + 1], within(1e-6f));
            largest = Math.max(largest, Math.abs(probabilities[i] - probabilities[half + i]));
        }
        assertThat(largest).isGreaterThan(0.3f);
    }

    @Test
    void networksThatDoNotSayWhetherTheyAreSymmetricAreNot(@TempDir Path folder) throws IOException {
        Cnn.Parameters parameters = parameters(1, 0, Optional.empty(), false);
        try (CnnResolver saved = trained(parameters, 100)) {
            saved.save(folder);
            Path properties = folder.resolve("resolver.properties");
            List<String> lines = Files.readAllLines(properties);
            assertThat(lines).contains("symmetrized=false");
            Files.write(
                    properties,
                    lines.stream()
                            .filter(line -> !line.startsWith("symmetrized"))
                            .toList());
            try (CnnResolver loaded = (CnnResolver) new Cnn(new Devices())
                    .create(parameters, TestData.task(COARSE))
                    .load(folder)) {
                assertThat(loaded.architecture()).isEqualTo(saved.architecture());
                assertThat(probabilities(loaded)).isEqualTo(probabilities(saved));
            }
        }
    }

    @Test
    void negativeIterationsAreRefused() {
        Cnn.Parameters parameters = parameters(1, -1, Optional.empty(), false);
        assertThatThrownBy(() -> new Cnn(new Devices()).create(parameters, TestData.task(COARSE)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("lbfgsIterations");
    }
}
