package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;
import org.blockspin.figures.internal.Canvas.Anchor;
import org.blockspin.figures.internal.Canvas.Pen;
import org.blockspin.figures.internal.ScalingData.FittedLine;
import org.blockspin.figures.internal.ScalingData.Origin;
import org.blockspin.figures.internal.ScalingData.Point;

/** Draws one panel: frame, axes with ticks, error bars, fitted lines, points and the exponents. */
final class Panel {
    static final Pen FIT = new Pen("#444444", 1.2, 0);

    private static final Pen FRAME = Pen.solid("#000000", 1);
    private static final Pen GRID = Pen.solid("#e4e4e4", 0.8);
    private static final double TICK = 5;
    private static final double SMALL = 12;
    private static final double LARGE = 14;

    private final Canvas canvas;
    private final ScalingData data;
    private final double left;
    private final double top;
    private final double right;
    private final double bottom;
    private final LogAxis x;
    private final LogAxis y;

    /** A panel that fills this rectangle of the page, labels included. */
    Panel(Canvas canvas, ScalingData data, double left, double top, double width, double height) {
        this.canvas = canvas;
        this.data = data;
        this.left = left + 74;
        this.top = top + 26;
        this.right = left + width - 14;
        this.bottom = top + height - 46;
        this.x = LogAxis.around(sizes(), 0.07, this.left, this.right);
        this.y = LogAxis.around(heights(), 0.1, this.bottom, this.top);
    }

    private DoubleStream sizes() {
        return data.points().stream().mapToDouble(Point::linearSize);
    }

    private DoubleStream heights() {
        DoubleStream bars = data.points().stream()
                .flatMapToDouble(p -> DoubleStream.of(p.value(), p.end(1), p.end(-1) > 0 ? p.end(-1) : p.value()));
        DoubleStream lines = data.fits().stream().flatMapToDouble(fit -> sizes().map(fit::at));
        return DoubleStream.concat(bars, lines);
    }

    void draw(String letter) {
        if (!data.points().isEmpty()) {
            drawSizeTicks();
            drawValueTicks();
        }
        canvas.line(left, top, right, top, FRAME);
        canvas.line(left, bottom, right, bottom, FRAME);
        canvas.line(left, top, left, bottom, FRAME);
        canvas.line(right, top, right, bottom, FRAME);
        canvas.text(left, top - 8, letter, LARGE, Anchor.START);
        canvas.text((left + right) / 2, bottom + 38, "L", LARGE, Anchor.MIDDLE);
        canvas.upwardText(
                left - 56, (top + bottom) / 2, Notation.of(data.quantity()).label(), LARGE);
        if (data.points().isEmpty()) {
            canvas.text((left + right) / 2, (top + bottom) / 2, "no positive values", SMALL, Anchor.MIDDLE);
            return;
        }
        drawFits();
        data.points().forEach(this::drawErrorBar);
        for (Origin origin : List.of(Origin.COARSE_GRAINED, Origin.SUPER_RESOLVED, Origin.SIMULATED)) {
            data.points().stream().filter(p -> p.origin() == origin).forEach(this::drawMarker);
        }
    }

    private void drawSizeTicks() {
        double previous = Double.NEGATIVE_INFINITY;
        for (double size : sizes().distinct().sorted().toArray()) {
            double position = x.at(size);
            canvas.line(position, top, position, bottom, GRID);
            canvas.line(position, bottom, position, bottom - TICK, FRAME);
            canvas.line(position, top, position, top + TICK, FRAME);
            if (position - previous > 28) {
                canvas.text(position, bottom + 17, sizeLabel(size), SMALL, Anchor.MIDDLE);
                previous = position;
            }
        }
    }

    private static String sizeLabel(double size) {
        boolean whole = size == Math.rint(size);
        return whole
                ? String.valueOf((long) size)
                : BigDecimal.valueOf(size).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private void drawValueTicks() {
        for (BigDecimal tick : LogTicks.between(y.low(), y.high())) {
            double position = y.at(tick.doubleValue());
            canvas.line(left, position, right, position, GRID);
            canvas.line(left, position, left + TICK, position, FRAME);
            canvas.line(right, position, right - TICK, position, FRAME);
            canvas.text(left - 6, position + 0.36 * SMALL, LogTicks.label(tick), SMALL, Anchor.END);
        }
    }

    /** The lines, and their exponents in the upper corner that the lines leave free. */
    private void drawFits() {
        double from = sizes().min().orElseThrow();
        double to = sizes().max().orElseThrow();
        boolean several = data.fits().size() > 1;
        double baseline = top + 24;
        for (FittedLine fit : data.fits()) {
            Pen pen = new Pen(FIT.colour(), FIT.width(), 4 * data.fits().indexOf(fit));
            canvas.line(x.at(from), y.at(fit.at(from)), x.at(to), y.at(fit.at(to)), pen);
            boolean falls = fit.slope().value() < 0;
            String text = Notation.of(data.quantity()).legend(fit) + (several ? " (" + fit.step() + ")" : "");
            canvas.text(falls ? right - 14 : left + 14, baseline, text, LARGE, falls ? Anchor.END : Anchor.START);
            baseline += 20;
        }
    }

    private void drawMarker(Point point) {
        Markers.draw(canvas, point.origin(), x.at(point.linearSize()), y.at(point.value()));
    }

    private void drawErrorBar(Point point) {
        double position = x.at(point.linearSize());
        double upper = y.at(point.end(1));
        double lower = y.at(point.end(-1));
        if (lower - upper > 0) {
            Pen pen = Pen.solid(Markers.colour(point.origin()), 1.2);
            canvas.line(position, upper, position, lower, pen);
            canvas.line(position - 3, upper, position + 3, upper, pen);
            canvas.line(position - 3, lower, position + 3, lower, pen);
        }
    }
}
