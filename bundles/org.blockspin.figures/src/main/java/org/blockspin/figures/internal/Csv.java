package org.blockspin.figures.internal;

import java.nio.charset.StandardCharsets;

/** The numbers that a figure shows, as CSV. */
final class Csv {
    private final StringBuilder text = new StringBuilder();

    Csv(String... header) {
        row(header);
    }

    void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append('\n');
    }

    /** A number with all its digits, whole ones without a point. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String quoted(String cell) {
        boolean special = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
