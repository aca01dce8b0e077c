package org.blockspin.figures.internal.plot;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where on the page a value lies.
 *
 * @param scale linear or logarithmic
 * @param low smallest value shown
 * @param high largest value shown
 * @param start position of the smallest value
 * @param end position of the largest value
 */
public record Axis(Scale scale, double low, double high, double start, double end) {
    /**
     * An axis around those of the values that the scale can show, with a margin of this fraction of the range on both
     * sides.
     */
    static Axis around(Scale scale, DoubleStream values, double margin, double start, double end) {
        double[] shown =
                values.filter(scale::shows).map(scale::transformed).sorted().toArray();
        double least = shown.length == 0 ? 0 : shown[0];
        double most = shown.length == 0 ? 1 : shown[shown.length - 1];
        double middle = (least + most) / 2;
        double half = Math.max(most - least, scale.smallestRange(middle)) * (0.5 + margin);
        return new Axis(scale, scale.value(middle - half), scale.value(middle + half), start, end);
    }

    /** The same axis with another smallest value. */
    Axis from(double newLow) {
        return new Axis(scale, newLow, high > newLow ? high : newLow + scale.smallestRange(newLow), start, end);
    }

    /** Position of a value; of one outside the axis, the end that is nearer. */
    double at(double value) {
        double clipped = Math.min(Math.max(value, low), high);
        double first = scale.transformed(low);
        double fraction = (scale.transformed(clipped) - first) / (scale.transformed(high) - first);
        return start + fraction * (end - start);
    }

    /** Round numbers along it, ascending, as many as fit with this distance. */
    List<BigDecimal> ticks(double distance) {
        return scale.ticks(low, high, Math.max(3, Math.min(7, (int) (Math.abs(end - start) / distance))));
    }
}
