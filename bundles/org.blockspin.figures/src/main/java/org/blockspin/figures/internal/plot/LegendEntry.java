package org.blockspin.figures.internal.plot;

import org.blockspin.figures.internal.plot.Canvas.Anchor;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/**
 * A sample of what is drawn, and what it means.
 *
 * @param label what it means
 * @param half half of the width of the sample
 * @param sample draws the sample around a position
 */
public record LegendEntry(String label, double half, Sample sample) {
    /** Sizes as 16x16 are written with a multiplication sign. */
    public LegendEntry {
        label = Typography.sizes(label);
    }

    /** Draws around a position. */
    @FunctionalInterface
    public interface Sample {
        void draw(Canvas canvas, double x, double y);
    }

    /** The symbol of a series of points. */
    public static LegendEntry points(String label, Style style) {
        return new LegendEntry(label, 6, (canvas, x, y) -> style.mark(canvas, x, y, 1));
    }

    /** A piece of a line. */
    public static LegendEntry line(String label, Pen pen) {
        return new LegendEntry(label, 14, (canvas, x, y) -> canvas.line(x - 14, y, x + 14, y, pen));
    }

    /** The outline of a binned distribution. */
    public static LegendEntry steps(String label, Style style) {
        return line(label, style.pen(1.6));
    }

    /** A small bar. */
    public static LegendEntry bars(String label, Style style) {
        return new LegendEntry(label, 9, (canvas, x, y) -> style.bar(canvas, x - 9, y - 6, x + 9, y + 6));
    }

    /** A small square of a colour. */
    public static LegendEntry colour(String label, String colour) {
        return new LegendEntry(
                label,
                6,
                (canvas, x, y) -> canvas.polygon(
                        new double[][] {{x - 6, y - 6}, {x + 6, y - 6}, {x + 6, y + 6}, {x - 6, y + 6}},
                        colour,
                        Pen.solid("#000000", 1)));
    }

    /** A text alone. */
    public static LegendEntry note(String label) {
        return new LegendEntry(label, 0, (canvas, x, y) -> {});
    }

    /** Wide enough for any sans-serif font of 13 points. */
    double width() {
        return 2 * half + 28 + 7 * label.length();
    }

    /** Draws sample and label from here on. */
    void draw(Canvas canvas, double left, double y) {
        sample.draw(canvas, left + half, y);
        canvas.text(left + 2 * half + 7, y + 4.5, label, 13, Anchor.START);
    }
}
