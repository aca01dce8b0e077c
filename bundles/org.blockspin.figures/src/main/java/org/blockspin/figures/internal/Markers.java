package org.blockspin.figures.internal;

import org.blockspin.figures.internal.Canvas.Pen;
import org.blockspin.figures.internal.ScalingData.Origin;

/**
 * Symbols of points: colours of Okabe and Ito (2008), which colour-blind readers tell apart, and shapes and fillings
 * that differ in grey as well. Filled symbols are smaller, so that one on top of an open one leaves both visible.
 */
final class Markers {
    private static final double SMALL = 3.4;
    private static final double LARGE = 4.6;

    private static final String BLUE = "#0072b2";
    private static final String VERMILLION = "#d55e00";
    private static final String GREEN = "#009e73";
    private static final String WHITE = "#ffffff";
    private static final double OUTLINE = 1.5;

    private Markers() {}

    static String colour(Origin origin) {
        return switch (origin) {
            case SIMULATED -> BLUE;
            case SUPER_RESOLVED -> VERMILLION;
            case COARSE_GRAINED -> GREEN;
        };
    }

    static void draw(Canvas canvas, Origin origin, double x, double y) {
        double r = LARGE;
        Pen outline = Pen.solid(colour(origin), OUTLINE);
        switch (origin) {
            case SIMULATED -> canvas.circle(x, y, SMALL, BLUE, outline);
            case SUPER_RESOLVED ->
                canvas.polygon(
                        new double[][] {{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}},
                        WHITE,
                        outline);
            case COARSE_GRAINED ->
                canvas.polygon(
                        new double[][] {{x - 1.2 * r, y + r}, {x + 1.2 * r, y + r}, {x, y - 1.2 * r}}, WHITE, outline);
        }
    }
}
