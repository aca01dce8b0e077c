package org.blockspin.resolvers.table.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LocalConditional.Place;

/**
 * Where the windows of one coarse lattice lie and which entry of the table every fine site takes, for lattices of any
 * dimension and windows of any shape. Immutable and thread-safe.
 *
 * <p>A configuration is unpacked to a byte a site and continued periodically as far as windows reach, so that every
 * site of a window lies at a fixed distance from the anchor. Along the last axis a window is not read anew: bit i of
 * the next window is bit i + 1 of this one wherever place i + 1 is one cell further than place i, and only the others
 * are read (4 of 16 for a 4x4 window).
 */
final class WindowMap {
    /** Arrays of the size of a configuration, used again and again. Not thread-safe. */
    static final class Scratch {
        private final byte[] spins;
        private final int[] windows;

        private Scratch(int spins, int windows) {
            this.spins = new byte[spins];
            this.windows = new int[windows];
        }
    }

    private final int basis;
    private final int columns;
    private final int targets;
    /** Coarse site of every site of the continued array. */
    private final int[] sources;
    /** Index in the continued array of the first anchor of every row. */
    private final int[] rowStarts;
    /** Distance of every place of the window from its anchor, in the continued array. */
    private final int[] distances;
    /** Bits of a window that a step along the row takes over from the bit above. */
    private final int kept;
    /** All other bits. */
    private final int[] fresh;
    /** Fine site of every target of every anchor. */
    private final int[] sites;

    WindowMap(Lattice coarse, Lattice fine, LocalConditional local) {
        List<Place> window = local.window();
        this.basis = coarse.basis();
        this.columns = coarse.cells().get(coarse.dimensions() - 1);
        this.targets = local.targets().size();
        int[] lowest = extremes(window, coarse.dimensions(), -1);
        int[] highest = extremes(window, coarse.dimensions(), 1);
        Lattice continued = coarse.resized(IntStream.range(0, coarse.dimensions())
                .mapToObj(d -> coarse.cells().get(d) + highest[d] - lowest[d])
                .toList());
        this.sources = sources(coarse, continued, lowest);
        this.rowStarts = IntStream.range(0, coarse.cellCount() / columns)
                .map(row -> continued.site(coarse.cell(row * columns * basis), 0))
                .toArray();
        this.distances = window.stream()
                .mapToInt(place -> continued.site(minus(place.shift(), lowest), place.basis()))
                .toArray();
        this.fresh = IntStream.range(0, distances.length)
                .filter(i -> !isOneCellFurther(window, i))
                .toArray();
        this.kept = (int) ((1L << distances.length) - 1)
                & ~Arrays.stream(fresh).map(i -> 1 << i).sum();
        this.sites = local.fineSites(coarse, fine);
    }

    private static int[] extremes(List<Place> window, int dimensions, int sign) {
        return IntStream.range(0, dimensions)
                .map(d -> sign
                        * window.stream()
                                .mapToInt(place -> sign * place.shift().get(d))
                                .max()
                                .orElse(0))
                .toArray();
    }

    private static int[] minus(List<Integer> shift, int[] lowest) {
        return IntStream.range(0, lowest.length)
                .map(d -> shift.get(d) - lowest[d])
                .toArray();
    }

    private static int[] sources(Lattice coarse, Lattice continued, int[] lowest) {
        return IntStream.range(0, continued.sites())
                .map(site -> {
                    int[] cell = continued.cell(site);
                    for (int d = 0; d < cell.length; d++) {
                        cell[d] += lowest[d];
                    }
                    return coarse.site(cell, site % coarse.basis());
                })
                .toArray();
    }

    /** Whether place i + 1 of the window exists and lies one cell further than place i along the last axis. */
    private static boolean isOneCellFurther(List<Place> window, int i) {
        if (i + 1 == window.size() || window.get(i).basis() != window.get(i + 1).basis()) {
            return false;
        }
        List<Integer> here = window.get(i).shift();
        List<Integer> next = window.get(i + 1).shift();
        int last = here.size() - 1;
        return here.subList(0, last).equals(next.subList(0, last)) && next.get(last) == here.get(last) + 1;
    }

    Scratch newScratch() {
        return new Scratch(sources.length, rowStarts.length * columns);
    }

    /** The fine sites in the order of windows and their targets; shared, not copied. */
    int[] sites() {
        return sites;
    }

    /** Writes where the entry of every site of {@link #sites} stands in a table by window and target. */
    void entries(Configurations coarse, int configuration, int[] entries, Scratch scratch) {
        unpack(coarse, configuration, scratch.spins);
        readWindows(scratch.spins, scratch.windows);
        int draw = 0;
        for (int window : scratch.windows) {
            for (int t = 0; t < targets; t++) {
                entries[draw++] = window * targets + t;
            }
        }
    }

    private void unpack(Configurations coarse, int configuration, byte[] spins) {
        long[] words = coarse.words();
        int offset = coarse.wordOffset(configuration, 0);
        for (int i = 0; i < spins.length; i++) {
            int site = sources[i];
            spins[i] = (byte) (words[offset + (site >>> 6)] >>> site & 1);
        }
    }

    /** Writes every window; at most 24 sites a window, so that an int holds it. */
    private void readWindows(byte[] spins, int[] windows) {
        int anchor = 0;
        for (int start : rowStarts) {
            int window = 0;
            for (int bit = 0; bit < distances.length; bit++) {
                window |= spins[start + distances[bit]] << bit;
            }
            windows[anchor++] = window;
            for (int column = 1; column < columns; column++) {
                int origin = start + column * basis;
                window = (window >>> 1) & kept;
                for (int bit : fresh) {
                    window |= spins[origin + distances[bit]] << bit;
                }
                windows[anchor++] = window;
            }
        }
    }
}
