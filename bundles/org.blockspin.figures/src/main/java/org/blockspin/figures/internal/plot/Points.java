package org.blockspin.figures.internal.plot;

import java.util.List;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/** Measured values with error bars. */
public record Points(List<Datum> data, Style style) implements Mark {
    public Points {
        data = List.copyOf(data);
    }

    @Override
    public void draw(Canvas canvas, Axis x, Axis y, double scale) {
        Pen pen = Pen.solid(style.colour(), 1.2 * scale);
        data.forEach(d -> ErrorBar.draw(canvas, x, y, d, pen, 3 * scale));
        data.forEach(d -> style.mark(canvas, x.at(d.x()), y.at(d.y()), scale));
    }
}
