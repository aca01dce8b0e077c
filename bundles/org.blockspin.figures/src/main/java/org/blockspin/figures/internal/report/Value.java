package org.blockspin.figures.internal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Result;

/**
 * All that the results say of one quantity of one ensemble or fit: of the one run, or of repeats and of all repeats
 * together.
 *
 * @param quantity its name
 * @param rows at least one
 */
record Value(String quantity, List<Row> rows) {
    /** The end of the name of the quantity that is the standard deviation over repeats. */
    private static final String DEVIATION = ".standard-deviation";

    private static final String REPEATS = "repeats";

    Value {
        rows = List.copyOf(rows);
    }

    /** What belongs together in these rows, quantity after quantity. */
    static List<Value> of(List<Row> rows) {
        Map<String, Map<List<Object>, List<Row>>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            groups.computeIfAbsent(quantity(row), key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            List.of(row.step(), row.ensemble(), row.lattice(), row.depth(), row.temperature()),
                            key -> new ArrayList<>())
                    .add(row);
        }
        List<Value> values = new ArrayList<>();
        groups.forEach((quantity, ensembles) ->
                ensembles.values().forEach(ensemble -> values.add(new Value(quantity, ensemble))));
        return values;
    }

    private static String quantity(Row row) {
        String name = row.quantity();
        return row.repeat().equals(Result.ALL_REPEATS) && name.endsWith(DEVIATION)
                ? name.substring(0, name.length() - DEVIATION.length())
                : name;
    }

    /** A row for what all rows have in common. */
    Row any() {
        return rows.get(0);
    }

    /** The one value where there are no repeats, else the mean over repeats with the error from their spread. */
    Row main() {
        return all().stream()
                .filter(row -> row.method().equals(REPEATS) && row.quantity().equals(quantity))
                .findFirst()
                .orElse(any());
    }

    /** The mean over repeats with the statistical error of what all of them share. */
    Optional<Row> shared() {
        return all().stream().filter(row -> !row.method().equals(REPEATS)).findFirst();
    }

    /** The standard deviation over repeats. */
    Optional<Row> deviation() {
        return all().stream().filter(row -> !row.quantity().equals(quantity)).findFirst();
    }

    private List<Row> all() {
        return rows.stream()
                .filter(row -> row.repeat().equals(Result.ALL_REPEATS))
                .toList();
    }

    /** The rows of single repeats. */
    List<Row> repeats() {
        return rows.stream()
                .filter(row -> !row.repeat().isEmpty() && !row.repeat().equals(Result.ALL_REPEATS))
                .toList();
    }
}
