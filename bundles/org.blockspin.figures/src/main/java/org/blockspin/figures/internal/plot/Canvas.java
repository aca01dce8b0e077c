package org.blockspin.figures.internal.plot;

/**
 * What a figure is drawn on: one drawing for pixels and vectors. Lengths are in points of the page, y grows downwards,
 * colours are {@code #rrggbb}.
 */
public interface Canvas {
    /** Where a drawing becomes pixels, how many of them are a point. */
    int PIXELS_PER_POINT = 2;

    /** Which point of a text is put at its position. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * How a line looks.
     *
     * @param dash length of dashes and gaps, 0 for a solid line
     */
    record Pen(String colour, double width, double dash) {
        public static Pen solid(String colour, double width) {
            return new Pen(colour, width, 0);
        }
    }

    void line(double x1, double y1, double x2, double y2, Pen pen);

    /** An open line through {@code xy[i][0], xy[i][1]}. */
    void polyline(double[][] xy, Pen pen);

    /** A closed polygon through {@code xy[i][0], xy[i][1]}. */
    void polygon(double[][] xy, String fill, Pen outline);

    void circle(double x, double y, double radius, String fill, Pen outline);

    /**
     * An array of cells with sharp edges. Position and sizes must be whole numbers of pixels, see
     * {@link #PIXELS_PER_POINT}.
     *
     * @param left of the first column
     * @param top of the first row
     */
    void raster(double left, double top, Raster raster, double cellWidth, double cellHeight);

    /** A text on the baseline through (x, y). */
    void text(double x, double y, String text, double size, Anchor anchor);

    /** A text that runs upwards, centred on (x, y) along its baseline. */
    void upwardText(double x, double y, String text, double size);
}
