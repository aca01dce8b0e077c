package org.blockspin.figures.internal.plot;

import java.util.Comparator;
import java.util.List;
import org.blockspin.figures.internal.plot.AxisSpec.Tick;
import org.blockspin.figures.internal.plot.Canvas.Anchor;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/** Draws one panel: frame, axes with ticks, marks, notes and an inset. */
final class Panel {
    private static final Pen FRAME = Pen.solid("#000000", 1);
    private static final Pen GRID = Pen.solid("#e4e4e4", 0.8);
    private static final double TICK = 5;
    private static final double SMALL = 12;
    private static final double LARGE = 14;
    private static final double LINE = 20;
    private static final double INSET = 0.75;

    private final Canvas canvas;
    private final Plot plot;
    private final Box frame;
    private final double scale;
    private final Axis x;
    private final Axis y;

    private Panel(Canvas canvas, Plot plot, Box frame, double scale) {
        this.canvas = canvas;
        this.plot = plot;
        this.frame = frame;
        this.scale = scale;
        this.x = plot.x().axis(plot.xs(), frame.left(), frame.right());
        this.y = plot.y().axis(plot.ys(), frame.bottom(), frame.top());
    }

    /** Draws a panel that fills this rectangle of the page, labels included. */
    static void draw(Canvas canvas, Plot plot, Box outer, String letter) {
        Panel panel = new Panel(canvas, plot, outer.within(74, 26, 14, 46), 1);
        String title =
                letter.isEmpty() || plot.title().isEmpty() ? letter + plot.title() : letter + "  " + plot.title();
        canvas.text(panel.frame.left(), panel.frame.top() - 8, title, LARGE, Anchor.START);
        double size = Typography.fitting(plot.remark(), panel.frame.width() - 40, SMALL);
        canvas.text(panel.frame.right(), panel.frame.top() - 8, Typography.sizes(plot.remark()), size, Anchor.END);
        panel.draw();
    }

    private void draw() {
        if (!plot.isEmpty()) {
            drawXTicks();
            drawYTicks();
        }
        drawLabels();
        if (plot.isEmpty()) {
            text(frame.middle(), (frame.top() + frame.bottom()) / 2, plot.otherwise(), SMALL, Anchor.MIDDLE);
        }
        plot.marks().forEach(mark -> mark.draw(canvas, x, y, scale));
        // above the marks, so that bars and lines end at the frame
        drawFrame();
        FreeSpace space = new FreeSpace(frame, plot.marks(), x, y);
        plot.inset().ifPresent(inset -> drawInset(inset, space));
        drawNotes(space);
    }

    private void text(double left, double baseline, String text, double size, Anchor anchor) {
        canvas.text(left, baseline, text, size * scale, anchor);
    }

    private void drawFrame() {
        canvas.line(frame.left(), frame.top(), frame.right(), frame.top(), FRAME);
        canvas.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), FRAME);
        canvas.line(frame.left(), frame.top(), frame.left(), frame.bottom(), FRAME);
        canvas.line(frame.right(), frame.top(), frame.right(), frame.bottom(), FRAME);
    }

    private void drawLabels() {
        text(frame.middle(), frame.bottom() + 38 * scale, plot.x().label(), LARGE, Anchor.MIDDLE);
        canvas.upwardText(
                frame.left() - 56 * scale,
                (frame.top() + frame.bottom()) / 2,
                plot.y().label(),
                LARGE * scale);
    }

    /** Ticks on both sides; labels as long as there is room between them. */
    private void drawXTicks() {
        double previous = Double.NEGATIVE_INFINITY;
        double length = TICK * scale;
        for (Tick tick : plot.x().ticks(x, 56 * scale)) {
            double position = x.at(tick.value());
            canvas.line(position, frame.top(), position, frame.bottom(), GRID);
            canvas.line(position, frame.bottom(), position, frame.bottom() - length, FRAME);
            canvas.line(position, frame.top(), position, frame.top() + length, FRAME);
            if (position - previous > 28 * scale) {
                text(position, frame.bottom() + 17 * scale, tick.label(), SMALL, Anchor.MIDDLE);
                previous = position;
            }
        }
    }

    private void drawYTicks() {
        double length = TICK * scale;
        for (Tick tick : plot.y().ticks(y, 30 * scale)) {
            double position = y.at(tick.value());
            canvas.line(frame.left(), position, frame.right(), position, GRID);
            canvas.line(frame.left(), position, frame.left() + length, position, FRAME);
            canvas.line(frame.right(), position, frame.right() - length, position, FRAME);
            text(frame.left() - 6 * scale, position + 0.36 * SMALL * scale, tick.label(), SMALL, Anchor.END);
        }
    }

    private void drawInset(Plot inset, FreeSpace space) {
        Box outer = space.takeForLargest(0.5 * frame.width(), 0.46 * frame.height());
        canvas.polygon(
                new double[][] {
                    {outer.left(), outer.top()},
                    {outer.right(), outer.top()},
                    {outer.right(), outer.bottom()},
                    {outer.left(), outer.bottom()}
                },
                "#ffffff",
                Pen.solid("#ffffff", 1));
        new Panel(canvas, inset, outer.within(52, 8, 4, 20), INSET).draw();
    }

    private void drawNotes(FreeSpace space) {
        List<String> notes = plot.notes();
        if (notes.isEmpty()) {
            return;
        }
        int longest = notes.stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Box box = space.take(7.3 * longest, notes.size() * LINE);
        boolean right = box.middle() > frame.middle();
        double baseline = box.top() + 18;
        for (String note : notes) {
            text(right ? box.right() - 2 : box.left() + 2, baseline, note, LARGE, right ? Anchor.END : Anchor.START);
            baseline += LINE;
        }
    }
}
