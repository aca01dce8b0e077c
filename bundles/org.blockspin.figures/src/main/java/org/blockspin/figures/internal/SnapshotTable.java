package org.blockspin.figures.internal;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.blockspin.api.Figure.Source;
import org.blockspin.api.Lattice;

/**
 * The states of all panels, one line a row of a lattice: for two dimensions {@code row} counts the rows of the one
 * configuration from the top, for chains {@code configuration} counts and {@code row} is 0. The last column holds the
 * states of the sites from left to right, separated by spaces.
 */
final class SnapshotTable {
    private SnapshotTable() {}

    static Csv csv(List<Snapshot> panels, List<int[]> states) {
        Csv csv =
                new Csv("panel", "step", "lattice", "depth", "temperature", "repeat", "configuration", "row", "states");
        for (int i = 0; i < panels.size(); i++) {
            for (int row = 0; row < panels.get(i).rows(); row++) {
                add(csv, String.valueOf((char) ('a' + i)), panels.get(i), row, states.get(i));
            }
        }
        return csv;
    }

    private static void add(Csv csv, String letter, Snapshot panel, int row, int[] states) {
        Source source = panel.source();
        Lattice lattice = panel.ensemble().lattice();
        OptionalDouble temperature = panel.ensemble().temperature();
        OptionalInt repeat = source.repeat();
        int columns = panel.columns();
        csv.row(
                letter,
                source.step(),
                lattice.kind() + " " + lattice.sizeLabel(),
                String.valueOf(panel.ensemble().depth()),
                temperature.isPresent() ? Csv.number(temperature.getAsDouble()) : "",
                repeat.isPresent() ? String.valueOf(repeat.getAsInt()) : "",
                String.valueOf(panel.first() + (panel.isChain() ? row : 0)),
                String.valueOf(panel.isChain() ? 0 : row),
                Arrays.stream(states, row * columns, (row + 1) * columns)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }
}
