package org.blockspin.figures.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A table. The first column heads the rows, and rows that follow each other under one head share it. A column that is
 * empty everywhere is left out.
 *
 * @param <R> what a row is about
 */
final class Table<R> {
    /** Writes the content of a cell. */
    private record Column<R>(String header, String style, BiConsumer<R, Html> content) {
        Html cell(R row) {
            Html html = new Html();
            content.accept(row, html);
            return html;
        }
    }

    /** The cells of a column. */
    private record Cells(String header, String style, List<Html> contents) {
        boolean isEmpty() {
            return contents.stream().allMatch(Html::isEmpty);
        }

        /** How many rows from this one on are alike. */
        int alike(int row) {
            int end = row + 1;
            while (end < contents.size()
                    && contents.get(end).toString().equals(contents.get(row).toString())) {
                end++;
            }
            return end - row;
        }
    }

    private final List<Column<R>> columns = new ArrayList<>();

    /** A column of anything. */
    Table<R> column(String header, BiConsumer<R, Html> content) {
        columns.add(new Column<>(header, "text", content));
        return this;
    }

    Table<R> text(String header, Function<R, String> content) {
        return column(header, (row, html) -> html.text(content.apply(row)));
    }

    /** A column of texts that may be long. */
    Table<R> prose(String header, Function<R, String> content) {
        columns.add(new Column<>(header, "prose", (row, html) -> html.text(content.apply(row))));
        return this;
    }

    /** A column that is aligned on the right. */
    Table<R> number(String header, Function<R, String> content) {
        columns.add(new Column<>(header, "number", (row, html) -> html.text(content.apply(row))));
        return this;
    }

    /** Writes the table with these rows, of which there is at least one. */
    void write(Html html, List<R> rows) {
        List<Cells> filled = columns.stream()
                .map(column -> new Cells(
                        column.header,
                        column.style,
                        rows.stream().map(column::cell).toList()))
                .filter(cells -> !cells.isEmpty())
                .toList();
        html.open("div", "class", "wide").open("table").open("thead").open("tr");
        filled.forEach(cells -> html.element("th", cells.header, "scope", "col", "class", cells.style));
        html.close().close();
        for (int row = 0; row < rows.size(); row += filled.get(0).alike(row)) {
            writeGroup(html, filled, row, filled.get(0).alike(row));
        }
        html.close().close();
    }

    private static void writeGroup(Html html, List<Cells> columns, int first, int height) {
        html.open("tbody");
        for (int row = first; row < first + height; row++) {
            html.open("tr");
            if (row == first) {
                Cells heads = columns.get(0);
                html.open("th", "scope", "rowgroup", "rowspan", String.valueOf(height));
                html.add(heads.contents.get(row)).close();
            }
            for (Cells cells : columns.subList(1, columns.size())) {
                html.open("td", "class", cells.style)
                        .add(cells.contents.get(row))
                        .close();
            }
            html.close();
        }
        html.close();
    }
}
