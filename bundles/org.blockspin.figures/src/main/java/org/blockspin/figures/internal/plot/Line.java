package org.blockspin.figures.internal.plot;

import java.util.List;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/** A line through points that carry no symbol: a curve, a fit, a guide to the eye. */
public record Line(List<Datum> data, Pen pen) implements Mark {
    /** Lines of fits and exact results. */
    public static final String COLOUR = "#444444";

    public Line {
        data = List.copyOf(data);
    }

    @Override
    public void draw(Canvas canvas, Axis x, Axis y, double scale) {
        if (data.isEmpty()) {
            return;
        }
        double[][] path =
                data.stream().map(d -> new double[] {x.at(d.x()), y.at(d.y())}).toArray(double[][]::new);
        canvas.polyline(path, new Pen(pen.colour(), pen.width() * scale, pen.dash() * scale));
    }
}
