package org.blockspin.figures.internal;

import java.util.List;
import org.blockspin.api.Estimate;
import org.blockspin.figures.internal.ScalingData.FittedLine;
import org.blockspin.figures.internal.ScalingData.Point;

/**
 * The numbers that a figure shows, as CSV: points, both ends of every fitted line ({@code fit}), and exponents or slopes
 * (without a linear size).
 */
final class ScalingTable {
    private final Csv csv = new Csv("quantity", "series", "step", "repeat", "linear_size", "value", "standard_error");

    private ScalingTable() {}

    static Csv csv(List<ScalingData> panels) {
        ScalingTable table = new ScalingTable();
        panels.forEach(table::add);
        return table.csv;
    }

    private void add(ScalingData panel) {
        for (Point p : panel.points()) {
            csv.row(
                    panel.quantity(),
                    p.origin().label(),
                    p.step(),
                    p.repeat(),
                    Csv.number(p.linearSize()),
                    Csv.number(p.value()),
                    Csv.number(p.estimate().standardError()));
        }
        if (panel.points().isEmpty()) {
            return;
        }
        for (FittedLine fit : panel.fits()) {
            double from =
                    panel.points().stream().mapToDouble(Point::linearSize).min().orElseThrow();
            double to =
                    panel.points().stream().mapToDouble(Point::linearSize).max().orElseThrow();
            csv.row(panel.quantity(), "fit", fit.step(), "", Csv.number(from), Csv.number(fit.at(from)), "");
            csv.row(panel.quantity(), "fit", fit.step(), "", Csv.number(to), Csv.number(fit.at(to)), "");
            Estimate shown = fit.exponent().orElse(fit.slope());
            String name =
                    fit.exponent().isPresent() ? Notation.of(panel.quantity()).exponent() : "slope";
            csv.row(
                    panel.quantity(),
                    name,
                    fit.step(),
                    "",
                    "",
                    Csv.number(shown.value()),
                    Csv.number(shown.standardError()));
        }
    }
}
