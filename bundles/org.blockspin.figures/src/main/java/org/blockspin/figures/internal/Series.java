package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.Origin;
import org.blockspin.figures.internal.plot.Style;

/**
 * Results that belong together: those that one step has of one ensemble, on one lattice, of one depth.
 *
 * @param ensemble the step that made the configurations
 * @param label what they are called
 */
record Series(String step, Optional<String> ensemble, Lattice lattice, int depth, String label, Style style) {
    /** What tells series apart. */
    private record Key(String step, Optional<String> ensemble, Lattice lattice, int depth, String name, Origin origin) {
        boolean isOfSameEnsemble(Key other) {
            return ensemble.equals(other.ensemble);
        }
    }

    boolean contains(Result row) {
        return row.step().equals(step)
                && row.ensemble().equals(ensemble)
                && row.lattice().equals(Optional.of(lattice))
                && row.depth().orElse(0) == depth;
    }

    /** The series among these rows; simulated ones first, then in the order of the rows. */
    static List<Series> of(List<Result> rows, List<Appearance> appearances) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Result row : rows) {
            row.lattice().ifPresent(lattice -> keys.add(key(row, lattice, appearances)));
        }
        List<Key> ordered =
                keys.stream().sorted(Comparator.comparing(Key::origin)).toList();
        List<Series> series = new ArrayList<>();
        for (Key key : ordered) {
            int variant = (int) series.stream()
                    .filter(other -> other.style.origin() == key.origin)
                    .count();
            series.add(new Series(
                    key.step,
                    key.ensemble,
                    key.lattice,
                    key.depth,
                    label(key, ordered),
                    new Style(key.origin, variant)));
        }
        return series;
    }

    private static Key key(Result row, Lattice lattice, List<Appearance> appearances) {
        int depth = row.depth().orElse(0);
        Optional<Appearance> appearance =
                row.ensemble().flatMap(ensemble -> of(ensemble, appearances)).or(() -> of(row.step(), appearances));
        Origin origin = appearance.flatMap(Appearance::origin).orElse(Origin.of(depth));
        String name = appearance.flatMap(Appearance::label).orElse(origin.label());
        return new Key(row.step(), row.ensemble(), lattice, depth, name, origin);
    }

    private static Optional<Appearance> of(String step, List<Appearance> appearances) {
        return appearances.stream()
                .filter(candidate -> candidate.step().equals(step))
                .findFirst();
    }

    /** Name and size, and the ensemble, the observe step and the depth where these do not tell it from others. */
    private static String label(Key key, List<Key> all) {
        List<Key> alike = all.stream()
                .filter(other ->
                        other.name.equals(key.name) && other.lattice.sizeLabel().equals(key.lattice.sizeLabel()))
                .toList();
        String label = key.name + " " + size(key.lattice);
        if (!alike.stream().allMatch(key::isOfSameEnsemble)) {
            label += " (" + key.ensemble.orElse(key.step) + ")";
        } else if (alike.stream().anyMatch(other -> !other.step.equals(key.step))) {
            label += " (" + key.step + ")";
        }
        if (alike.stream().anyMatch(other -> key.isOfSameEnsemble(other) && other.depth != key.depth)) {
            label += ", depth " + key.depth;
        }
        return label;
    }

    /** The size of a lattice, as in 16x16 and N = 32. */
    static String size(Lattice lattice) {
        return lattice.dimensions() == 1 ? "N = " + lattice.cells().get(0) : lattice.sizeLabel();
    }
}
