package org.blockspin.figures.internal;

import java.util.stream.DoubleStream;

/**
 * A logarithmic axis: where on the page a value lies.
 *
 * @param low smallest value shown
 * @param high largest value shown
 * @param start position of the smallest value
 * @param end position of the largest value
 */
record LogAxis(double low, double high, double start, double end) {
    /** An axis around these positive values, with a margin of this fraction of the range on both sides. */
    static LogAxis around(DoubleStream values, double margin, double start, double end) {
        double[] logs = values.filter(v -> v > 0 && Double.isFinite(v))
                .map(StrictMath::log)
                .sorted()
                .toArray();
        double least = logs.length == 0 ? 0 : logs[0];
        double most = logs.length == 0 ? 1 : logs[logs.length - 1];
        double range = Math.max(most - least, 0.05);
        double middle = (least + most) / 2;
        double half = range * (0.5 + margin);
        return new LogAxis(StrictMath.exp(middle - half), StrictMath.exp(middle + half), start, end);
    }

    /** Position of a value; of one outside the axis, the end that is nearer. */
    double at(double value) {
        double clipped = Math.min(Math.max(value, low), high);
        double fraction = StrictMath.log(clipped / low) / StrictMath.log(high / low);
        return start + fraction * (end - start);
    }
}
