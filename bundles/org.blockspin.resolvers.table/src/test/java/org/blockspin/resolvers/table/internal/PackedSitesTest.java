package org.blockspin.resolvers.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;
import org.blockspin.api.RandomStream;
import org.blockspin.statistics.BernoulliThreshold;
import org.blockspin.statistics.RandomStreams;
import org.blockspin.statistics.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedSitesTest {
    record Case(String name, HashedConditional resolver, List<List<Integer>> lattices) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every shape of window, order of places and offset; rows shorter and longer than a word, and no multiple of one. */
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        List<List<Integer>> chains =
                List.of(List.of(4), List.of(7), List.of(32), List.of(33), List.of(64), List.of(300), List.of(1025));
        List<List<Integer>> arrays = List.of(
                List.of(4, 4),
                List.of(1, 5),
                List.of(2, 64),
                List.of(8, 8),
                List.of(9, 7),
                List.of(32, 32),
                List.of(5, 33),
                List.of(16, 63),
                List.of(3, 65),
                List.of(64, 64),
                List.of(6, 130));
        for (int reach = 0; reach < 20; reach++) {
            cases.add(centred("chain, reach " + reach, 1, reach, chains));
        }
        for (int reach = 0; reach < 4; reach++) {
            cases.add(centred("array, reach " + reach, 2, reach, arrays));
        }
        List<Place> wide = places(-3, 4, 2, 5);
        List<Place> targets = HashedConditional.box(-5, 2, 2);
        cases.add(new Case("4x5 and negative shifts", new HashedConditional(wide, targets), arrays));
        cases.add(new Case("in reverse", new HashedConditional(reversed(wide), reversed(targets)), arrays));
        List<Place> cross = List.of(place(0, 0), place(-1, 0), place(0, 1), place(0, 2), place(1, -1));
        List<Place> scattered = List.of(place(0, 0), place(-3, 5), place(4, 1), place(7, 6));
        cases.add(new Case("cross", new HashedConditional(cross, scattered), arrays));
        List<Place> apart = List.of(new Place(List.of(5), 0), new Place(List.of(-8), 0));
        cases.add(new Case("targets apart", new HashedConditional(places(2, 3, 1, 1), reversed(apart)), chains));
        return cases;
    }

    private static Case centred(String name, int dimensions, int reach, List<List<Integer>> lattices) {
        return new Case(
                name,
                new HashedConditional(
                        HashedConditional.box(0, reach + 1, dimensions), HashedConditional.box(reach, 2, dimensions)),
                lattices);
    }

    /** A chain of {@code height} places, or an array of them. */
    private static List<Place> places(int first, int height, int column, int width) {
        if (width == 1) {
            return IntStream.range(first, first + height)
                    .mapToObj(i -> new Place(List.of(i), 0))
                    .toList();
        }
        return IntStream.range(0, height * width)
                .mapToObj(i -> place(first + i / width, column + i % width))
                .toList();
    }

    private static Place place(int row, int column) {
        return new Place(List.of(row, column), 0);
    }

    private static List<Place> reversed(List<Place> places) {
        List<Place> reversed = new ArrayList<>(places);
        Collections.reverse(reversed);
        return reversed;
    }

    private static int[] thresholds(LocalConditional local) {
        long[] windows = LongStream.range(0, 1L << local.window().size()).toArray();
        int targets = local.targets().size();
        float[] both = new float[windows.length * targets * 2];
        local.probabilities(windows, both);
        return IntStream.range(0, windows.length * targets)
                .map(i -> BernoulliThreshold.of(both[2 * i + 1]))
                .toArray();
    }

    private static Configurations random(Lattice lattice, int count, RandomStream random) {
        Configurations configurations = new Configurations(lattice, 1, count);
        for (int i = 0; i < count; i++) {
            for (int site = 0; site < configurations.sites(); site++) {
                configurations.setState(i, site, random.nextInt(2));
            }
        }
        return configurations;
    }

    private static Lattice lattice(List<Integer> cells) {
        return new Lattice("test", cells, 1, List.of());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bitsAreThoseOfSiteAfterSite(Case c) {
        int[] thresholds = thresholds(c.resolver());
        BoxTable table = new BoxTable(Box.of(c.resolver()).orElseThrow(), thresholds);
        for (List<Integer> cells : c.lattices()) {
            Lattice coarse = lattice(cells);
            Lattice fine = c.resolver().fine(coarse);
            assertThat(table.box().fits(coarse, fine)).isTrue();
            int count = 3 + 4000 / coarse.sites();
            Configurations spins = random(coarse, count, RandomStreams.of(1, c.toString()));
            SiteDrawer reference = new GatheredSites(
                    new WindowMap(coarse, fine, c.resolver()),
                    thresholds,
                    c.resolver().targets().size());
            assertThat(drawn(new PackedSites(table, coarse), spins, fine))
                    .as("%s", cells)
                    .isEqualTo(drawn(reference, spins, fine));
        }
    }

    /** In the order of numbers, and again backwards: scratch must not remember. */
    private static Configurations drawn(SiteDrawer drawer, Configurations coarse, Lattice fine) {
        Configurations forwards = new Configurations(fine, 1, coarse.count());
        Configurations backwards = new Configurations(fine, 1, coarse.count());
        RandomStream random = RandomStreams.of(2, "draw");
        for (int i = 0; i < coarse.count(); i++) {
            drawer.draw(coarse, forwards, i, random.split(i));
        }
        for (int i = coarse.count() - 1; i >= 0; i--) {
            drawer.draw(coarse, backwards, i, random.split(i));
        }
        assertThat(backwards).isEqualTo(forwards);
        return forwards;
    }

    @Test
    void thresholdsWhoseUpperBitsAreDrawnAreComparedToTheLastBit() {
        HashedConditional resolver = new HashedConditional(places(0, 1, 0, 1), places(0, 2, 0, 1));
        Lattice coarse = lattice(List.of(64));
        Lattice fine = resolver.fine(coarse);
        Configurations spins = new Configurations(coarse, 1, 1);
        long key = RandomStreams.of(3, "key").nextLong();
        for (int anchor = 0; anchor < 64; anchor++) {
            for (int t = 0; t < 2; t++) {
                long upper = SplitMix64.number(key, anchor) >>> (16 * t) & 0x7FFF;
                long lower = SplitMix64.number(key, 64 + anchor) >>> (16 * t) & 0xFFFF;
                int u = (int) (upper << 16 | lower);
                for (int add = 0; add < 2; add++) {
                    // All spins are down, so that all windows are 0: one threshold for all sites of target t.
                    int[] thresholds = {0, 0, 0, 0};
                    thresholds[t] = u + add;
                    BoxTable table = new BoxTable(Box.of(resolver).orElseThrow(), thresholds);
                    Configurations drawn = new Configurations(fine, 1, 1);
                    new PackedSites(table, coarse).draw(spins, drawn, 0, RandomStreams.of(3, "key"));
                    assertThat(drawn.state(0, 2 * anchor + t)).isEqualTo(add);
                }
            }
        }
    }

    /** 5 sigma for every one of 65,536 windows and 4 targets, some of which are rare: 256 configurations of 64x64. */
    @Test
    void frequenciesOfEveryWindowAreItsProbabilities() {
        HashedConditional resolver =
                new HashedConditional(HashedConditional.box(0, 4, 2), HashedConditional.box(3, 2, 2));
        Lattice coarse = lattice(List.of(64, 64));
        Lattice fine = resolver.fine(coarse);
        WindowMap map = new WindowMap(coarse, fine, resolver);
        SiteDrawer drawer = new PackedSites(new BoxTable(Box.of(resolver).orElseThrow(), thresholds(resolver)), coarse);
        int[] counts = new int[4 << 16];
        int[] ups = new int[counts.length];
        Configurations spins = random(coarse, 256, RandomStreams.of(4, "spins"));
        Configurations drawn = new Configurations(fine, 1, 256);
        RandomStream random = RandomStreams.of(4, "draw");
        int[] entries = new int[fine.sites()];
        for (int i = 0; i < spins.count(); i++) {
            drawer.draw(spins, drawn, i, random);
            map.entries(spins, i, entries, map.newScratch());
            for (int draw = 0; draw < entries.length; draw++) {
                counts[entries[draw]]++;
                ups[entries[draw]] += drawn.state(i, map.sites()[draw]);
            }
        }
        double chiSquare = 0;
        int terms = 0;
        for (int entry = 0; entry < counts.length; entry++) {
            double p = HashedConditional.up(entry / 4, entry % 4);
            double variance = counts[entry] * p * (1 - p);
            // Binomials of a few expected events have longer tails than a Gaussian.
            if (variance > 1) {
                assertThat(Math.abs(ups[entry] - counts[entry] * p)).isLessThan(7.5 * Math.sqrt(variance));
                chiSquare += (ups[entry] - counts[entry] * p) * (ups[entry] - counts[entry] * p) / variance;
                terms++;
            }
        }
        assertThat(terms).isGreaterThan(200_000);
        assertThat(chiSquare / terms).isCloseTo(1, within(5 * Math.sqrt(2.0 / terms) * 1.2));
    }

    @Test
    void otherResolversHaveNoBox() {
        List<Place> window = HashedConditional.box(0, 2, 2);
        List<Place> targets = HashedConditional.box(0, 2, 2);
        List<Place> withBasis = List.of(place(0, 0), new Place(List.of(0, 1), 1));
        List<Place> overlapping = List.of(place(0, 0), place(0, 2), place(1, 0), place(1, 1));
        List<Place> farApart = List.of(place(0, 0), place(2, 8));
        assertThat(Box.of(new HashedConditional(window, targets))).isPresent();
        assertThat(List.of(
                        new HashedConditional(HashedConditional.box(0, 2, 3), HashedConditional.box(0, 2, 3)),
                        new HashedConditional(withBasis, targets),
                        new HashedConditional(window, overlapping),
                        new HashedConditional(farApart, targets)))
                .allSatisfy(resolver -> assertThat(Box.of(resolver)).isEqualTo(Optional.empty()));
    }

    @Test
    void codeOfTheBoxHasTheWindowInTheOrderOfItsPlaces() {
        List<Place> places = List.of(place(1, 3), place(-1, 2), place(1, 2));
        Box box = Box.of(new HashedConditional(places, HashedConditional.box(0, 2, 2)))
                .orElseThrow();
        assertThat(box.size()).isEqualTo(6);
        assertThat(box.window(0b100000)).isEqualTo(0b001);
        assertThat(box.window(0b000001)).isEqualTo(0b010);
        assertThat(box.window(0b010000)).isEqualTo(0b100);
        assertThat(box.window(0b001110)).isZero();
    }
}
