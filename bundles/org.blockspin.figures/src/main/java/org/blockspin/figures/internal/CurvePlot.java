package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.CurveData.Curve;
import org.blockspin.figures.internal.CurveData.Exact;
import org.blockspin.figures.internal.plot.AxisSpec;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.blockspin.figures.internal.plot.Datum;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Line;
import org.blockspin.figures.internal.plot.Mark;
import org.blockspin.figures.internal.plot.Plot;
import org.blockspin.figures.internal.plot.Points;
import org.blockspin.figures.internal.plot.Scale;

/** A quantity over the temperature with exact curves, and with guides to the eye where there are none. */
final class CurvePlot {
    private static final String TEMPERATURE = "T (J/k)";
    private static final int INTERVALS = 240;
    private static final double[] DASHES = {0, 5, 2, 9, 3.5};

    private final CurveData data;
    private final List<Lattice> exactLattices;
    private final boolean differences;

    private CurvePlot(CurveData data, List<Lattice> exactLattices, boolean differences) {
        this.data = data;
        this.exactLattices = exactLattices;
        this.differences = differences;
    }

    /** The panels; the exact curve of one lattice looks the same in all of them. */
    static List<Plot> of(List<CurveData> panels, boolean differences) {
        List<Lattice> lattices = exactLattices(panels);
        return panels.stream()
                .map(data -> new CurvePlot(data, lattices, differences).plot())
                .toList();
    }

    static List<LegendEntry> legend(List<Series> all, List<CurveData> panels) {
        List<LegendEntry> entries = new ArrayList<>();
        all.stream()
                .filter(series -> panels.stream()
                        .flatMap(panel -> panel.curves().stream())
                        .anyMatch(curve -> curve.series().equals(series)))
                .forEach(series -> entries.add(LegendEntry.points(series.label(), series.style())));
        List<Lattice> lattices = exactLattices(panels);
        for (Lattice lattice : lattices) {
            entries.add(LegendEntry.line("exact Ising " + Series.size(lattice), pen(lattices.indexOf(lattice))));
        }
        return entries;
    }

    private static List<Lattice> exactLattices(List<CurveData> panels) {
        return panels.stream()
                .flatMap(panel -> panel.exact().stream().map(Exact::lattice))
                .distinct()
                .toList();
    }

    private static Pen pen(int exact) {
        return new Pen(Line.COLOUR, 1.2, DASHES[exact % DASHES.length]);
    }

    private Plot plot() {
        List<Mark> marks = new ArrayList<>();
        data.exact().forEach(exact -> marks.add(line(exact)));
        data.curves().stream()
                .filter(curve -> data.exact(curve.series()).isEmpty())
                .forEach(curve -> marks.add(guide(curve)));
        topLast(data.curves())
                .forEach(curve -> marks.add(new Points(
                        points(curve, row -> row.estimate().value()),
                        curve.series().style())));
        boolean inset = differences && !data.exact().isEmpty();
        return new Plot(
                "",
                agreement(),
                new AxisSpec(TEMPERATURE, Scale.LINEAR, 0.04),
                new AxisSpec(Notation.of(data.quantity()).label(), Scale.LINEAR, 0.08),
                marks,
                List.of(),
                inset ? Optional.of(inset()) : Optional.empty(),
                "no values");
    }

    /** Simulated points are filled and small: drawn last, they leave open ones visible. */
    private static List<Curve> topLast(List<Curve> curves) {
        List<Curve> reversed = new ArrayList<>(curves);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Datum> points(Curve curve, ToDoubleFunction<Result> height) {
        return curve.rows().stream()
                .map(row -> new Datum(
                        CurveData.temperature(row),
                        height.applyAsDouble(row),
                        row.estimate().standardError()))
                .toList();
    }

    private DoubleStream temperatures() {
        return data.curves().stream().flatMap(curve -> curve.rows().stream()).mapToDouble(CurveData::temperature);
    }

    private Line line(Exact exact) {
        double from = temperatures().min().orElseThrow();
        double to = temperatures().max().orElseThrow();
        List<Datum> points = IntStream.rangeClosed(0, INTERVALS)
                .mapToDouble(i -> from + (to - from) * i / INTERVALS)
                .mapToObj(temperature -> new Datum(temperature, exact.at(temperature), 0))
                .toList();
        return new Line(points, pen(exactLattices.indexOf(exact.lattice())));
    }

    private static Line guide(Curve curve) {
        List<Datum> points = points(curve, row -> row.estimate().value());
        return new Line(points, Pen.solid(curve.series().style().colour(), 0.7));
    }

    /** How far the series are from the exact values, in one number each. */
    private String agreement() {
        List<Curve> compared = data.curves().stream()
                .filter(curve -> data.exact(curve.series()).isPresent())
                .toList();
        long sizes = compared.stream()
                .map(curve -> curve.series().lattice())
                .distinct()
                .count();
        List<String> numbers = new ArrayList<>();
        for (Curve curve : compared) {
            String name = sizes == compared.size()
                    ? Series.size(curve.series().lattice())
                    : curve.series().label();
            data.exact(curve.series())
                    .flatMap(exact -> ChiSquare.of(curve.rows(), exact.function()))
                    .map(ChiSquare::perPoint)
                    .ifPresent(
                            perPoint -> numbers.add(BigDecimal.valueOf(perPoint).setScale(2, RoundingMode.HALF_EVEN)
                                    + (compared.size() > 1 ? " (" + name + ")" : "")));
        }
        return numbers.isEmpty() ? "" : "\u03c7\u00b2/n = " + String.join(", ", numbers);
    }

    private Plot inset() {
        List<Mark> marks = new ArrayList<>();
        double from = temperatures().min().orElseThrow();
        double to = temperatures().max().orElseThrow();
        marks.add(new Line(List.of(new Datum(from, 0, 0), new Datum(to, 0, 0)), pen(0)));
        topLast(data.curves()).forEach(curve -> data.exact(curve.series())
                .ifPresent(exact -> marks.add(new Points(
                        points(curve, row -> row.estimate().value() - exact.at(CurveData.temperature(row))),
                        curve.series().style()))));
        return new Plot(
                "",
                "",
                new AxisSpec("", Scale.LINEAR, 0.06),
                new AxisSpec("difference", Scale.LINEAR, 0.1),
                marks,
                List.of(),
                Optional.empty(),
                "");
    }
}
