package org.blockspin.figures.internal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.blockspin.figures.internal.plot.Canvas.Pen;

/**
 * A binned distribution as an outline in steps, with an error bar in the middle of every bin.
 *
 * @param bins ascending bins, each beginning where the last one ends
 * @param width of the outline
 */
public record Steps(List<Bin> bins, Style style, double width) implements Mark {
    /** A bin and the height in it. */
    public record Bin(double from, double to, double height, double error) {
        Datum middle() {
            return new Datum((from + to) / 2, height, error);
        }
    }

    public Steps {
        bins = List.copyOf(bins);
    }

    @Override
    public List<Datum> data() {
        return bins.stream().map(Bin::middle).toList();
    }

    @Override
    public DoubleStream xs() {
        return bins.stream().flatMapToDouble(bin -> DoubleStream.of(bin.from, bin.to));
    }

    @Override
    public void draw(Canvas canvas, Axis x, Axis y, double scale) {
        if (bins.isEmpty()) {
            return;
        }
        List<double[]> path = new ArrayList<>();
        path.add(new double[] {x.at(bins.get(0).from), y.start()});
        for (Bin bin : bins) {
            path.add(new double[] {x.at(bin.from), y.at(bin.height)});
            path.add(new double[] {x.at(bin.to), y.at(bin.height)});
        }
        path.add(new double[] {x.at(bins.get(bins.size() - 1).to), y.start()});
        canvas.polyline(path.toArray(double[][]::new), style.pen(width * scale));
        Pen pen = Pen.solid(style.colour(), Math.min(1, width) * scale);
        data().forEach(d -> ErrorBar.draw(canvas, x, y, d, pen, 2 * scale));
    }
}
