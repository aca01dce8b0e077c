package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.figures.internal.HistogramData.Share;
import org.blockspin.figures.internal.HistogramData.Shares;
import org.blockspin.figures.internal.plot.AxisSpec;
import org.blockspin.figures.internal.plot.AxisSpec.Tick;
import org.blockspin.figures.internal.plot.Bars;
import org.blockspin.figures.internal.plot.Datum;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Line;
import org.blockspin.figures.internal.plot.Mark;
import org.blockspin.figures.internal.plot.Plot;
import org.blockspin.figures.internal.plot.Scale;
import org.blockspin.figures.internal.plot.Steps;

/** A distribution: bars side by side for whole numbers, outlines in steps for bins and a line for the density. */
final class HistogramPlot {
    /** Of the distance between whole numbers, what all bars of one number take. */
    private static final double FILLED = 0.84;

    private static final double OUTLINE = 1.6;
    private static final double THIN = 0.7;

    private HistogramPlot() {}

    static List<LegendEntry> legend(List<Series> all, List<HistogramData> panels) {
        List<LegendEntry> entries = new ArrayList<>();
        for (Series series : all) {
            panels.stream()
                    .filter(panel -> panel.shares().stream()
                            .anyMatch(shares -> shares.series().equals(series)))
                    .findFirst()
                    .ifPresent(panel -> entries.add(
                            panel.distribution().isDiscrete()
                                    ? LegendEntry.bars(series.label(), series.style())
                                    : LegendEntry.steps(series.label(), series.style())));
        }
        return entries;
    }

    static Plot of(HistogramData data) {
        boolean bars = data.distribution().isDiscrete();
        AxisSpec x = new AxisSpec(data.distribution().axis(), Scale.LINEAR, bars ? 0.03 : 0);
        return new Plot(
                data.temperature().isPresent()
                        ? Notation.temperature(data.temperature().getAsDouble())
                        : "",
                "",
                bars ? x.withTicks(numbers(data)) : x,
                new AxisSpec(data.distribution().height(), Scale.LINEAR, 0.08).from(0),
                bars ? bars(data) : steps(data),
                List.of(),
                Optional.empty(),
                "no values");
    }

    private static List<Tick> numbers(HistogramData data) {
        return data.shares().stream()
                .flatMap(shares -> shares.bins().stream())
                .map(share -> share.bin().from())
                .distinct()
                .sorted()
                .map(number -> new Tick(number, String.valueOf(number.intValue())))
                .toList();
    }

    private static List<Mark> bars(HistogramData data) {
        List<Mark> marks = new ArrayList<>();
        int count = data.shares().size();
        double width = FILLED / count;
        for (int i = 0; i < count; i++) {
            double offset = (i + 0.5 - count / 2.0) * width;
            Shares shares = data.shares().get(i);
            List<Datum> heights = shares.bins().stream()
                    .map(share -> new Datum(share.bin().from() + offset, share.density(), share.error()))
                    .toList();
            marks.add(new Bars(heights, width, shares.series().style()));
        }
        return marks;
    }

    /** Outlines, thin ones where there is a density to follow; densities on top. */
    private static List<Mark> steps(HistogramData data) {
        List<Mark> marks = new ArrayList<>();
        for (Shares shares : data.shares()) {
            marks.add(new Steps(
                    shares.bins().stream().map(HistogramPlot::step).toList(),
                    shares.series().style(),
                    shares.density().isEmpty() ? OUTLINE : THIN));
        }
        for (Shares shares : data.shares()) {
            List<Datum> points = shares.density().stream()
                    .map(density ->
                            new Datum(density.at(), density.row().estimate().value(), 0))
                    .toList();
            marks.add(new Line(points, shares.series().style().pen(OUTLINE)));
        }
        return marks;
    }

    private static Steps.Bin step(Share share) {
        return new Steps.Bin(
                share.bin().from(), share.bin().from() + share.bin().width(), share.density(), share.error());
    }
}
