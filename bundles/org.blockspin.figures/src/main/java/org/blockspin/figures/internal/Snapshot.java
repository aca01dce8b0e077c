package org.blockspin.figures.internal;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Figure.Source;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.figures.internal.plot.Raster;

/**
 * What one panel shows: one configuration of two dimensions, or consecutive ones of a chain, one below the other.
 *
 * @param first number in the ensemble of the first
 * @param count how many there are
 */
record Snapshot(Source source, long first, int count) {
    /** What is legible on one page, and has letters. */
    private static final int MOST_PANELS = 26;

    /** What a heap of usual size takes with ease. */
    private static final long MOST_SITES = 32_000_000;

    private static final int MOST_STACKED = 64;

    /**
     * The panels of these ensembles.
     *
     * @param first number of the configuration
     * @param rows configurations that are stacked, of a chain
     * @throws InvalidParameterException if one of them cannot be drawn
     */
    static List<Snapshot> of(List<Source> sources, long first, Optional<Integer> rows) {
        sources.forEach(Snapshot::requireDrawable);
        requireFew(sources);
        requireOneModel(sources);
        long fewest = sources.stream()
                .mapToLong(source -> source.ensemble().count())
                .min()
                .orElse(0);
        if (first >= fewest) {
            throw new InvalidParameterException("configuration", "a number below " + fewest, first);
        }
        boolean chains = sources.stream().anyMatch(Snapshot::isChain);
        if (rows.isPresent() && (!chains || rows.get() > fewest - first)) {
            throw new InvalidParameterException(
                    "rows",
                    chains ? "at most " + (fewest - first) + ", which is what there is" : "none without a chain",
                    rows.get());
        }
        int stacked = rows.orElse((int) Math.min(MOST_STACKED, fewest - first));
        return sources.stream()
                .map(source -> new Snapshot(source, first, isChain(source) ? stacked : 1))
                .toList();
    }

    private static void requireDrawable(Source source) {
        Lattice lattice = source.ensemble().lattice();
        String where = lattice.kind() + " " + lattice.sizeLabel() + " of \"" + source.step() + "\"";
        if (lattice.dimensions() > 2) {
            refuse("lattices of one or two dimensions", where + ", which has " + lattice.dimensions());
        }
        if (lattice.basis() > 1) {
            refuse("lattices with one site a cell", where + ", which has " + lattice.basis());
        }
        if (source.ensemble().model().states() > Raster.MOST_LEVELS) {
            refuse(
                    "models of at most " + Raster.MOST_LEVELS + " states",
                    source.ensemble().model().states() + " states");
        }
    }

    private static void requireFew(List<Source> sources) {
        long sites = sources.stream()
                .mapToLong(source -> source.ensemble().lattice().sites())
                .sum();
        String choose = "; choose by depths, temperatures";
        if (sources.size() > MOST_PANELS) {
            refuse("at most " + MOST_PANELS + " ensembles" + choose, String.valueOf(sources.size()));
        }
        if (sites > MOST_SITES) {
            refuse("at most " + MOST_SITES + " sites in all panels" + choose, String.valueOf(sites));
        }
    }

    /** The legend says once what the greys mean. */
    private static void requireOneModel(List<Source> sources) {
        List<Model> models = sources.stream()
                .map(source -> source.ensemble().model())
                .distinct()
                .toList();
        if (models.size() > 1) {
            refuse(
                    "configurations of one model",
                    models.get(0).kind() + " and " + models.get(1).kind());
        }
    }

    private static void refuse(String expected, String found) {
        throw new InvalidParameterException("from", expected, found);
    }

    private static boolean isChain(Source source) {
        return source.ensemble().lattice().dimensions() == 1;
    }

    boolean isChain() {
        return isChain(source);
    }

    Ensemble ensemble() {
        return source.ensemble();
    }

    /** Rows of sites, from the top. */
    int rows() {
        return isChain() ? count : ensemble().lattice().cells().get(0);
    }

    /** Sites a row. */
    int columns() {
        return ensemble().lattice().cells().get(isChain() ? 0 : 1);
    }

    /** The states, row by row. Computes the configurations. */
    int[] states() {
        int[] states = new int[rows() * columns()];
        int sites = ensemble().lattice().sites();
        for (int i = 0; i < count; i++) {
            long number = first + i;
            Configurations block = ensemble().block(number / Ensemble.BLOCK);
            int[] own = block.states((int) (number % Ensemble.BLOCK));
            System.arraycopy(own, 0, states, i * sites, sites);
        }
        return states;
    }
}
