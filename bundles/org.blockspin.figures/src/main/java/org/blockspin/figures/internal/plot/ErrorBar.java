package org.blockspin.figures.internal.plot;

import org.blockspin.figures.internal.plot.Canvas.Pen;

/** Error bars with caps. */
final class ErrorBar {
    private ErrorBar() {}

    static void draw(Canvas canvas, Axis x, Axis y, Datum datum, Pen pen, double cap) {
        double position = x.at(datum.x());
        double upper = y.at(datum.end(1));
        double lower = y.at(datum.end(-1));
        if (lower - upper > 0) {
            canvas.line(position, upper, position, lower, pen);
            canvas.line(position - cap, upper, position + cap, upper, pen);
            canvas.line(position - cap, lower, position + cap, lower, pen);
        }
    }
}
