package org.blockspin.resolvers.cnn.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;
import org.blockspin.api.LogLikelihood;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Probabilities;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.table.internal.Table;
import org.blockspin.statistics.BernoulliThreshold;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
    private static final Architecture AUTHORS =
            new Architecture(2, List.of(64, 32), List.of(5, 1, 3), Cnn.Activation.RELU, false);

    /** Odd and even reaches, with the wide kernel first, last and in the middle, and no hidden layer at all. */
    static List<Architecture> architectures() {
        return List.of(
                AUTHORS,
                TestData.architecture(2, List.of(3, 2), List.of(3, 3, 3)),
                TestData.architecture(2, List.of(3), List.of(3, 3)),
                TestData.architecture(2, List.of(3), List.of(1, 5)),
                TestData.architecture(2, List.of(3), List.of(5, 1)),
                TestData.architecture(2, List.of(), List.of(3)),
                TestData.architecture(2, List.of(2), List.of(1, 1)),
                TestData.architecture(1, List.of(4, 3), List.of(5, 1, 3)),
                TestData.architecture(1, List.of(4), List.of(3, 7)),
                TestData.architecture(1, List.of(), List.of(9)),
                new Architecture(2, List.of(5), List.of(3, 3), Cnn.Activation.RELU, true),
                new Architecture(1, List.of(5), List.of(5, 3), Cnn.Activation.ELU, true));
    }

    private static List<Lattice> lattices(Architecture architecture) {
        return architecture.dimensions() == 1
                ? List.of(TestData.lattice(8), TestData.lattice(13), TestData.lattice(64))
                : List.of(
                        TestData.lattice(8, 8),
                        TestData.lattice(16, 16),
                        TestData.lattice(32, 32),
                        TestData.lattice(6, 10),
                        TestData.lattice(4, 5));
    }

    private static CnnResolver resolver(Architecture architecture) {
        Weights weights = TestData.weights(architecture, RandomStreams.of(1, "weights"));
        return new CnnResolver(architecture, Network.of(architecture, weights, TensorFlow.onCpu()), List.of(), false);
    }

    private static float[] up(TrainedResolver resolver, Configurations coarse, int configuration) {
        float[] both = new float[2 * resolver.fine(coarse.lattice()).sites()];
        resolver.capability(Probabilities.class)
                .orElseThrow()
                .probabilities(coarse, configuration, configuration + 1, both);
        float[] up = new float[both.length / 2];
        for (int i = 0; i < up.length; i++) {
            up[i] = both[2 * i + 1];
            assertThat(both[2 * i]).isEqualTo(1 - up[i]);
        }
        return up;
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void latticeOfAnySizeIsConvolvedWithPeriodicBoundaries(Architecture architecture) {
        Weights weights = TestData.weights(architecture, RandomStreams.of(1, "weights"));
        try (CnnResolver resolver = resolver(architecture)) {
            for (Lattice lattice : lattices(architecture)) {
                Configurations coarse = TestData.random(lattice, 2, RandomStreams.of(2, "coarse"));
                double[] logits = DirectNetwork.logits(architecture, weights, coarse, 1);
                float[] up = up(resolver, coarse, 1);
                for (int site = 0; site < up.length; site++) {
                    assertThat((double) up[site]).isCloseTo(1 / (1 + Math.exp(-logits[site])), within(2e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationIsTheOneItIsNamedAfter(Cnn.Activation activation) {
        Architecture architecture = new Architecture(2, List.of(3, 2), List.of(3, 3, 1), activation, false);
        Weights weights = TestData.weights(architecture, RandomStreams.of(1, "weights"));
        Configurations coarse = TestData.random(TestData.lattice(8, 6), 1, RandomStreams.of(2, "coarse"));
        double[] logits = DirectNetwork.logits(architecture, weights, coarse, 0);
        try (CnnResolver resolver = resolver(architecture)) {
            float[] up = up(resolver, coarse, 0);
            for (int site = 0; site < up.length; site++) {
                assertThat((double) up[site]).isCloseTo(1 / (1 + Math.exp(-logits[site])), within(2e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void windowDecidesItsTargetsAsTheLatticeDoes(Architecture architecture) {
        try (CnnResolver resolver = resolver(architecture)) {
            LocalConditional local = resolver.capability(LocalConditional.class).orElseThrow();
            for (Lattice lattice : lattices(architecture)) {
                Configurations coarse = TestData.random(lattice, 1, RandomStreams.of(3, "coarse"));
                float[] fromWindows = fromWindows(local, coarse, resolver.fine(lattice));
                float[] fromLattice = up(resolver, coarse, 0);
                for (int site = 0; site < fromLattice.length; site++) {
                    assertThat(fromWindows[site]).isCloseTo(fromLattice[site], within(2e-6f));
                }
            }
        }
    }

    /** Follows the contract of {@link LocalConditional} word by word. */
    private static float[] fromWindows(LocalConditional local, Configurations coarse, Lattice fine) {
        Lattice lattice = coarse.lattice();
        long[] windows = new long[lattice.sites()];
        for (int anchor = 0; anchor < windows.length; anchor++) {
            for (int i = 0; i < local.window().size(); i++) {
                int site = lattice.translated(anchor, local.window().get(i).shift(), 0);
                windows[anchor] |= (long) coarse.state(0, site) << i;
            }
        }
        int targets = local.targets().size();
        float[] both = new float[windows.length * targets * 2];
        local.probabilities(windows, both);
        float[] up = new float[fine.sites()];
        Arrays.fill(up, Float.NaN);
        for (int anchor = 0; anchor < windows.length; anchor++) {
            int[] twice = IntStream.of(lattice.cell(anchor)).map(c -> 2 * c).toArray();
            for (int t = 0; t < targets; t++) {
                int site = fine.translated(
                        fine.site(twice, 0), local.targets().get(t).shift(), 0);
                assertThat(up[site]).as("decided once").isNaN();
                up[site] = both[(anchor * targets + t) * 2 + 1];
            }
        }
        return up;
    }

    @Test
    void windowOfTheAuthorsKernelsIsFourByFour() {
        assertThat(AUTHORS.window())
                .hasSize(16)
                .startsWith(place(0, 0), place(0, 1))
                .endsWith(place(3, 3));
        assertThat(AUTHORS.targetPlaces()).containsExactly(place(3, 3), place(3, 4), place(4, 3), place(4, 4));
        assertThat(AUTHORS.parameterCount()).isEqualTo(25 * 64 + 64 + 64 * 32 + 32 + 9 * 32 + 1);
    }

    @Test
    void evenReachCentresTheWindowOnABlock() {
        Architecture architecture = TestData.architecture(1, List.of(3), List.of(3, 3));
        assertThat(architecture.window()).extracting(Place::shift).containsExactly(List.of(0), List.of(1), List.of(2));
        assertThat(architecture.targetPlaces()).extracting(Place::shift).containsExactly(List.of(2), List.of(3));
    }

    private static Place place(int row, int column) {
        return new Place(List.of(row, column), 0);
    }

    @Test
    void symmetrizedNetworkTakesFlippedInputToFlippedProbabilities() {
        Architecture architecture = new Architecture(2, List.of(5), List.of(5, 3), Cnn.Activation.RELU, true);
        Lattice lattice = TestData.lattice(8, 8);
        Configurations coarse = TestData.random(lattice, 1, RandomStreams.of(4, "coarse"));
        Configurations flipped = new Configurations(lattice, 1, 1);
        for (int site = 0; site < lattice.sites(); site++) {
            flipped.setState(0, site, 1 - coarse.state(0, site));
        }
        try (CnnResolver resolver = resolver(architecture);
                CnnResolver one = resolver(new Architecture(
                        2, architecture.filters(), architecture.kernels(), Cnn.Activation.RELU, false))) {
            float[] up = up(resolver, coarse, 0);
            float[] upFlipped = up(resolver, flipped, 0);
            float[] upAlone = up(one, coarse, 0);
            float[] upAloneFlipped = up(one, flipped, 0);
            for (int site = 0; site < up.length; site++) {
                assertThat(up[site]).isCloseTo(1 - upFlipped[site], within(1e-6f));
                assertThat(up[site]).isCloseTo((upAlone[site] + 1 - upAloneFlipped[site]) / 2, within(1e-6f));
            }
        }
    }

    @Test
    void translationOfTheCoarseLatticeTranslatesTheFineOneTwiceAsFar() {
        Lattice lattice = TestData.lattice(8, 8);
        Lattice fine = TestData.doubled(lattice);
        Configurations coarse = TestData.random(lattice, 1, RandomStreams.of(4, "coarse"));
        Configurations moved = new Configurations(lattice, 1, 1);
        for (int site = 0; site < lattice.sites(); site++) {
            moved.setState(0, lattice.translated(site, List.of(3, 1), 0), coarse.state(0, site));
        }
        try (CnnResolver resolver = resolver(AUTHORS)) {
            float[] before = up(resolver, coarse, 0);
            float[] after = up(resolver, moved, 0);
            for (int site = 0; site < fine.sites(); site++) {
                assertThat(after[fine.translated(site, List.of(6, 2), 0)]).isCloseTo(before[site], within(1e-6f));
            }
        }
    }

    static List<Architecture> withAndWithoutWindows() {
        return List.of(AUTHORS, TestData.architecture(2, List.of(), List.of(15)));
    }

    @ParameterizedTest
    @MethodSource("withAndWithoutWindows")
    void spinsAreDrawnByTheSharedRule(Architecture architecture) {
        Configurations coarse = TestData.random(TestData.lattice(40, 40), 13, RandomStreams.of(5, "coarse"));
        try (CnnResolver resolver = resolver(architecture)) {
            Configurations fine = new Configurations(resolver.fine(coarse.lattice()), 1, 13);
            resolver.resolve(coarse, fine, RandomStreams.of(6, "draw"), Progress.none());
            RandomStream random = RandomStreams.of(6, "draw");
            Configurations expected = new Configurations(fine.lattice(), 1, 13);
            for (int i = 0; i < 13; i++) {
                float[] up = up(resolver, coarse, i);
                int[] sites = resolver.capability(LocalConditional.class)
                        .map(local -> local.fineSites(coarse.lattice(), fine.lattice()))
                        .orElseGet(() -> IntStream.range(0, up.length).toArray());
                int[] thresholds = Arrays.stream(sites)
                        .map(site -> BernoulliThreshold.of(up[site]))
                        .toArray();
                int group = architecture.hasWindows() ? 4 : 1;
                BernoulliThreshold.sample(
                        thresholds, sites, group, random, expected.words(), expected.wordOffset(i, 0));
            }
            assertThat(fine).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void tableDrawsTheSpinsOfTheNetwork(Architecture architecture) {
        try (CnnResolver network = resolver(architecture)) {
            TrainedResolver table = new Table()
                    .create(new Table.Parameters(20), NoContext.NONE)
                    .compile(network, Progress.none())
                    .orElseThrow();
            for (Lattice lattice : lattices(architecture)) {
                Configurations coarse = TestData.random(lattice, 10, RandomStreams.of(7, "coarse"));
                Configurations byNetwork = new Configurations(network.fine(lattice), 1, 10);
                Configurations byTable = new Configurations(network.fine(lattice), 1, 10);
                network.resolve(coarse, byNetwork, RandomStreams.of(8, "draw"), Progress.none());
                table.resolve(coarse, byTable, RandomStreams.of(8, "draw"), Progress.none());
                assertThat(byTable).isEqualTo(byNetwork);
            }
        }
    }

    @Test
    void logLikelihoodIsTheSumOfTheLogarithmsOfTheProbabilities() {
        Configurations coarse = TestData.random(TestData.lattice(8, 6), 3, RandomStreams.of(9, "coarse"));
        try (CnnResolver resolver = resolver(AUTHORS)) {
            Configurations fine = TestData.random(resolver.fine(coarse.lattice()), 3, RandomStreams.of(9, "fine"));
            double[] found = new double[3];
            resolver.capability(LogLikelihood.class).orElseThrow().logLikelihood(coarse, fine, found);
            for (int i = 0; i < 3; i++) {
                float[] up = up(resolver, coarse, i);
                double expected = 0;
                for (int site = 0; site < up.length; site++) {
                    expected += Math.log(fine.state(i, site) == 1 ? up[site] : 1 - up[site]);
                }
                assertThat(found[i]).isCloseTo(expected, within(1e-3));
            }
        }
    }

    @Test
    void threadsMayShareANetwork() throws Exception {
        List<Configurations> inputs = IntStream.range(0, 6)
                .mapToObj(i -> TestData.random(TestData.lattice(6 + i, 8), 20, RandomStreams.of(10, "input" + i)))
                .toList();
        var pool = Executors.newFixedThreadPool(2);
        try (CnnResolver resolver = resolver(AUTHORS)) {
            List<Configurations> alone =
                    inputs.stream().map(coarse -> resolved(resolver, coarse)).toList();
            List<Future<Configurations>> together = new ArrayList<>();
            for (Configurations coarse : inputs) {
                together.add(pool.submit(() -> resolved(resolver, coarse)));
            }
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Configurations resolved(TrainedResolver resolver, Configurations coarse) {
        Configurations fine = new Configurations(resolver.fine(coarse.lattice()), 1, coarse.count());
        resolver.resolve(coarse, fine, RandomStreams.of(11, "resolve"), Progress.none());
        return fine;
    }

    @Test
    void latticesThatDoNotFitAreRefused() {
        try (CnnResolver resolver = resolver(AUTHORS)) {
            for (Lattice lattice : List.of(TestData.lattice(3, 8), TestData.lattice(8))) {
                assertThatThrownBy(() -> resolver.fine(lattice)).isInstanceOf(InvalidParameterException.class);
            }
            Configurations coarse = new Configurations(TestData.lattice(8, 8), 1, 2);
            Configurations wrong = new Configurations(TestData.lattice(16, 16), 1, 3);
            assertThatThrownBy(() -> resolver.resolve(coarse, wrong, RandomStreams.of(1, "wrong"), Progress.none()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16x16");
        }
    }

    @Test
    void windowsThatAreTooLargeAreNoCapability() {
        Architecture architecture = TestData.architecture(2, List.of(), List.of(15));
        assertThat(architecture.windowBits()).isEqualTo(64);
        try (CnnResolver resolver = resolver(architecture)) {
            assertThat(resolver.capability(LocalConditional.class)).isEmpty();
            assertThat(resolver.capability(Probabilities.class)).isPresent();
        }
    }
}
