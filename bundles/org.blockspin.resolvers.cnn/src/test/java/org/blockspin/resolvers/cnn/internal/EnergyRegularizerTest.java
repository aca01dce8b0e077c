package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnergyRegularizerTest {
    private static final int COUNT = 24;
    private static final int FROM = 2;
    private static final double GAMMA = 3;

    /** Two types of bonds that tell their ends apart, and a field. */
    private static final Model ANY = new Model(
            "any",
            2,
            List.of(List.of(List.of(0.3, -1.0), List.of(0.7, 0.2)), List.of(List.of(-1.0, 0.5), List.of(0.4, -0.6))),
            List.of(0.1, -0.5),
            List.of(List.of(-1.0), List.of(1.0)));

    private static final Lattice CHAIN = TestData.lattice(15);
    private static final Lattice SQUARE = TestData.lattice(6, 7);
    private static final Lattice TRIANGULAR = new Lattice(
            "triangular",
            List.of(6, 5),
            1,
            List.of(
                    new Bond(0, 0, List.of(1, 0), 0),
                    new Bond(0, 0, List.of(0, 1), 1),
                    new Bond(0, 0, List.of(1, -1), 0),
                    new Bond(0, 0, List.of(-3, 2), 1)));

    record Case(Architecture architecture, Model model, Lattice coarse) {
        TrainingSet data() {
            return TestData.set(coarse, COUNT);
        }

        Weights weights() {
            return TestData.weights(architecture, RandomStreams.of(2, "weights"));
        }

        Optional<EnergyRegularizer> regularizer() {
            return Optional.of(new EnergyRegularizer(GAMMA, new SiteEnergy(model, TestData.doubled(coarse))));
        }

        Batches batches(Cnn.Training training) {
            Optional<float[]> energies = regularizer().map(r -> r.energy().of(data().fine()));
            return training == Cnn.Training.DISTINCT_WINDOWS
                    ? new DistinctWindows(architecture, data(), 10, energies)
                    : new WholeLattices(data(), 10, energies);
        }

        Batch batch(Cnn.Training training) {
            return batches(training).batch(IntStream.range(0, COUNT).toArray(), FROM, COUNT);
        }

        TrainingSession session(Cnn.Training training) {
            return new TrainingSession(architecture, training, regularizer(), weights(), TensorFlow.onCpu());
        }
    }

    static List<Case> cases() {
        Architecture square = TestData.architecture(2, List.of(4), List.of(3, 3));
        return List.of(
                new Case(TestData.architecture(1, List.of(8), List.of(5, 3)), TestData.ISING, CHAIN),
                new Case(TestData.architecture(1, List.of(8), List.of(5, 1)), ANY, CHAIN),
                new Case(square, TestData.ISING, SQUARE),
                new Case(TestData.architecture(2, List.of(4), List.of(3, 5)), TestData.ISING, SQUARE),
                new Case(
                        new Architecture(2, List.of(4), List.of(3, 3), Cnn.Activation.TANH, true),
                        TestData.ISING,
                        SQUARE),
                new Case(square, ANY, TRIANGULAR));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void termIsTheMeanSquareOfDifferencesOfEnergies(Case c) {
        double term = term(c, c.weights());
        assertThat(term).isGreaterThan(1e-3);
        for (Cnn.Training training : Cnn.Training.values()) {
            try (TrainingSession session = c.session(training)) {
                assertThat(session.energyTerm(c.batch(training))).isCloseTo(term, within(1e-5 * term));
                assertThat(session.loss(c.batch(training)))
                        .isCloseTo(crossEntropy(c, c.weights()) + term, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientIsTheLimitOfFiniteDifferences(Case c) {
        double h = 1e-2;
        for (Cnn.Training training : Cnn.Training.values()) {
            double[] gradient = new double[c.weights().values().length];
            try (TrainingSession session = c.session(training)) {
                session.lossAndGradient(c.batch(training), gradient);
            }
            for (int i = 0; i < gradient.length; i += 7) {
                double slope = (lossMovedBy(h, c, i) - lossMovedBy(-h, c, i)) / (2 * h);
                assertThat(gradient[i]).isCloseTo(slope, within(2e-4));
            }
        }
    }

    private static double lossMovedBy(double h, Case c, int i) {
        double[] values = c.weights().values();
        values[i] += h;
        Weights moved = c.weights().with(values);
        return crossEntropy(c, moved) + term(c, moved);
    }

    private static double crossEntropy(Case c, Weights weights) {
        TrainingSet set = c.data();
        double sum = 0;
        for (int i = FROM; i < COUNT; i++) {
            double[] logits = DirectNetwork.logits(c.architecture(), weights, set.coarse(), i);
            for (int site = 0; site < logits.length; site++) {
                sum += Math.log1p(Math.exp((set.fine().state(i, site) == 1 ? -1 : 1) * logits[site]));
            }
        }
        return sum / (COUNT - FROM) / set.fine().sites();
    }

    private static double term(Case c, Weights weights) {
        TrainingSet set = c.data();
        double sum = 0;
        for (int i = FROM; i < COUNT; i++) {
            double[] logits = DirectNetwork.logits(c.architecture(), weights, set.coarse(), i);
            double[] up = new double[logits.length];
            double[] target = new double[logits.length];
            for (int site = 0; site < up.length; site++) {
                up[site] = 1 / (1 + Math.exp(-logits[site]));
                target[site] = set.fine().state(i, site);
            }
            double difference = (energy(c.model(), set.fine().lattice(), target)
                            - energy(c.model(), set.fine().lattice(), up))
                    / up.length;
            sum += difference * difference;
        }
        return GAMMA * sum / (COUNT - FROM);
    }

    /** The mean over all states of the energy of independent sites. */
    private static double energy(Model model, Lattice lattice, double[] up) {
        double[] sum = new double[1];
        lattice.forEachBond((from, to, type) -> {
            for (int pair = 0; pair < 4; pair++) {
                sum[0] += probability(up[from], pair / 2)
                        * probability(up[to], pair % 2)
                        * model.bondEnergy(type, pair / 2, pair % 2);
            }
        });
        for (double p : up) {
            sum[0] += (1 - p) * model.siteEnergies().get(0)
                    + p * model.siteEnergies().get(1);
        }
        return sum[0];
    }

    private static double probability(double up, int state) {
        return state == 1 ? up : 1 - up;
    }

    @ParameterizedTest
    @EnumSource
    void lossesAndGradientsOfPartsAddUp(Cnn.Training training) {
        Case c = cases().get(2);
        Batches batches = c.batches(training);
        try (TrainingSession session = c.session(training)) {
            double[] whole = new double[c.weights().values().length];
            double[] parts = new double[whole.length];
            List<Batch> all = batches.all(3, COUNT);
            assertThat(all).hasSize(3);
            double sum = all.stream()
                    .mapToDouble(batch -> session.lossAndGradient(batch, parts))
                    .sum();
            Batch one = batches.batch(IntStream.range(0, COUNT).toArray(), 3, COUNT);
            assertThat(session.lossAndGradient(one, whole)).isCloseTo(sum, within(1e-6));
            assertThat(parts).containsExactly(whole, within(1e-6));
        }
    }

    private static Cnn.Parameters parameters(double gamma, int iterations, Optional<Integer> earlyStopping) {
        return new Cnn.Parameters(
                List.of(16, 8),
                List.of(5, 1, 3),
                Cnn.Activation.RELU,
                100,
                5e-3,
                Cnn.Schedule.CONSTANT,
                15,
                0.1,
                earlyStopping,
                Cnn.Training.DISTINCT_WINDOWS,
                iterations,
                gamma,
                false,
                false,
                Cnn.Device.CPU);
    }

    private static CnnResolver trained(Cnn.Parameters parameters, Pairs pairs) {
        return (CnnResolver) new Cnn(new Devices())
                .create(parameters, TestData.task(pairs.coarse().lattice()))
                .train(pairs, RandomStreams.of(2, "train"), Progress.none());
    }

    /** What networks without regularizer do is drawn from independent sites: its energy is far too high. */
    @Test
    void energiesOfHotConfigurationsComeNearerToThoseOfTheTargets() {
        Configurations fine = simulated(2.93, 4000);
        Configurations coarse = majority(fine);
        Pairs pairs = TestData.pairs(coarse.slice(0, 2000), fine.slice(0, 2000));
        Configurations tested = coarse.slice(2000, 4000);
        float[] targets = new SiteEnergy(TestData.ISING, fine.lattice()).of(fine.slice(2000, 4000));
        try (CnnResolver plain = trained(parameters(0, 0, Optional.empty()), pairs);
                CnnResolver regularized = trained(parameters(3, 0, Optional.empty()), pairs)) {
            double[] without = differences(plain, tested, targets);
            double[] with = differences(regularized, tested, targets);
            double gain = Math.abs(mean(without)) - Math.abs(mean(with));
            double error = Math.hypot(errorOfMean(without), errorOfMean(with));
            assertThat(gain).isGreaterThan(5 * error);
        }
    }

    private static double[] differences(CnnResolver resolver, Configurations coarse, float[] targets) {
        Configurations fine = new Configurations(resolver.fine(coarse.lattice()), 1, coarse.count());
        resolver.resolve(coarse, fine, RandomStreams.of(3, "draw"), Progress.none());
        float[] energies = new SiteEnergy(TestData.ISING, fine.lattice()).of(fine);
        return IntStream.range(0, targets.length)
                .mapToDouble(i -> energies[i] - targets[i])
                .toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    /** Twice that of independent values: the simulated chain remembers a little. */
    private static double errorOfMean(double[] values) {
        double mean = mean(values);
        double squares = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        return 2 * Math.sqrt(squares / (values.length - 1) / values.length);
    }

    /** A chain of heat baths on 16x16, looked at every ten sweeps. */
    private static Configurations simulated(double temperature, int count) {
        Configurations configurations = new Configurations(TestData.lattice(16, 16), 1, count);
        RandomStream random = RandomStreams.of(4, "heat bath");
        int[] spins = new int[256];
        for (int i = -10; i < count; i++) {
            for (int update = 0; update < 10 * 256; update++) {
                int site = update % 256;
                int row = site & ~15;
                int sum = spins[(site + 16) % 256]
                        + spins[(site + 240) % 256]
                        + spins[row | (site + 1) % 16]
                        + spins[row | (site + 15) % 16];
                double up = 1 / (1 + Math.exp(-2 * (2 * sum - 4) / temperature));
                spins[site] = random.nextDouble() < up ? 1 : 0;
            }
            if (i >= 0) {
                configurations.setStates(i, spins);
            }
        }
        return configurations;
    }

    private static Configurations majority(Configurations fine) {
        Configurations coarse = new Configurations(TestData.lattice(8, 8), 1, fine.count());
        for (int i = 0; i < fine.count(); i++) {
            for (int site = 0; site < 64; site++) {
                int corner = site / 8 * 32 + site % 8 * 2;
                int upperLeft = fine.state(i, corner);
                int up =
                        upperLeft + fine.state(i, corner + 1) + fine.state(i, corner + 16) + fine.state(i, corner + 17);
                coarse.setState(i, site, up == 2 ? upperLeft : up / 3);
            }
        }
        return coarse;
    }

    @Test
    void finishLowersTheRegularizedLossAndTheBestEpochReturns(@TempDir Path folder) throws Exception {
        Configurations fine = simulated(2.93, 300);
        Configurations coarse = majority(fine);
        Cnn.Parameters parameters = parameters(2, 30, Optional.of(30));
        try (CnnResolver resolver = trained(parameters, TestData.pairs(coarse, fine))) {
            List<Epoch> epochs = resolver.epochs();
            List<Epoch> finish = epochs.subList(parameters.epochs(), epochs.size());
            assertThat(finish).hasSizeGreaterThan(10);
            for (int i = 1; i < finish.size(); i++) {
                assertThat(finish.get(i).trainingLoss())
                        .isLessThan(finish.get(i - 1).trainingLoss());
            }
            assertThat(epochs)
                    .allSatisfy(epoch -> assertThat(epoch.validationEnergyTerm().orElseThrow())
                            .isPositive()
                            .isLessThan(epoch.validationLoss().orElseThrow()));
            double best = epochs.stream()
                    .mapToDouble(epoch -> epoch.validationLoss().orElseThrow())
                    .min()
                    .orElseThrow();
            assertThat(loss(resolver, coarse.slice(270, 300), fine.slice(270, 300)))
                    .isCloseTo(best, within(1e-5));
            resolver.save(folder);
            try (CnnResolver loaded = (CnnResolver) new Cnn(new Devices())
                    .create(parameters, TestData.task(coarse.lattice()))
                    .load(folder)) {
                assertThat(loaded.epochs()).isEqualTo(epochs);
            }
            assertThat(Files.readAllLines(folder.resolve("loss.csv")))
                    .startsWith("epoch,training_loss,validation_loss,learning_rate,validation_energy_term");
        }
    }

    /** The regularized loss with gamma = 2, from the probabilities. */
    private static double loss(CnnResolver resolver, Configurations coarse, Configurations fine) {
        double[] logLikelihoods = new double[coarse.count()];
        resolver.logLikelihood(coarse, fine, logLikelihoods);
        float[] both = new float[2 * 256 * coarse.count()];
        resolver.probabilities(coarse, 0, coarse.count(), both);
        double sum = 0;
        for (int i = 0; i < coarse.count(); i++) {
            int first = 256 * i;
            double[] up = IntStream.range(0, 256)
                    .mapToDouble(site -> both[2 * (first + site) + 1])
                    .toArray();
            int configuration = i;
            double[] target = IntStream.range(0, 256)
                    .mapToDouble(site -> fine.state(configuration, site))
                    .toArray();
            double difference =
                    (energy(TestData.ISING, fine.lattice(), target) - energy(TestData.ISING, fine.lattice(), up)) / 256;
            sum += 2 * difference * difference - logLikelihoods[i] / 256;
        }
        return sum / coarse.count();
    }
}
