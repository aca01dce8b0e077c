package org.blockspin.figures.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blockspin.figures.internal.plot.AxisSpec;
import org.blockspin.figures.internal.plot.AxisSpec.Tick;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.blockspin.figures.internal.plot.Datum;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Line;
import org.blockspin.figures.internal.plot.Mark;
import org.blockspin.figures.internal.plot.Page;
import org.blockspin.figures.internal.plot.Plot;
import org.blockspin.figures.internal.plot.Scale;
import org.blockspin.figures.internal.plot.SvgCanvas;
import org.blockspin.figures.internal.report.Losses.Curve;
import org.blockspin.figures.internal.report.Losses.Epoch;

/** The losses of trainings over the epochs: a panel a step, a line a training. */
final class LossPlot {
    private static final Pen TRAINING = Pen.solid("#0072b2", 1.4);
    private static final Pen VALIDATION = new Pen("#d55e00", 1.4, 5);
    private static final double THIN = 0.8;

    /** From this ratio on a logarithmic axis shows more. */
    private static final double WIDE = 5;

    private static final int FEW_EPOCHS = 8;

    private LossPlot() {}

    static byte[] svg(List<Losses> steps) {
        List<LegendEntry> legend = List.of(
                LegendEntry.line("training", TRAINING), LegendEntry.line("validation (after the epoch)", VALIDATION));
        Page page = new Page(
                Optional.empty(), legend, steps.stream().map(LossPlot::panel).toList(), Math.min(2, steps.size()));
        SvgCanvas canvas = new SvgCanvas(page.width(), page.height());
        page.draw(canvas);
        return canvas.finish();
    }

    private static Plot panel(Losses losses) {
        List<Mark> marks = new ArrayList<>();
        double width = losses.curves().size() == 1 ? TRAINING.width() : THIN;
        losses.curves().forEach(curve -> marks.add(line(curve, Epoch::training, TRAINING, width)));
        losses.curves().forEach(curve -> marks.add(line(curve, Epoch::validation, VALIDATION, width)));
        double least = values(marks).min().orElse(1);
        double most = values(marks).max().orElse(1);
        Scale scale = least > 0 && most / least > WIDE ? Scale.LOGARITHMIC : Scale.LINEAR;
        return new Plot(
                losses.step(),
                "",
                new AxisSpec("epoch", Scale.LINEAR, 0.02).withTicks(ticks(losses)),
                new AxisSpec("loss", scale, 0.06),
                marks,
                List.of(),
                Optional.empty(),
                "no curve");
    }

    private static DoubleStream values(List<Mark> marks) {
        return marks.stream().flatMap(mark -> mark.data().stream()).mapToDouble(Datum::y);
    }

    /** Whole numbers where the axis would show fractions of an epoch. */
    private static List<Tick> ticks(Losses losses) {
        int last = losses.curves().stream()
                .mapToInt(curve -> curve.epochs().size())
                .max()
                .orElse(1);
        return last > FEW_EPOCHS
                ? List.of()
                : IntStream.rangeClosed(1, last)
                        .mapToObj(epoch -> new Tick(epoch, String.valueOf(epoch)))
                        .toList();
    }

    /** One epoch alone is no line, and what is no number has no place. */
    private static Line line(Curve curve, ToDoubleFunction<Epoch> loss, Pen pen, double width) {
        List<Datum> data = curve.epochs().stream()
                .filter(epoch -> Double.isFinite(epoch.number()) && Double.isFinite(loss.applyAsDouble(epoch)))
                .map(epoch -> new Datum(epoch.number(), loss.applyAsDouble(epoch), 0))
                .toList();
        return new Line(data.size() > 1 ? data : List.of(), new Pen(pen.colour(), width, pen.dash()));
    }
}
