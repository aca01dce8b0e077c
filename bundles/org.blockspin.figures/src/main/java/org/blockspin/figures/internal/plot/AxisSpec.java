package org.blockspin.figures.internal.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What an axis shall be.
 *
 * @param label the quantity, with its unit
 * @param scale linear or logarithmic
 * @param margin free space at both ends, as a fraction of the range of the data
 * @param low where the axis begins, if not at the smallest datum
 * @param ticks the ticks, or none for round numbers
 */
public record AxisSpec(String label, Scale scale, double margin, OptionalDouble low, List<Tick> ticks) {
    /** A labelled position. */
    public record Tick(double value, String label) {}

    public AxisSpec {
        ticks = List.copyOf(ticks);
    }

    public AxisSpec(String label, Scale scale, double margin) {
        this(label, scale, margin, OptionalDouble.empty(), List.of());
    }

    public AxisSpec from(double newLow) {
        return new AxisSpec(label, scale, margin, OptionalDouble.of(newLow), ticks);
    }

    public AxisSpec withTicks(List<Tick> newTicks) {
        return new AxisSpec(label, scale, margin, low, newTicks);
    }

    /** The axis for these values between two positions on the page. */
    Axis axis(DoubleStream values, double start, double end) {
        Axis axis = Axis.around(scale, values, margin, start, end);
        return low.isPresent() ? axis.from(low.getAsDouble()) : axis;
    }

    /** The ticks to draw on that axis, with at least this distance between round numbers. */
    List<Tick> ticks(Axis axis, double distance) {
        if (!ticks.isEmpty()) {
            return ticks;
        }
        List<Tick> round = new ArrayList<>();
        axis.ticks(distance).forEach(value -> round.add(new Tick(value.doubleValue(), Ticks.label(value))));
        return round;
    }
}
