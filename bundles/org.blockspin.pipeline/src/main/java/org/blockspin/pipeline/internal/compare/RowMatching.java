package org.blockspin.pipeline.internal.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.blockspin.pipeline.RunComparison.Pair;
import org.blockspin.pipeline.RunComparison.Row;

/**
 * Finds the rows that two runs have in common: those with the same step, ensemble, quantity, lattice, size, depth,
 * temperature, repeat and method. Rows of one run that share all of these are matched in their order. Runs of versions that
 * did not name ensembles are matched without them.
 */
record RowMatching(List<Pair> pairs, List<Row> onlyFirst, List<Row> onlySecond) {
    static RowMatching of(List<Row> first, List<Row> second) {
        Map<List<Object>, Deque<Row>> unmatched = new HashMap<>();
        boolean named = nameEnsembles(first) && nameEnsembles(second);
        second.forEach(row -> unmatched
                .computeIfAbsent(key(row, named), key -> new ArrayDeque<>())
                .add(row));
        List<Pair> pairs = new ArrayList<>();
        List<Row> onlyFirst = new ArrayList<>();
        for (Row row : first) {
            Deque<Row> others = unmatched.getOrDefault(key(row, named), new ArrayDeque<>());
            if (others.isEmpty()) {
                onlyFirst.add(row);
            } else {
                pairs.add(new Pair(row, others.remove()));
            }
        }
        Set<Row> left = Collections.newSetFromMap(new IdentityHashMap<>());
        unmatched.values().forEach(left::addAll);
        return new RowMatching(
                pairs, onlyFirst, second.stream().filter(left::contains).toList());
    }

    private static boolean nameEnsembles(List<Row> rows) {
        return rows.stream().anyMatch(row -> !row.ensemble().isEmpty());
    }

    private static List<Object> key(Row row, boolean named) {
        return List.of(
                row.step(),
                named ? row.ensemble() : "",
                row.quantity(),
                row.lattice(),
                row.size(),
                row.depth(),
                row.temperature(),
                row.repeat(),
                row.estimate().method());
    }
}
