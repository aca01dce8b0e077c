package org.blockspin.resolvers.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Probabilities;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.statistics.BernoulliThreshold;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
    private static final HashedConditional SQUARE =
            new HashedConditional(HashedConditional.box(0, 4, 2), HashedConditional.box(3, 2, 2));

    record Case(String name, HashedConditional resolver, List<Integer> cells) {
        @Override
        public String toString() {
            return name + " " + cells;
        }
    }

    static List<Case> cases() {
        HashedConditional chain = new HashedConditional(HashedConditional.box(0, 4, 1), HashedConditional.box(3, 2, 1));
        HashedConditional cubic =
                new HashedConditional(HashedConditional.box(-1, 2, 3), HashedConditional.box(0, 2, 3));
        List<Place> shuffled = new ArrayList<>(SQUARE.window());
        Collections.reverse(shuffled);
        List<Place> cross = List.of(place(0, 0), place(-1, 0), place(0, 1), place(0, 2), place(3, -2));
        List<Place> scattered = List.of(place(0, 0), place(-3, 5), place(4, 1), place(7, 6));
        return List.of(
                new Case("4x4 window", SQUARE, List.of(8, 8)),
                new Case("4x4 window", SQUARE, List.of(4, 4)),
                new Case("4x4 window", SQUARE, List.of(6, 10)),
                new Case("4x4 window", SQUARE, List.of(5, 7)),
                new Case("places in reverse", new HashedConditional(shuffled, SQUARE.targets()), List.of(6, 5)),
                new Case("cross", new HashedConditional(cross, HashedConditional.box(0, 2, 2)), List.of(5, 9)),
                new Case("scattered targets", new HashedConditional(cross, scattered), List.of(6, 4)),
                new Case("chain", chain, List.of(64)),
                new Case("chain", chain, List.of(33)),
                new Case("cubic", cubic, List.of(3, 4, 5)));
    }

    private static Place place(int row, int column) {
        return new Place(List.of(row, column), 0);
    }

    private static Lattice lattice(List<Integer> cells) {
        return new Lattice("test", cells, 1, List.of());
    }

    private static TrainedResolver compiled(TrainedResolver trained) {
        return new Table()
                .create(new Table.Parameters(20), NoContext.NONE)
                .compile(trained, Progress.none())
                .orElseThrow();
    }

    private static Configurations random(List<Integer> cells, int count, RandomStream random) {
        Configurations configurations = new Configurations(lattice(cells), 1, count);
        for (int i = 0; i < count; i++) {
            for (int site = 0; site < configurations.sites(); site++) {
                configurations.setState(i, site, random.nextInt(2));
            }
        }
        return configurations;
    }

    /** The contract of {@link LocalConditional}, word by word: probability of up of every fine site, NaN if not decided. */
    private static float[] expected(HashedConditional resolver, Configurations coarse, int configuration) {
        Lattice fine = resolver.fine(coarse.lattice());
        float[] up = new float[fine.sites()];
        Arrays.fill(up, Float.NaN);
        for (int anchor = 0; anchor < coarse.lattice().cellCount(); anchor++) {
            long window = 0;
            for (int i = 0; i < resolver.window().size(); i++) {
                Place place = resolver.window().get(i);
                int site = coarse.lattice().translated(anchor, place.shift(), 0);
                window |= (long) coarse.state(configuration, site) << i;
            }
            int[] doubled =
                    IntStream.of(coarse.lattice().cell(anchor)).map(c -> 2 * c).toArray();
            for (int t = 0; t < resolver.targets().size(); t++) {
                int site = fine.translated(
                        fine.site(doubled, 0), resolver.targets().get(t).shift(), 0);
                assertThat(up[site]).as("decided once").isNaN();
                up[site] = HashedConditional.up(window, t);
            }
        }
        return up;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreThoseOfTheWindowAroundEverySite(Case c) {
        Configurations coarse = random(c.cells(), 3, RandomStreams.of(1, c.toString()));
        TrainedResolver table = compiled(c.resolver());
        Probabilities probabilities = table.capability(Probabilities.class).orElseThrow();
        for (int i = 0; i < coarse.count(); i++) {
            float[] up = expected(c.resolver(), coarse, i);
            float[] found = new float[2 * up.length];
            probabilities.probabilities(coarse, i, i + 1, found);
            for (int site = 0; site < up.length; site++) {
                assertThat(found[2 * site + 1]).isEqualTo(up[site]);
                assertThat(found[2 * site]).isEqualTo(1 - up[site]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void spinsAreDrawnByTheSharedRule(Case c) {
        Configurations coarse = random(c.cells(), 5, RandomStreams.of(2, c.toString()));
        TrainedResolver table = compiled(c.resolver());
        Configurations fine = new Configurations(table.fine(coarse.lattice()), 1, coarse.count());
        table.resolve(coarse, fine, RandomStreams.of(3, "draw"), Progress.none());

        RandomStream random = RandomStreams.of(3, "draw");
        Configurations reference = new Configurations(fine.lattice(), 1, coarse.count());
        for (int i = 0; i < coarse.count(); i++) {
            float[] up = expected(c.resolver(), coarse, i);
            int[] sites = c.resolver().fineSites(coarse.lattice(), fine.lattice());
            int[] thresholds = Arrays.stream(sites)
                    .map(site -> BernoulliThreshold.of(up[site]))
                    .toArray();
            int offset = reference.wordOffset(i, 0);
            int group = c.resolver().targets().size();
            BernoulliThreshold.sample(thresholds, sites, group, random, reference.words(), offset);
        }
        assertThat(fine).isEqualTo(reference);
    }

    @Test
    void everyWindowKeepsItsProbabilities() {
        LocalConditional table =
                compiled(SQUARE).capability(LocalConditional.class).orElseThrow();
        long[] windows = LongStream.range(0, 1 << 16).toArray();
        float[] expected = new float[windows.length * 8];
        float[] found = new float[expected.length];
        SQUARE.probabilities(windows, expected);
        table.probabilities(windows, found);
        assertThat(found).isEqualTo(expected);
        assertThat(table.window()).isEqualTo(SQUARE.window());
        assertThat(table.targets()).isEqualTo(SQUARE.targets());
        assertThat(table.states()).isEqualTo(2);
    }

    @Test
    void frequenciesAreTheProbabilities() {
        int count = 40_000;
        Configurations one = random(List.of(4, 4), 1, RandomStreams.of(4, "one"));
        Configurations coarse = new Configurations(one.lattice(), 1, count);
        for (int i = 0; i < count; i++) {
            coarse.setStates(i, one.states(0));
        }
        Configurations fine = new Configurations(SQUARE.fine(one.lattice()), 1, count);
        compiled(SQUARE).resolve(coarse, fine, RandomStreams.of(5, "frequencies"), Progress.none());
        float[] up = expected(SQUARE, one, 0);
        for (int site = 0; site < up.length; site++) {
            int here = site;
            double mean = IntStream.range(0, count)
                            .mapToDouble(i -> fine.state(i, here))
                            .sum()
                    / count;
            assertThat(mean).isCloseTo(up[site], within(5 * Math.sqrt(up[site] * (1 - up[site]) / count)));
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        TrainedResolver table = compiled(SQUARE);
        List<Configurations> inputs = IntStream.range(0, 8)
                .mapToObj(i -> random(List.of(4 + i, 6), 200, RandomStreams.of(6, "thread" + i)))
                .toList();
        List<Configurations> alone =
                inputs.stream().map(coarse -> resolved(table, coarse)).toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            TrainedResolver another = compiled(SQUARE);
            List<Future<Configurations>> together = new ArrayList<>();
            for (Configurations coarse : inputs) {
                together.add(pool.submit(() -> resolved(another, coarse)));
            }
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Configurations resolved(TrainedResolver table, Configurations coarse) {
        Configurations fine = new Configurations(table.fine(coarse.lattice()), 1, coarse.count());
        table.resolve(coarse, fine, RandomStreams.of(7, "resolve"), Progress.none());
        return fine;
    }

    @Test
    void tooLargeWindowsAndMoreStatesAreLeftAlone() {
        var compiler = new Table().create(new Table.Parameters(15), NoContext.NONE);
        assertThat(compiler.compile(SQUARE, Progress.none())).isEmpty();
        HashedConditional potts = new HashedConditional(SQUARE.window(), SQUARE.targets(), 3, new AtomicReference<>());
        assertThat(new Table().create(new Table.Parameters(20), NoContext.NONE).compile(potts, Progress.none()))
                .isEmpty();
    }

    @Test
    void networkCompilesNothing() {
        assertThat(new Network().create(new NoParameters(), NoContext.NONE).compile(SQUARE, Progress.none()))
                .isEqualTo(Optional.empty());
    }

    @Test
    void savingSavesTheTrainedResolverAndClosingLeavesItOpen() throws IOException {
        HashedConditional trained = new HashedConditional(SQUARE.window(), SQUARE.targets());
        TrainedResolver table = compiled(trained);
        table.save(Path.of("folder"));
        table.close();
        assertThat(trained.savedTo()).hasValue(Path.of("folder"));
    }

    @Test
    void limitsOfTheTableAreChecked() {
        for (int bits : new int[] {0, 25}) {
            assertThatThrownBy(() -> new Table().create(new Table.Parameters(bits), NoContext.NONE))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("maximumWindowBits");
        }
    }

    @Test
    void targetsThatOverlapAreRefused() {
        List<Place> overlapping = List.of(place(0, 0), place(0, 2), place(1, 0), place(1, 1));
        TrainedResolver table = compiled(new HashedConditional(SQUARE.window(), overlapping));
        Configurations coarse = new Configurations(lattice(List.of(4, 4)), 1, 1);
        assertThatThrownBy(() -> resolved(table, coarse))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("by two");
    }
}
