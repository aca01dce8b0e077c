package org.blockspin.figures.internal.plot;

import java.util.List;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/**
 * How results of one origin look: colours of Okabe and Ito (2008), which colour-blind readers tell apart, and shapes,
 * dashes and fillings that differ in grey as well. Filled symbols are smaller, so that one on top of an open one leaves
 * both visible.
 *
 * @param origin decides colour, filling and dashes
 * @param variant tells series of one origin apart, from 0, by shape and shade
 */
public record Style(Origin origin, int variant) {
    private static final String WHITE = "#ffffff";
    private static final double SMALL = 3.4;
    private static final double LARGE = 4.6;
    private static final double OUTLINE = 1.5;

    private static final List<String> BLUES = List.of("#0072b2", "#56b4e9", "#003a5c");
    private static final List<String> VERMILLIONS = List.of("#d55e00", "#e69f00", "#7f3300");
    private static final List<String> GREENS = List.of("#009e73", "#66c2a5", "#00523b");

    public Style(Origin origin) {
        this(origin, 0);
    }

    /** Colour of outlines and error bars. */
    public String colour() {
        List<String> shades =
                switch (origin) {
                    case SIMULATED -> BLUES;
                    case SUPER_RESOLVED -> VERMILLIONS;
                    case COARSE_GRAINED -> GREENS;
                };
        return shades.get(variant % shades.size());
    }

    /** The outline of a distribution, or a line through points. */
    public Pen pen(double width) {
        return switch (origin) {
            case SIMULATED -> Pen.solid(colour(), width);
            case SUPER_RESOLVED -> new Pen(colour(), width, 6);
            case COARSE_GRAINED -> new Pen(colour(), width, 2.5);
        };
    }

    /** A symbol centred on a point, in its size relative to that of a full panel. */
    void mark(Canvas canvas, double x, double y, double scale) {
        Pen outline = Pen.solid(colour(), OUTLINE * scale);
        String fill = origin == Origin.SIMULATED ? colour() : WHITE;
        double r = (origin == Origin.SIMULATED ? SMALL : LARGE) * scale;
        switch ((firstShape() + variant) % 4) {
            case 0 -> canvas.circle(x, y, r, fill, outline);
            case 1 -> canvas.polygon(square(x, y, r), fill, outline);
            case 2 -> canvas.polygon(triangle(x, y, r), fill, outline);
            default -> canvas.polygon(diamond(x, y, 1.3 * r), fill, outline);
        }
    }

    private int firstShape() {
        return switch (origin) {
            case SIMULATED -> 0;
            case SUPER_RESOLVED -> 1;
            case COARSE_GRAINED -> 2;
        };
    }

    private static double[][] square(double x, double y, double r) {
        return new double[][] {{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}};
    }

    private static double[][] triangle(double x, double y, double r) {
        return new double[][] {{x - 1.2 * r, y + r}, {x + 1.2 * r, y + r}, {x, y - 1.2 * r}};
    }

    private static double[][] diamond(double x, double y, double r) {
        return new double[][] {{x - r, y}, {x, y - r}, {x + r, y}, {x, y + r}};
    }

    /** A bar: full for simulated, hatched for super-resolved, and open with a tint for coarse-grained configurations. */
    void bar(Canvas canvas, double left, double top, double right, double bottom) {
        String fill =
                switch (origin) {
                    case SIMULATED -> colour();
                    case SUPER_RESOLVED -> WHITE;
                    case COARSE_GRAINED -> "#c6e8dc";
                };
        canvas.polygon(
                new double[][] {{left, top}, {right, top}, {right, bottom}, {left, bottom}},
                fill,
                Pen.solid(colour(), 1));
        if (origin == Origin.SUPER_RESOLVED) {
            hatch(canvas, left, top, right, bottom);
        }
    }

    /** Lines that rise at 45 degrees, 4 points apart on the page, so that those of neighbouring bars continue each other. */
    private void hatch(Canvas canvas, double left, double top, double right, double bottom) {
        Pen pen = Pen.solid(colour(), 0.9);
        for (double sum = 4 * Math.ceil((left + top) / 4); sum < right + bottom; sum += 4) {
            double fromX = Math.max(left, sum - bottom);
            double toX = Math.min(right, sum - top);
            canvas.line(fromX, sum - fromX, toX, sum - toX, pen);
        }
    }
}
