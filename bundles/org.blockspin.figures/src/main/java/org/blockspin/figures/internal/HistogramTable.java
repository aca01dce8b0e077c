package org.blockspin.figures.internal;

import java.util.List;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.HistogramData.Shares;

/**
 * The share of every bin of all panels, as measured: not divided by the width of the bin. Then densities, of bins without
 * a width.
 */
final class HistogramTable {
    private HistogramTable() {}

    static Csv csv(List<HistogramData> panels) {
        Csv csv = new Csv(
                "quantity",
                "series",
                "step",
                "ensemble",
                "repeat",
                "lattice",
                "depth",
                "temperature",
                "bin_from",
                "bin_width",
                "value",
                "standard_error");
        for (HistogramData panel : panels) {
            for (Shares shares : panel.shares()) {
                shares.bins()
                        .forEach(share -> add(
                                csv,
                                shares.series(),
                                share.row(),
                                share.bin().from(),
                                share.bin().width()));
                shares.density().forEach(density -> add(csv, shares.series(), density.row(), density.at(), 0));
            }
        }
        return csv;
    }

    private static void add(Csv csv, Series series, Result row, double from, double width) {
        csv.row(
                row.quantity(),
                series.label(),
                row.step(),
                row.ensemble().orElse(""),
                row.repeat(),
                series.lattice().kind() + " " + series.lattice().sizeLabel(),
                String.valueOf(series.depth()),
                row.temperature().isPresent() ? Csv.number(row.temperature().getAsDouble()) : "",
                Csv.number(from),
                Csv.number(width),
                Csv.number(row.estimate().value()),
                Csv.number(row.estimate().standardError()));
    }
}
