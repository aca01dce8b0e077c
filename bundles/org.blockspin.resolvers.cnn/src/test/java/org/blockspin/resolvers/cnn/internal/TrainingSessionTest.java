package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Lattice;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingSessionTest {
    private static final int COUNT = 24;

    static List<Architecture> architectures() {
        return List.of(
                new Architecture(2, List.of(16, 8), List.of(5, 1, 3), Cnn.Activation.RELU, false),
                TestData.architecture(2, List.of(4), List.of(3, 3)),
                TestData.architecture(2, List.of(4), List.of(3, 5)),
                TestData.architecture(2, List.of(4), List.of(5, 1)),
                TestData.architecture(2, List.of(), List.of(3)),
                TestData.architecture(1, List.of(8), List.of(5, 3)),
                TestData.architecture(1, List.of(8, 4), List.of(1, 3, 5)),
                new Architecture(2, List.of(4), List.of(3, 3), Cnn.Activation.ELU, true),
                new Architecture(1, List.of(8), List.of(5, 3), Cnn.Activation.TANH, true));
    }

    private static TrainingSet data(Architecture architecture) {
        Lattice lattice = architecture.dimensions() == 1 ? TestData.lattice(15) : TestData.lattice(6, 7);
        return TestData.set(lattice, COUNT);
    }

    private static Batches batches(Cnn.Training training, Architecture architecture) {
        TrainingSet set = data(architecture);
        return training == Cnn.Training.DISTINCT_WINDOWS
                ? new DistinctWindows(architecture, set, 10, Optional.empty())
                : new WholeLattices(set, 10, Optional.empty());
    }

    private static Batch batch(Cnn.Training training, Architecture architecture) {
        return batches(training, architecture).batch(IntStream.range(0, COUNT).toArray(), 2, COUNT);
    }

    private static TrainingSession session(Cnn.Training training, Architecture architecture, Weights weights) {
        return new TrainingSession(architecture, training, Optional.empty(), weights, TensorFlow.onCpu());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void lossIsTheCrossEntropyASite(Architecture architecture) {
        Weights weights = TestData.weights(architecture, RandomStreams.of(2, "weights"));
        TrainingSet set = data(architecture);
        double sum = 0;
        for (int i = 2; i < COUNT; i++) {
            double[] logits = DirectNetwork.logits(architecture, weights, set.coarse(), i);
            for (int site = 0; site < logits.length; site++) {
                int sign = set.fine().state(i, site) == 1 ? -1 : 1;
                sum += Math.log1p(Math.exp(sign * logits[site]));
            }
        }
        double expected = sum / (COUNT - 2) / set.fine().sites();
        for (Cnn.Training training : Cnn.Training.values()) {
            try (TrainingSession session = session(training, architecture, weights)) {
                assertThat(session.loss(batch(training, architecture))).isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void distinctWindowsHaveTheGradientOfWholeLattices(Architecture architecture) {
        Weights weights = TestData.weights(architecture, RandomStreams.of(2, "weights"));
        try (TrainingSession windows = session(Cnn.Training.DISTINCT_WINDOWS, architecture, weights);
                TrainingSession lattices = session(Cnn.Training.WHOLE_LATTICES, architecture, weights)) {
            double[] one = gradient(windows, batch(Cnn.Training.DISTINCT_WINDOWS, architecture));
            double[] other = gradient(lattices, batch(Cnn.Training.WHOLE_LATTICES, architecture));
            assertThat(one).containsExactly(other, within(1e-6));
            assertThat(Arrays.stream(one).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
        }
    }

    private static double[] gradient(TrainingSession session, Batch batch) {
        double[] gradient = new double[session.weights().values().length];
        assertThat(session.lossAndGradient(batch, gradient)).isEqualTo(session.loss(batch));
        return gradient;
    }

    @ParameterizedTest
    @EnumSource
    void gradientIsTheLimitOfFiniteDifferences(Cnn.Training training) {
        Architecture architecture = new Architecture(2, List.of(3, 2), List.of(3, 1, 3), Cnn.Activation.TANH, false);
        Weights weights = TestData.weights(architecture, RandomStreams.of(3, "weights"));
        Batch batch = batch(training, architecture);
        Weights gradient;
        try (TrainingSession session = session(training, architecture, weights)) {
            gradient = weights.with(gradient(session, batch));
        }
        for (int array = 0; array < gradient.arrays().size(); array++) {
            int i = gradient.arrays().get(array).length / 2;
            double h = 1e-2;
            double slope = (lossMovedBy(h, architecture, array, i) - lossMovedBy(-h, architecture, array, i)) / (2 * h);
            assertThat((double) gradient.arrays().get(array)[i]).isCloseTo(slope, within(2e-5));
        }
    }

    /** In doubles and plain loops, so that the difference is not lost in rounding. */
    private static double lossMovedBy(double h, Architecture architecture, int array, int i) {
        Weights weights = TestData.weights(architecture, RandomStreams.of(3, "weights"));
        weights.arrays().get(array)[i] += (float) h;
        TrainingSet set = data(architecture);
        double sum = 0;
        for (int c = 2; c < COUNT; c++) {
            double[] logits = DirectNetwork.logits(architecture, weights, set.coarse(), c);
            for (int site = 0; site < logits.length; site++) {
                sum += Math.log1p(Math.exp((set.fine().state(c, site) == 1 ? -1 : 1) * logits[site]));
            }
        }
        return sum / (COUNT - 2) / set.fine().sites();
    }

    @Test
    void stepsAreThoseOfAdam() {
        Architecture architecture = TestData.architecture(2, List.of(3), List.of(3, 3));
        Weights weights = TestData.weights(architecture, RandomStreams.of(4, "weights"));
        Batch batch = batch(Cnn.Training.DISTINCT_WINDOWS, architecture);
        double[] w = {
            weights.arrays().get(0)[5],
            weights.arrays().get(2)[7],
            weights.arrays().get(3)[0]
        };
        double[] m = new double[3];
        double[] v = new double[3];
        try (TrainingSession session = session(Cnn.Training.DISTINCT_WINDOWS, architecture, weights)) {
            for (int step = 1; step <= 5; step++) {
                double rate = 0.01 / step;
                List<float[]> all = weights.with(gradient(session, batch)).arrays();
                double[] g = {all.get(0)[5], all.get(2)[7], all.get(3)[0]};
                double before = session.loss(batch);
                assertThat(session.step(batch, rate)).isCloseTo(before, within(1e-6));
                List<float[]> now = session.weights().arrays();
                float[] found = {now.get(0)[5], now.get(2)[7], now.get(3)[0]};
                for (int i = 0; i < 3; i++) {
                    m[i] = 0.9 * m[i] + 0.1 * g[i];
                    v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
                    double mean = m[i] / (1 - Math.pow(0.9, step));
                    double deviation = Math.sqrt(v[i] / (1 - Math.pow(0.999, step)));
                    w[i] -= rate * mean / deviation;
                    assertThat((double) found[i]).isCloseTo(w[i], within(5e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossesOfPartsAddUp(Cnn.Training training) {
        Architecture architecture = TestData.architecture(2, List.of(3), List.of(3, 3));
        Weights weights = TestData.weights(architecture, RandomStreams.of(5, "weights"));
        Batches batches = batches(training, architecture);
        try (TrainingSession session = session(training, architecture, weights)) {
            double whole = session.loss(batches.batch(IntStream.range(0, COUNT).toArray(), 3, COUNT));
            double parts =
                    batches.all(3, COUNT).stream().mapToDouble(session::loss).sum();
            assertThat(parts).isCloseTo(whole, within(1e-6));
        }
    }

    @Test
    void batchesLeaveNothingBehind() {
        Architecture architecture = TestData.architecture(2, List.of(3), List.of(3, 3));
        Batches batches = batches(Cnn.Training.DISTINCT_WINDOWS, architecture);
        int[] numbers = IntStream.range(0, COUNT).toArray();
        Batch first = batches.batch(numbers, 0, 5);
        batches.batch(numbers, 3, 20);
        Batch again = batches.batch(numbers, 0, 5);
        assertThat(again.counts()).isEqualTo(first.counts());
        assertThat(again.ups()).isEqualTo(first.ups());
        assertThat(again.rows()).isEqualTo(first.rows());
        assertThat(again.spins()).isEqualTo(first.spins());
    }

    @Test
    void initialWeightsHaveTheVariancesOfHeAndGlorot() {
        Architecture architecture = new Architecture(2, List.of(64, 200), List.of(5, 5, 9), Cnn.Activation.RELU, false);
        Weights weights = Weights.initial(architecture, RandomStreams.of(6, "initial"));
        float[] hidden = weights.arrays().get(2);
        float[] last = weights.arrays().get(4);
        double he = 2.0 / (25 * 64);
        double glorot = 2.0 / (81 * (200 + 1));
        // The variance of n draws scatters by less than sqrt(2/n) of itself.
        assertThat(variance(hidden)).isCloseTo(he, within(5 * he * Math.sqrt(2.0 / hidden.length)));
        assertThat(variance(last)).isCloseTo(glorot, within(5 * glorot * Math.sqrt(2.0 / last.length)));
        for (float w : hidden) {
            assertThat((double) Math.abs(w)).isLessThanOrEqualTo(2 * Math.sqrt(he) / 0.8796 * 1.0001);
        }
        for (float w : last) {
            assertThat((double) Math.abs(w)).isLessThanOrEqualTo(Math.sqrt(3 * glorot) * 1.0001);
        }
        assertThat(weights.arrays().get(1)).containsOnly(0f);
    }

    private static double variance(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return squares / values.length - mean * mean;
    }
}
