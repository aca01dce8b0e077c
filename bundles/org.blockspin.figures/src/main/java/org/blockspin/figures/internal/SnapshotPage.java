package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Figure.Source;
import org.blockspin.api.Model;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Mosaic;
import org.blockspin.figures.internal.plot.Mosaic.Tile;
import org.blockspin.figures.internal.plot.Origin;
import org.blockspin.figures.internal.plot.Raster;

/** Panels of configurations as a page: sizes in pixels, texts and the legend. */
final class SnapshotPage {
    /** What a panel aims at, in pixels: the largest whole number of pixels a site that fits, but at least one. */
    private static final int SIDE = 512;

    /** A few configurations of a chain are a strip, not a set of columns. */
    private static final int TALLEST_ROW = 16;

    /** Points that the texts above a panel need. */
    private static final int NARROWEST = 256;

    /** More states than these are not told apart by their greys: the legend has the first and the last. */
    private static final int MOST_IN_LEGEND = 10;

    private SnapshotPage() {}

    /**
     * The page.
     *
     * @param states of each panel, row by row
     * @param rows how many panels each row of the page has
     */
    static Mosaic of(List<Snapshot> panels, List<int[]> states, List<Integer> rows, Optional<String> title) {
        List<List<Tile>> tiles = new ArrayList<>();
        int first = 0;
        for (int length : rows) {
            tiles.add(IntStream.range(first, first + length)
                    .mapToObj(i -> tile(panels.get(i), states.get(i), panels))
                    .toList());
            first += length;
        }
        return new Mosaic(title, legend(panels), tiles, NARROWEST);
    }

    private static Tile tile(Snapshot panel, int[] states, List<Snapshot> all) {
        int across = SIDE / panel.columns();
        int down = SIDE / panel.rows();
        int square = Math.max(1, Math.min(across, down));
        return new Tile(
                Series.size(panel.ensemble().lattice()),
                temperature(panel.ensemble()),
                caption(panel.source(), all),
                new Raster(panel.columns(), panel.ensemble().model().states(), states),
                panel.isChain() ? Math.max(1, across) : square,
                panel.isChain() ? Math.max(1, Math.min(TALLEST_ROW, down)) : square);
    }

    private static String temperature(Ensemble ensemble) {
        return ensemble.temperature().isPresent()
                ? Notation.temperature(ensemble.temperature().getAsDouble())
                : "";
    }

    /** How the configurations were made, and by which step where that does not tell them from others. */
    private static String caption(Source source, List<Snapshot> all) {
        boolean ambiguous = all.stream()
                .map(Snapshot::source)
                .anyMatch(other -> !other.step().equals(source.step())
                        && origin(other).equals(origin(source))
                        && other.ensemble().lattice().equals(source.ensemble().lattice()));
        return origin(source) + (ambiguous ? " (" + source.step() + ")" : "");
    }

    /** What was done last, and how often if nothing but that was done. */
    private static String origin(Source source) {
        int depth = source.ensemble().depth();
        if (source.level().isPresent()) {
            int level = source.level().getAsInt();
            String before = level > -depth ? "coarse-grained, " : "";
            return before + "super-resolved " + times(Math.max(level, -depth));
        } else if (source.ensemble().rule().isPresent()) {
            return depth > 0 ? "coarse-grained " + times(depth) : "super-resolved, coarse-grained";
        }
        return Origin.of(depth).label();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static List<LegendEntry> legend(List<Snapshot> panels) {
        Snapshot first = panels.get(0);
        Model model = first.ensemble().model();
        List<LegendEntry> entries = new ArrayList<>();
        for (int state = model.states() - 1; state >= 0; state--) {
            if (model.states() <= MOST_IN_LEGEND || state == 0 || state == model.states() - 1) {
                entries.add(LegendEntry.colour(name(state, model), Raster.colour(state, model.states())));
            }
        }
        int stacked = panels.stream().mapToInt(Snapshot::count).max().orElse(1);
        entries.add(LegendEntry.note(
                stacked == 1
                        ? "configuration " + first.first()
                        : "configurations " + first.first() + " to " + (first.first() + stacked - 1) + ", one a row"));
        return entries;
    }

    /** Up and down, where the order parameter says so, else the number of the state. */
    private static String name(int state, Model model) {
        boolean spins = model.orderParameter().equals(List.of(List.of(-1.0), List.of(1.0)));
        return spins ? state == 1 ? "up (1)" : "down (0)" : "state " + state;
    }
}
