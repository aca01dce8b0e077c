package org.blockspin.resolvers.table.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;

/**
 * The smallest box of coarse sites that holds a window, for resolvers that double a chain or a square array with one
 * site a cell. A chain is an array of one row. The sites of the box, row by row, are the bits of its code.
 *
 * @param dimensions 1 or 2
 * @param row of its first site, relative to the anchor
 * @param column of its first site, relative to the anchor
 * @param height rows
 * @param width columns
 * @param bits the bit of every place of the window in the code of the box
 * @param sources where the fine sites (2r + i, 2c + j) come from, at 2i + j; for a chain, (2c + j) at j
 */
record Box(int dimensions, int row, int column, int height, int width, List<Integer> bits, List<Source> sources) {
    /**
     * Which window decides the fine sites of one parity.
     *
     * @param target which of the window's targets it is
     * @param rows how many coarse rows the anchor lies above row r
     * @param columns how many coarse columns it lies left of column c
     */
    record Source(int target, int rows, int columns) {}

    /** Larger boxes do not pay: their tables leave the cache. */
    private static final int MAXIMUM_BITS = 20;

    /** The box, unless it is much larger than the window or the resolver is of another kind. */
    static Optional<Box> of(LocalConditional local) {
        int dimensions = local.ratio().size();
        List<Place> places = new ArrayList<>(local.window());
        places.addAll(local.targets());
        boolean oneSiteACell = places.stream().allMatch(place -> place.basis() == 0);
        boolean doubles = local.ratio().stream().allMatch(ratio -> ratio == 2);
        if (dimensions > 2 || !doubles || !oneSiteACell) {
            return Optional.empty();
        }
        Optional<List<Source>> sources = sources(local.targets(), dimensions);
        return sources.map(found -> around(local.window(), dimensions, found))
                .filter(box ->
                        box.size() <= Math.max(MAXIMUM_BITS, local.window().size()));
    }

    private static Box around(List<Place> window, int dimensions, List<Source> sources) {
        List<Integer> rows = window.stream().map(Box::row).toList();
        List<Integer> columns = window.stream().map(Box::column).toList();
        int row = Collections.min(rows);
        int column = Collections.min(columns);
        int height = Collections.max(rows) - row + 1;
        int width = Collections.max(columns) - column + 1;
        List<Integer> bits = IntStream.range(0, window.size())
                .mapToObj(i -> (rows.get(i) - row) * width + columns.get(i) - column)
                .toList();
        return new Box(dimensions, row, column, height, width, bits, sources);
    }

    /** One target for every parity, or none where the targets are not the sites of the fine lattice, each once. */
    private static Optional<List<Source>> sources(List<Place> targets, int dimensions) {
        List<Source> sources = new ArrayList<>();
        for (int parity = 0; parity < 1 << dimensions; parity++) {
            int wanted = parity;
            int[] found = IntStream.range(0, targets.size())
                    .filter(t -> (row(targets.get(t)) & 1) * 2 + (column(targets.get(t)) & 1) == wanted)
                    .toArray();
            if (found.length != 1) {
                return Optional.empty();
            }
            Place place = targets.get(found[0]);
            sources.add(new Source(found[0], row(place) >> 1, column(place) >> 1));
        }
        return Optional.of(List.copyOf(sources));
    }

    private static int row(Place place) {
        return place.shift().size() == 1 ? 0 : place.shift().get(0);
    }

    private static int column(Place place) {
        return place.shift().get(place.shift().size() - 1);
    }

    /** Sites of the box. */
    int size() {
        return height * width;
    }

    /** Fine sites that a window decides. */
    int targets() {
        return sources.size();
    }

    /** The code of the window in a box with this code. */
    int window(int code) {
        int window = 0;
        for (int i = 0; i < bits.size(); i++) {
            window |= ((code >>> bits.get(i)) & 1) << i;
        }
        return window;
    }

    /** Whether {@link PackedSites} can be used on these lattices. */
    boolean fits(Lattice coarse, Lattice fine) {
        int columns = coarse.cells().get(coarse.dimensions() - 1);
        List<Integer> doubled =
                coarse.cells().stream().map(extent -> 2 * extent).toList();
        return coarse.dimensions() == dimensions
                && coarse.basis() == 1
                && fine.basis() == 1
                && fine.cells().equals(doubled)
                && columns >= BoxWindows.FEWEST_COLUMNS;
    }
}
