package org.blockspin.console.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells in aligned columns, for a terminal. Columns in which no line has a text are left out. */
final class TextTable {
    /** Which end of a column's texts stands in one line. */
    enum Align {
        LEFT,
        RIGHT
    }

    private record Column(String title, Align align) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();

    TextTable column(String title, Align align) {
        columns.add(new Column(title, align));
        return this;
    }

    void line(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        lines.add(List.copyOf(cells));
    }

    /** The titles and then the lines, without blanks at the end. */
    List<String> lines() {
        int[] shown = IntStream.range(0, columns.size())
                .filter(column ->
                        lines.stream().anyMatch(line -> !line.get(column).isEmpty()))
                .toArray();
        List<List<String>> all = new ArrayList<>(lines);
        all.add(0, columns.stream().map(Column::title).toList());
        int[] widths = IntStream.range(0, columns.size())
                .map(column -> all.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(line -> text(line, shown, widths)).toList();
    }

    private String text(List<String> line, int[] shown, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column : shown) {
            String cell = line.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            text.append(columns.get(column).align() == Align.LEFT ? cell + blanks : blanks + cell)
                    .append("  ");
        }
        return text.toString().stripTrailing();
    }
}
