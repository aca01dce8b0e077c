package org.blockspin.figures.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.blockspin.api.Estimate;
import org.blockspin.figures.internal.ScalingData.FittedLine;
import org.blockspin.figures.internal.ScalingData.Point;

/**
 * The numbers that a figure shows, as CSV: points, both ends of every fitted line ({@code fit}), and exponents or slopes
 * (without a linear size).
 */
final class ScalingTable {
    private final StringBuilder text =
            new StringBuilder("quantity,series,step,repeat,linear_size,value,standard_error\n");

    private ScalingTable() {}

    static byte[] csv(List<ScalingData> panels) {
        ScalingTable table = new ScalingTable();
        panels.forEach(table::add);
        return table.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(ScalingData panel) {
        for (Point p : panel.points()) {
            row(
                    panel.quantity(),
                    p.origin().label(),
                    p.step(),
                    p.repeat(),
                    number(p.linearSize()),
                    number(p.value()),
                    number(p.estimate().standardError()));
        }
        if (panel.points().isEmpty()) {
            return;
        }
        for (FittedLine fit : panel.fits()) {
            double from =
                    panel.points().stream().mapToDouble(Point::linearSize).min().orElseThrow();
            double to =
                    panel.points().stream().mapToDouble(Point::linearSize).max().orElseThrow();
            row(panel.quantity(), "fit", fit.step(), "", number(from), number(fit.at(from)), "");
            row(panel.quantity(), "fit", fit.step(), "", number(to), number(fit.at(to)), "");
            Estimate shown = fit.exponent().orElse(fit.slope());
            String name =
                    fit.exponent().isPresent() ? Notation.of(panel.quantity()).exponent() : "slope";
            row(panel.quantity(), name, fit.step(), "", "", number(shown.value()), number(shown.standardError()));
        }
    }

    private void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells[i]));
        }
        text.append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String quoted(String cell) {
        boolean special = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
        return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
