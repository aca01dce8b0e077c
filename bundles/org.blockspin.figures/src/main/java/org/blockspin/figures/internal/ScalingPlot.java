package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.blockspin.figures.internal.ScalingData.FittedLine;
import org.blockspin.figures.internal.ScalingData.Point;
import org.blockspin.figures.internal.plot.AxisSpec;
import org.blockspin.figures.internal.plot.AxisSpec.Tick;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.blockspin.figures.internal.plot.Datum;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Line;
import org.blockspin.figures.internal.plot.Mark;
import org.blockspin.figures.internal.plot.Origin;
import org.blockspin.figures.internal.plot.Plot;
import org.blockspin.figures.internal.plot.Points;
import org.blockspin.figures.internal.plot.Scale;
import org.blockspin.figures.internal.plot.Style;

/** A quantity over the linear size on logarithmic axes, with fitted lines and the exponents. */
final class ScalingPlot {
    private static final Pen FIT = Pen.solid(Line.COLOUR, 1.2);

    /** Simulated points, which are filled and small, come last and lie on top. */
    private static final List<Origin> ORDER = List.of(Origin.COARSE_GRAINED, Origin.SUPER_RESOLVED, Origin.SIMULATED);

    private ScalingPlot() {}

    static List<LegendEntry> legend(List<ScalingData> panels) {
        List<LegendEntry> entries = new ArrayList<>();
        Stream.of(Origin.values())
                .filter(origin -> panels.stream().anyMatch(panel -> hasPoints(panel, origin)))
                .forEach(origin -> entries.add(LegendEntry.points(origin.label(), new Style(origin))));
        if (panels.stream().anyMatch(panel -> !panel.fits().isEmpty())) {
            entries.add(LegendEntry.line("fit", FIT));
        }
        return entries;
    }

    private static boolean hasPoints(ScalingData data, Origin origin) {
        return data.points().stream().anyMatch(point -> point.origin() == origin);
    }

    static Plot of(ScalingData data) {
        List<Mark> marks = new ArrayList<>();
        if (!data.points().isEmpty()) {
            data.fits().forEach(fit -> marks.add(line(data, fit)));
        }
        ORDER.forEach(origin -> marks.add(new Points(points(data, origin), new Style(origin))));
        Notation notation = Notation.of(data.quantity());
        return new Plot(
                "",
                "",
                new AxisSpec("L", Scale.LOGARITHMIC, 0.07).withTicks(sizes(data)),
                new AxisSpec(notation.label(), Scale.LOGARITHMIC, 0.1),
                marks,
                data.points().isEmpty() ? List.of() : exponents(data, notation),
                Optional.empty(),
                "no positive values");
    }

    private static List<Datum> points(ScalingData data, Origin origin) {
        return data.points().stream()
                .filter(point -> point.origin() == origin)
                .map(point -> new Datum(
                        point.linearSize(),
                        point.estimate().value(),
                        point.estimate().standardError()))
                .toList();
    }

    private static Line line(ScalingData data, FittedLine fit) {
        double from =
                data.points().stream().mapToDouble(Point::linearSize).min().orElseThrow();
        double to = data.points().stream().mapToDouble(Point::linearSize).max().orElseThrow();
        return new Line(
                List.of(new Datum(from, fit.at(from), 0), new Datum(to, fit.at(to), 0)),
                new Pen(FIT.colour(), FIT.width(), 4 * data.fits().indexOf(fit)));
    }

    private static List<String> exponents(ScalingData data, Notation notation) {
        boolean several = data.fits().size() > 1;
        return data.fits().stream()
                .map(fit -> notation.legend(fit) + (several ? " (" + fit.step() + ")" : ""))
                .toList();
    }

    private static List<Tick> sizes(ScalingData data) {
        return data.points().stream()
                .map(Point::linearSize)
                .distinct()
                .sorted()
                .map(size -> new Tick(size, label(size)))
                .toList();
    }

    private static String label(double size) {
        boolean whole = size == Math.rint(size);
        return whole
                ? String.valueOf((long) size)
                : BigDecimal.valueOf(size).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
