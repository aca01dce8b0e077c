package org.blockspin.resolvers.gibbs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Task;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.coarsegrainers.internal.Majority.Tie;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstrainedGibbsTest {
    private static final Lattice FINE = TestData.lattice(8, 8);
    private static final Model ISING = TestData.ising(FINE);
    private static final BlockRule RULE = TestData.majority(FINE, 2, Tie.UPPER_LEFT);
    private static final Task TASK = TestData.task(ISING, RULE, TestData.CRITICAL);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 2.27, 10, 1e6})
    void ruleTakesEveryResultBackToItsInput(double temperature) {
        for (Lattice fine : List.of(
                TestData.lattice(12), TestData.lattice(8, 8), TestData.lattice(12, 24), TestData.lattice(4, 4, 4))) {
            for (int b : List.of(2, 3, 4)) {
                if (fine.cells().stream().allMatch(extent -> extent % b == 0 && extent >= 2 * b)) {
                    assertInverts(TestData.majority(fine, b, Tie.UPPER_LEFT), temperature);
                    assertInverts(TestData.decimation(fine, b), temperature);
                }
            }
        }
    }

    private static void assertInverts(BlockRule rule, double temperature) {
        if (rule.block(0).length > 16) {
            return;
        }
        RandomStream random = RandomStreams.of(7, rule.toString());
        Configurations coarse = TestData.random(rule.coarse(), 20, random);
        Configurations fine = TestData.resolve(TestData.resolver(2, ISING, rule, temperature), coarse, random);
        Configurations again = new Configurations(rule.coarse(), 1, coarse.count());
        rule.apply(fine, again, random);
        assertThat(again).as(rule.toString()).isEqualTo(coarse);
    }

    @Test
    void tiesByLotAreResolvedToStatesThatCanGiveTheBlockSpin() {
        BlockRule rule = TestData.majority(FINE, 2, Tie.RANDOM);
        RandomStream random = RandomStreams.of(8, "ties");
        Configurations coarse = TestData.random(rule.coarse(), 100, random);
        Configurations fine = TestData.resolve(TestData.resolver(4, ISING, rule, 4), coarse, random);
        int ties = 0;
        for (int c = 0; c < coarse.count(); c++) {
            for (int site = 0; site < coarse.sites(); site++) {
                int configuration = c;
                int[] block = IntStream.of(rule.block(site))
                        .map(i -> fine.state(configuration, i))
                        .toArray();
                double probability = rule.probability(coarse.state(c, site), block);
                assertThat(probability).isPositive();
                ties += probability == 0.5 ? 1 : 0;
            }
        }
        assertThat(ties).isPositive();
    }

    /** The mean of every fine spin changes its sign with the coarse configuration. */
    @ParameterizedTest
    @ValueSource(strings = {"UPPER_LEFT", "RANDOM"})
    void flippedInputGivesTheFlippedDistribution(Tie tie) {
        int draws = 4000;
        BlockRule rule = TestData.majority(FINE, 2, tie);
        GibbsResolver resolver = TestData.resolver(8, ISING, rule, TestData.CRITICAL);
        RandomStream random = RandomStreams.of(9, "flips");
        int[] s = TestData.random(rule.coarse(), 1, random).states(0);
        int[] flipped = IntStream.of(s).map(spin -> 1 - spin).toArray();
        Configurations up = TestData.resolve(resolver, TestData.repeated(rule.coarse(), ISING, draws, s), random);
        Configurations down =
                TestData.resolve(resolver, TestData.repeated(rule.coarse(), ISING, draws, flipped), random);
        for (int site = 0; site < FINE.sites(); site++) {
            double mean = (ups(up, site) + ups(down, site)) / (2.0 * draws);
            assertThat(Math.abs(mean - 0.5)).isLessThanOrEqualTo(5 * 0.5 / Math.sqrt(2.0 * draws));
        }
    }

    private static int ups(Configurations configurations, int site) {
        return IntStream.range(0, configurations.count())
                .map(c -> configurations.state(c, site))
                .sum();
    }

    @Test
    void resolvesLatticesOfAnySize() {
        Trainer trainer = TestData.trainer(8, TASK);
        assertThat(trainer.fine(TestData.lattice(4, 4))).isEqualTo(FINE);
        assertThat(trainer.fine(TestData.lattice(2, 30))).isEqualTo(TestData.lattice(4, 60));
        assertThatThrownBy(() -> trainer.fine(TestData.lattice(4)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected a square lattice like that of the training data, found chain");
        assertThatThrownBy(() -> trainer.fine(TestData.lattice(1, 4))).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void threadsThatShareAResolverDrawWhatOneWouldDraw() {
        BlockRule cubes = TestData.majority(TestData.lattice(4, 4, 4), 2, Tie.RANDOM);
        for (BlockRule rule : List.of(RULE, cubes)) {
            GibbsResolver shared = TestData.resolver(3, ISING, rule, 3);
            Configurations coarse = TestData.random(rule.coarse(), 50, RandomStreams.of(10, "coarse"));
            List<Configurations> drawn = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(i -> TestData.resolve(shared, coarse, RandomStreams.of(i, "threads")))
                    .toList();
            GibbsResolver alone = TestData.resolver(3, ISING, rule, 3);
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(TestData.resolve(alone, coarse, RandomStreams.of(i, "threads")))
                        .isEqualTo(drawn.get(i));
            }
            assertThat(drawn.get(0)).isNotEqualTo(drawn.get(1));
        }
    }

    @Test
    void loadedResolverDrawsTheSameBits(@TempDir Path folder) throws IOException {
        GibbsResolver saved = TestData.resolver(3, ISING, RULE, 2.345678901234567);
        saved.save(folder);
        // Sweeps and temperature of the trainer are others.
        Configurations coarse = TestData.random(RULE.coarse(), 50, RandomStreams.of(11, "coarse"));
        Configurations fine = new Configurations(FINE, 1, 50);
        TestData.trainer(8, TASK).load(folder).resolve(coarse, fine, RandomStreams.of(12, "fine"), Progress.none());
        assertThat(fine).isEqualTo(TestData.resolve(saved, coarse, RandomStreams.of(12, "fine")));
    }

    @Test
    void foldersOfOthersAreRefused(@TempDir Path folder) throws IOException {
        Trainer trainer = TestData.trainer(8, TASK);
        assertThatThrownBy(() -> trainer.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no resolver could be read from " + folder);
        Path file = folder.resolve("resolver.properties");
        Files.writeString(file, "format=1\nkind=cnn\n");
        assertThatThrownBy(() -> trainer.load(folder))
                .hasMessage(folder + " holds no resolver of kind constrained-gibbs but of kind cnn");
        Files.writeString(file, "format=2\nkind=constrained-gibbs\n");
        assertThatThrownBy(() -> trainer.load(folder))
                .hasMessage(folder + " has format 2, and this version reads formats up to 1: it was written by a newer"
                        + " Blockspin, or is damaged");
        Files.writeString(file, "format=1\nkind=constrained-gibbs\nsweeps=8\ntemperature=warm\n");
        assertThatThrownBy(() -> trainer.load(folder)).hasMessageStartingWith(file + " is damaged");
    }

    @Test
    void cancelledRunsEnd() {
        GibbsResolver resolver = TestData.resolver(8, ISING, RULE, 2);
        Configurations coarse = TestData.random(RULE.coarse(), 5, RandomStreams.of(13, "coarse"));
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> resolver.resolve(
                        coarse, new Configurations(FINE, 1, 5), RandomStreams.of(1, "fine"), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void configurationsThatDoNotFitAreRefused() {
        GibbsResolver resolver = TestData.resolver(8, ISING, RULE, 2);
        Configurations coarse = TestData.random(RULE.coarse(), 5, RandomStreams.of(13, "coarse"));
        assertThatThrownBy(() -> resolver.resolve(
                        coarse, new Configurations(FINE, 1, 4), RandomStreams.of(1, "fine"), Progress.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected 5 configurations of 8x8 with 1 planes");
    }

    @Test
    void targetsWithoutAKnownHamiltonianAreRefused() {
        assertRefused(
                new Task(ISING, RULE.coarse(), FINE, Optional.of(RULE), OptionalDouble.of(2), 1),
                "expected a target as simulated (the Hamiltonian of coarse-grained or super-resolved configurations is"
                        + " not known), found a target of depth 1");
        assertRefused(
                new Task(ISING, RULE.coarse(), FINE, Optional.of(RULE), OptionalDouble.of(2), -1),
                "found a target of depth -1");
        assertRefused(
                new Task(ISING, RULE.coarse(), FINE, Optional.of(RULE), OptionalDouble.empty(), 0),
                "expected a target at one temperature, found none");
        assertRefused(
                new Task(ISING, RULE.coarse(), FINE, Optional.empty(), OptionalDouble.of(2), 0),
                "expected an input that one coarse-graining made from the target, found one that is not");
    }

    @Test
    void rulesThatCannotBeInvertedAreRefused() {
        BlockRule eights = TestData.majority(TestData.lattice(16, 16), 8, Tie.RANDOM);
        assertRefused(TestData.task(ISING, eights, 2), "expected blocks of at most 65536 states, found 2^64");
        BlockRule gaps = new Gaps(TestData.lattice(8));
        assertRefused(TestData.task(ISING, gaps, 2), "expected a rule whose blocks hold every fine site once");
        Model noBonds = new Model("free", 2, List.of(), List.of(0.0, 0.0), List.of(List.of(-1.0), List.of(1.0)));
        assertRefused(TestData.task(noBonds, RULE, 2), "expected a model with energies of 1 bond types, found 0");
    }

    private static void assertRefused(Task task, String reason) {
        assertThatThrownBy(() -> TestData.trainer(8, task))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(reason);
    }

    /** Decimation whose blocks leave out the sites that do not count. */
    private record Gaps(Lattice fine) implements BlockRule {
        @Override
        public Lattice coarse() {
            return TestData.lattice(4);
        }

        @Override
        public BlockRule on(Lattice otherFine) {
            return new Gaps(otherFine);
        }

        @Override
        public double scaleFactor() {
            return 2;
        }

        @Override
        public int[] block(int coarseSite) {
            return new int[] {2 * coarseSite};
        }

        @Override
        public double probability(int coarseState, int[] blockStates) {
            return coarseState == blockStates[0] ? 1 : 0;
        }
    }
}
