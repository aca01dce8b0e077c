package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The rows of {@code results.csv} of a run, each by the names of the columns. */
record ResultRows(List<Map<String, String>> rows) {
    private static final String HEADER =
            "step,ensemble,quantity,lattice,size,depth,temperature,repeat,value,error,method,samples,tau";

    static ResultRows of(Path run) throws IOException {
        return of(Files.readString(run.resolve("results.csv")));
    }

    static ResultRows of(String csv) {
        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).isEqualTo(HEADER);
        return new ResultRows(
                lines.subList(1, lines.size()).stream().map(ResultRows::row).toList());
    }

    private static Map<String, String> row(String line) {
        String[] names = HEADER.split(",", -1);
        String[] cells = line.split(",", -1);
        Map<String, String> row = new TreeMap<>();
        IntStream.range(0, names.length).forEach(i -> row.put(names[i], cells[i]));
        return row;
    }

    /** Those that have these values, each after the name of its column. */
    List<Map<String, String>> with(String... namesAndValues) {
        return rows.stream()
                .filter(row -> IntStream.range(0, namesAndValues.length / 2)
                        .allMatch(i -> namesAndValues[2 * i + 1].equals(row.get(namesAndValues[2 * i]))))
                .toList();
    }

    /** The one that has these values. */
    Map<String, String> only(String... namesAndValues) {
        List<Map<String, String>> matching = with(namesAndValues);
        assertThat(matching).as(String.join(" ", namesAndValues)).hasSize(1);
        return matching.get(0);
    }
}
