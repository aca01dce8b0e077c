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
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Task;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CnnTest {
    private static final Lattice COARSE = TestData.lattice(6, 6);
    private static final Cnn.Parameters SMALL = new Cnn.Parameters(
            List.of(8, 4),
            List.of(3, 1, 3),
            Cnn.Activation.RELU,
            50,
            1e-2,
            Cnn.Schedule.CONSTANT,
            4,
            0.1,
            Optional.empty(),
            Cnn.Training.DISTINCT_WINDOWS,
            0,
            0,
            false,
            false,
            Cnn.Device.AUTO);

    private static Cnn.Parameters with(
            Cnn.Training training, int epochs, double validationFraction, Optional<Integer> earlyStopping) {
        return new Cnn.Parameters(
                SMALL.filters(),
                SMALL.kernels(),
                SMALL.activation(),
                SMALL.batchSize(),
                SMALL.learningRate(),
                SMALL.schedule(),
                epochs,
                validationFraction,
                earlyStopping,
                training,
                0,
                0,
                false,
                false,
                SMALL.device());
    }

    private static Cnn.Parameters network(List<Integer> filters, List<Integer> kernels, Cnn.Training training) {
        return new Cnn.Parameters(
                filters,
                kernels,
                Cnn.Activation.RELU,
                50,
                1e-2,
                Cnn.Schedule.CONSTANT,
                4,
                0.1,
                Optional.empty(),
                training,
                0,
                0,
                false,
                false,
                Cnn.Device.AUTO);
    }

    private static Cnn.Parameters regularized(double gamma) {
        return new Cnn.Parameters(
                SMALL.filters(),
                SMALL.kernels(),
                SMALL.activation(),
                SMALL.batchSize(),
                SMALL.learningRate(),
                SMALL.schedule(),
                SMALL.epochs(),
                SMALL.validationFraction(),
                Optional.empty(),
                SMALL.training(),
                0,
                gamma,
                false,
                false,
                SMALL.device());
    }

    private static Cnn.Parameters steps(int batchSize, double learningRate, int epochs) {
        return new Cnn.Parameters(
                SMALL.filters(),
                SMALL.kernels(),
                SMALL.activation(),
                batchSize,
                learningRate,
                SMALL.schedule(),
                epochs,
                SMALL.validationFraction(),
                Optional.empty(),
                SMALL.training(),
                0,
                0,
                false,
                false,
                SMALL.device());
    }

    private static Pairs pairs(Lattice lattice, int count) {
        Configurations coarse = TestData.random(lattice, count, RandomStreams.of(1, "coarse"));
        return TestData.pairs(coarse, TestData.noisyDoubles(coarse, RandomStreams.of(1, "fine")));
    }

    private static CnnResolver trained(Cnn.Parameters parameters, Pairs pairs, String stream) {
        Trainer trainer = new Cnn(new Devices())
                .create(parameters, TestData.task(pairs.coarse().lattice()));
        return (CnnResolver) trainer.train(pairs, RandomStreams.of(2, stream), Progress.none());
    }

    /** What every window gives: equal bits of it are as good as equal weights. */
    private static float[] allWindows(CnnResolver resolver) {
        LocalConditional local = resolver.capability(LocalConditional.class).orElseThrow();
        long[] windows = LongStream.range(0, 1L << local.window().size()).toArray();
        float[] probabilities = new float[windows.length * local.targets().size() * 2];
        local.probabilities(windows, probabilities);
        return probabilities;
    }

    @ParameterizedTest
    @EnumSource
    void sameStreamGivesTheSameBitsWhateverElseRuns(Cnn.Training training) {
        Pairs pairs = pairs(COARSE, 600);
        Cnn.Parameters parameters =
                with(training, training == Cnn.Training.WHOLE_LATTICES ? 2 : 12, 0.1, Optional.empty());
        try (CnnResolver first = trained(parameters, pairs, "a")) {
            CompletableFuture<CnnResolver> beside =
                    CompletableFuture.supplyAsync(() -> trained(parameters, pairs, "b"));
            try (CnnResolver second = trained(parameters, pairs, "a");
                    CnnResolver other = beside.join()) {
                assertThat(allWindows(second)).isEqualTo(allWindows(first)).isNotEqualTo(allWindows(other));
                assertThat(second.epochs()).isEqualTo(first.epochs());
            }
        }
    }

    @Test
    void bothKindsOfTrainingGoTheSameWay() {
        Pairs pairs = pairs(COARSE, 600);
        try (CnnResolver windows = trained(with(Cnn.Training.DISTINCT_WINDOWS, 2, 0.1, Optional.empty()), pairs, "a");
                CnnResolver lattices =
                        trained(with(Cnn.Training.WHOLE_LATTICES, 2, 0.1, Optional.empty()), pairs, "a")) {
            for (int epoch = 0; epoch < 2; epoch++) {
                Epoch one = windows.epochs().get(epoch);
                Epoch other = lattices.epochs().get(epoch);
                assertThat(one.trainingLoss()).isCloseTo(other.trainingLoss(), within(1e-4));
                assertThat(one.validationLoss().orElseThrow())
                        .isCloseTo(other.validationLoss().orElseThrow(), within(1e-4));
            }
        }
    }

    /** The losses were written down before there was a regularizer. */
    @Test
    void withoutARegularizerTrainingGoesAsItWent() {
        Cnn.Parameters parameters = new Cnn.Parameters(
                SMALL.filters(),
                SMALL.kernels(),
                SMALL.activation(),
                SMALL.batchSize(),
                SMALL.learningRate(),
                Cnn.Schedule.COSINE,
                4,
                0.1,
                Optional.of(3),
                SMALL.training(),
                5,
                0,
                false,
                false,
                Cnn.Device.CPU);
        double[] losses = {
            0.689207241,
            0.645655831,
            0.620289262,
            0.606593996,
            0.588304644,
            0.564490328,
            0.556177164,
            0.548302437,
            0.537856049
        };
        try (CnnResolver resolver = trained(parameters, pairs(COARSE, 300), "a")) {
            assertThat(resolver.epochs().stream()
                            .mapToDouble(Epoch::trainingLoss)
                            .toArray())
                    .containsExactly(losses, within(1e-5));
            assertThat(resolver.epochs())
                    .extracting(Epoch::validationEnergyTerm)
                    .containsOnly(OptionalDouble.empty());
        }
    }

    @Test
    void trainingLearnsTheNoiseOfTheData() {
        try (CnnResolver resolver = trained(steps(50, 1e-2, 20), pairs(COARSE, 2000), "learn")) {
            // Every fine spin is its coarse one with probability 4/5: the entropy is the best loss.
            double entropy = -0.8 * Math.log(0.8) - 0.2 * Math.log(0.2);
            assertThat(resolver.epochs().get(0).trainingLoss()).isGreaterThan(entropy + 0.02);
            assertThat(resolver.epochs().get(19).validationLoss().orElseThrow()).isCloseTo(entropy, within(0.02));
        }
    }

    /**
     * The chain with every other spin removed: a removed spin between s and t is up with probability
     * 1/(1 + exp(-2K(s + t))), a kept one is what it is. Between equal coarse spins the network sees the same whether a
     * spin was kept or removed, so that the mean of both probabilities is the best it can do there.
     */
    @Test
    void networkLearnsTheExactConditionalOfTheDecimatedChain() {
        double coupling = 0.3;
        int count = 12_000;
        Configurations fine = new Configurations(TestData.lattice(32), 1, count);
        Configurations coarse = new Configurations(TestData.lattice(16), 1, count);
        RandomStream random = RandomStreams.of(3, "ring");
        for (int i = 0; i < count; i++) {
            int[] ring = ring(32, coupling, random);
            fine.setStates(i, ring);
            for (int site = 0; site < 16; site++) {
                coarse.setState(i, site, ring[2 * site]);
            }
        }
        // A hidden layer as wide as the window, and no wide kernel behind it: any function of the window.
        Cnn.Parameters parameters = new Cnn.Parameters(
                List.of(32, 16),
                List.of(5, 1, 1),
                Cnn.Activation.RELU,
                500,
                1e-2,
                Cnn.Schedule.COSINE,
                40,
                0.1,
                Optional.empty(),
                Cnn.Training.DISTINCT_WINDOWS,
                0,
                0,
                false,
                false,
                Cnn.Device.AUTO);
        try (CnnResolver resolver = trained(parameters, TestData.pairs(coarse, fine), "chain")) {
            float[] both = allWindows(resolver);
            // A window of three coarse spins decides the fine spin at its centre and the one after it.
            for (int window = 0; window < 8; window++) {
                int centre = window >> 1 & 1;
                int next = window >> 2 & 1;
                double removed = 1 / (1 + Math.exp(-2 * coupling * (2 * (centre + next) - 2)));
                boolean uniform = window == 0 || window == 7;
                double mean = (centre + removed) / 2;
                assertThat((double) both[4 * window + 1]).isCloseTo(uniform ? mean : centre, within(0.01));
                assertThat((double) both[4 * window + 3]).isCloseTo(uniform ? mean : removed, within(0.015));
            }
        }
    }

    /** An exact sample of the periodic chain: independent bonds, until their product is 1. */
    private static int[] ring(int sites, double coupling, RandomStream random) {
        double unequal = 1 / (1 + Math.exp(2 * coupling));
        while (true) {
            int[] spins = new int[sites];
            spins[0] = random.nextInt(2);
            int spin = spins[0];
            for (int site = 1; site <= sites; site++) {
                spin ^= random.nextDouble() < unequal ? 1 : 0;
                spins[site % sites] = site < sites ? spin : spins[0];
            }
            if (spin == spins[0]) {
                return spins;
            }
        }
    }

    @Test
    void earlyStoppingReturnsTheWeightsOfTheBestValidationLoss() {
        // Few configurations and a large rate: the network soon learns them by heart.
        Configurations coarse = TestData.random(COARSE, 60, RandomStreams.of(4, "coarse"));
        Configurations fine = TestData.noisyDoubles(coarse, RandomStreams.of(4, "fine"));
        Cnn.Parameters parameters = new Cnn.Parameters(
                List.of(32),
                List.of(5, 3),
                Cnn.Activation.RELU,
                10,
                2e-2,
                Cnn.Schedule.CONSTANT,
                60,
                0.5,
                Optional.of(3),
                Cnn.Training.DISTINCT_WINDOWS,
                0,
                0,
                false,
                false,
                Cnn.Device.AUTO);
        try (CnnResolver resolver = trained(parameters, TestData.pairs(coarse, fine), "stop")) {
            List<Epoch> epochs = resolver.epochs();
            double best = epochs.stream()
                    .mapToDouble(e -> e.validationLoss().orElseThrow())
                    .min()
                    .orElseThrow();
            int bestEpoch = epochs.stream()
                    .filter(e -> e.validationLoss().orElseThrow() == best)
                    .findFirst()
                    .orElseThrow()
                    .number();
            assertThat(epochs).hasSize(bestEpoch + 3).hasSizeLessThan(60);
            double[] logLikelihoods = new double[30];
            resolver.logLikelihood(coarse.slice(30, 60), fine.slice(30, 60), logLikelihoods);
            double loss = -Arrays.stream(logLikelihoods).sum() / 30 / fine.sites();
            assertThat(loss).isCloseTo(best, within(1e-5));
            assertThat(epochs.get(bestEpoch + 2).validationLoss().orElseThrow()).isGreaterThan(best + 1e-3);
        }
    }

    @Test
    void cosineScheduleEndsNearZero() {
        assertThat(Epoch.learningRate(Cnn.Schedule.CONSTANT, 0.01, 7, 10)).isEqualTo(0.01);
        assertThat(Epoch.learningRate(Cnn.Schedule.COSINE, 0.01, 0, 10)).isEqualTo(0.01);
        assertThat(Epoch.learningRate(Cnn.Schedule.COSINE, 0.01, 5, 10)).isCloseTo(0.005, within(1e-12));
        assertThat(Epoch.learningRate(Cnn.Schedule.COSINE, 0.01, 2, 6)).isCloseTo(0.0075, within(1e-12));
        assertThat(Epoch.learningRate(Cnn.Schedule.COSINE, 0.01, 9, 10)).isCloseTo(0.01 * 0.0244717, within(1e-8));
    }

    @Test
    void loadedNetworkResolvesToTheSameBits(@TempDir Path folder, @TempDir Path second) throws IOException {
        Pairs pairs = pairs(COARSE, 300);
        Trainer trainer = new Cnn(new Devices()).create(SMALL, TestData.task(COARSE));
        Configurations coarse = TestData.random(TestData.lattice(8, 10), 20, RandomStreams.of(5, "coarse"));
        try (CnnResolver saved = trained(SMALL, pairs, "save")) {
            saved.save(folder);
            try (CnnResolver loaded = (CnnResolver) trainer.load(folder)) {
                assertThat(resolved(loaded, coarse)).isEqualTo(resolved(saved, coarse));
                assertThat(allWindows(loaded)).isEqualTo(allWindows(saved));
                assertThat(loaded.epochs()).isEqualTo(saved.epochs());
                assertThat(loaded.architecture()).isEqualTo(saved.architecture());
                loaded.save(second);
            }
            try (CnnResolver again = (CnnResolver) trainer.load(second)) {
                assertThat(resolved(again, coarse)).isEqualTo(resolved(saved, coarse));
            }
        }
        List<String> lines = Files.readAllLines(folder.resolve("loss.csv"));
        assertThat(lines).hasSize(1 + SMALL.epochs()).startsWith("epoch,training_loss,validation_loss,learning_rate");
        assertThat(lines.get(2)).startsWith("2,0.").endsWith(",0.01");
    }

    private static Configurations resolved(CnnResolver resolver, Configurations coarse) {
        Configurations fine = new Configurations(resolver.fine(coarse.lattice()), 1, coarse.count());
        resolver.resolve(coarse, fine, RandomStreams.of(6, "resolve"), Progress.none());
        return fine;
    }

    @Test
    void foldersOfAnotherFormatKindOrDimensionAreRefused(@TempDir Path folder) throws IOException {
        Trainer trainer = new Cnn(new Devices()).create(SMALL, TestData.task(COARSE));
        assertThatThrownBy(() -> trainer.load(folder)).hasMessageContaining(folder.toString());
        try (CnnResolver saved = trained(SMALL, pairs(COARSE, 100), "save")) {
            saved.save(folder);
        }
        Trainer forChains = new Cnn(new Devices()).create(SMALL, TestData.task(TestData.lattice(16)));
        assertThatThrownBy(() -> forChains.load(folder)).hasMessageContaining("2 dimension(s), but 1");
        Path properties = folder.resolve("resolver.properties");
        String written = Files.readString(properties);
        Files.writeString(properties, written.replace("format=1", "format=2"));
        assertThatThrownBy(() -> trainer.load(folder))
                .hasMessageContaining("format 2")
                .hasMessageContaining("newer");
        Files.writeString(properties, written.replace("kind=cnn", "kind=forest"));
        assertThatThrownBy(() -> trainer.load(folder)).hasMessageContaining("forest");
        Files.writeString(properties, written.replace("kernels=3,1,3", "kernels=3,x"));
        assertThatThrownBy(() -> trainer.load(folder)).hasMessageContaining("damaged");
    }

    @Test
    void withoutValidationThereIsNoValidationLoss() {
        try (CnnResolver resolver =
                trained(with(SMALL.training(), 2, 0, Optional.empty()), pairs(COARSE, 100), "none")) {
            assertThat(resolver.epochs()).extracting(Epoch::validationLoss).containsOnly(OptionalDouble.empty());
        }
    }

    @Test
    void cancelledTrainingEnds() {
        Progress cancelled = new Progress() {
            private int calls;

            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {
                if (++calls == 10) {
                    throw new CancellationException();
                }
            }
        };
        Pairs pairs = pairs(COARSE, 200);
        Trainer trainer = new Cnn(new Devices()).create(steps(20, 1e-2, 1000), TestData.task(COARSE));
        assertThatThrownBy(() -> trainer.train(pairs, RandomStreams.of(7, "cancel"), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    record Mistake(Cnn.Parameters parameters, Task task, String parameter) {}

    static List<Mistake> mistakes() {
        Task task = TestData.task(COARSE);
        Cnn.Training windows = Cnn.Training.DISTINCT_WINDOWS;
        Model potts = new Model(
                "potts", 3, List.of(), List.of(0.0, 0.0, 0.0), List.of(List.of(0.0), List.of(1.0), List.of(2.0)));
        Model withoutBonds =
                new Model("paramagnet", 2, List.of(), List.of(0.0, 0.0), List.of(List.of(-1.0), List.of(1.0)));
        return List.of(
                new Mistake(network(List.of(8, 0), List.of(3, 1, 3), windows), task, "filters[1]"),
                new Mistake(network(List.of(8), List.of(3, 1, 3), windows), task, "kernels"),
                new Mistake(network(List.of(8), List.of(3, 2), windows), task, "kernels[1]"),
                new Mistake(network(List.of(8), List.of(-1, 3), windows), task, "kernels[0]"),
                new Mistake(network(List.of(), List.of(), windows), task, "kernels"),
                new Mistake(
                        network(List.of(8), List.of(9, 7), windows),
                        TestData.task(TestData.lattice(16, 16)),
                        "training"),
                new Mistake(network(List.of(8), List.of(9, 7), windows), task, ""),
                new Mistake(steps(0, 1e-3, 1), task, "batchSize"),
                new Mistake(steps(1, 0, 1), task, "learningRate"),
                new Mistake(steps(1, Double.NaN, 1), task, "learningRate"),
                new Mistake(steps(1, 1e-3, 0), task, "epochs"),
                new Mistake(with(windows, 1, 1, Optional.empty()), task, "validationFraction"),
                new Mistake(with(windows, 1, -0.1, Optional.empty()), task, "validationFraction"),
                new Mistake(with(windows, 1, 0, Optional.of(3)), task, "validationFraction"),
                new Mistake(with(windows, 1, 0.1, Optional.of(0)), task, "earlyStopping"),
                new Mistake(regularized(-1e-3), task, "energyRegularizer"),
                new Mistake(regularized(Double.NaN), task, "energyRegularizer"),
                new Mistake(regularized(Double.POSITIVE_INFINITY), task, "energyRegularizer"),
                new Mistake(regularized(1), task(withoutBonds, COARSE, TestData.doubled(COARSE)), "energyRegularizer"),
                new Mistake(SMALL, task(potts, COARSE, TestData.doubled(COARSE)), ""),
                new Mistake(SMALL, task(TestData.ISING, COARSE, COARSE), ""),
                new Mistake(SMALL, TestData.task(new Lattice("cubic", List.of(6, 6, 6), 1, List.of())), ""),
                new Mistake(SMALL, TestData.task(new Lattice("honeycomb", List.of(6, 6), 2, List.of())), ""),
                new Mistake(SMALL, TestData.task(TestData.lattice(6, 2)), ""));
    }

    private static Task task(Model model, Lattice coarse, Lattice fine) {
        return new Task(model, coarse, fine, Optional.empty(), OptionalDouble.empty(), 0);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreFoundBeforeAnythingRuns(Mistake mistake) {
        assertThatThrownBy(() -> new Cnn(new Devices()).create(mistake.parameters(), mistake.task()))
                .isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.parameter())
                        .isEqualTo(mistake.parameter()));
    }

    @Test
    void largeWindowsAreTrainedOnWholeLattices() {
        Lattice lattice = TestData.lattice(10, 10);
        Cnn.Parameters parameters = network(List.of(2), List.of(9, 7), Cnn.Training.WHOLE_LATTICES);
        try (CnnResolver resolver = trained(parameters, pairs(lattice, 100), "large")) {
            assertThat(resolver.epochs()).hasSize(4);
            assertThat(resolver.capability(LocalConditional.class)).isEmpty();
        }
    }

    @Test
    void failuresOfTensorFlowSayWhatWasDone() {
        assertThatThrownBy(() -> TensorFlow.call("testing", () -> {
                    throw new UnsatisfiedLinkError("no jnitensorflow");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("while testing")
                .hasMessageContaining("no jnitensorflow");
    }
}
