package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.stream.DoubleStream;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/**
 * Bars from the bottom of the panel with error bars.
 *
 * @param data middle and height of each
 * @param width of a bar, in units of the horizontal axis
 */
public record Bars(List<Datum> data, double width, Style style) implements Mark {
    private static final Pen ERROR = Pen.solid("#000000", 1);

    public Bars {
        data = List.copyOf(data);
    }

    @Override
    public DoubleStream xs() {
        return data.stream().flatMapToDouble(d -> DoubleStream.of(d.x() - width / 2, d.x() + width / 2));
    }

    @Override
    public void draw(Canvas canvas, Axis x, Axis y, double scale) {
        for (Datum d : data) {
            style.bar(canvas, x.at(d.x() - width / 2), y.at(d.y()), x.at(d.x() + width / 2), y.start());
            ErrorBar.draw(canvas, x, y, d, ERROR, 2.5 * scale);
        }
    }
}
