package org.blockspin.figures.internal;

import java.util.List;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.CurveData.Curve;

/** The measured values of all panels, each beside the exact one where that is drawn. */
final class CurveTable {
    private CurveTable() {}

    static Csv csv(List<CurveData> panels) {
        Csv csv = new Csv(
                "quantity",
                "series",
                "step",
                "ensemble",
                "repeat",
                "lattice",
                "depth",
                "temperature",
                "value",
                "standard_error",
                "exact");
        for (CurveData panel : panels) {
            for (Curve curve : panel.curves()) {
                curve.rows().forEach(row -> add(csv, panel, curve.series(), row));
            }
        }
        return csv;
    }

    private static void add(Csv csv, CurveData panel, Series series, Result row) {
        double temperature = CurveData.temperature(row);
        csv.row(
                panel.quantity(),
                series.label(),
                row.step(),
                row.ensemble().orElse(""),
                row.repeat(),
                series.lattice().kind() + " " + series.lattice().sizeLabel(),
                String.valueOf(series.depth()),
                Csv.number(temperature),
                Csv.number(row.estimate().value()),
                Csv.number(row.estimate().standardError()),
                panel.exact(series)
                        .map(exact -> Csv.number(exact.at(temperature)))
                        .orElse(""));
    }
}
