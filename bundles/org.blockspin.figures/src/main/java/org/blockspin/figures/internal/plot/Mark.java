package org.blockspin.figures.internal.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/** Something drawn in the coordinates of a panel. */
public interface Mark {
    /** What the axes must span, and what texts keep clear of. */
    List<Datum> data();

    /** Draws it, its strokes and symbols this much smaller than in a full panel. */
    void draw(Canvas canvas, Axis x, Axis y, double scale);

    /** Horizontal positions that the axis must show. */
    default DoubleStream xs() {
        return data().stream().mapToDouble(Datum::x);
    }

    /** Heights that the axis must show; what a logarithmic scale cannot show it leaves out. */
    default DoubleStream ys() {
        return data().stream().flatMapToDouble(d -> DoubleStream.of(d.y(), d.end(1), d.end(-1)));
    }
}
