package org.blockspin.benchmarks;

import java.util.function.DoubleUnaryOperator;

/**
 * How a rate is shown.
 *
 * @param unit as in {@code flips/ns}
 * @param ofRate the number in this unit for a rate in units of work a second
 */
record Measure(String unit, DoubleUnaryOperator ofRate) {
    /** Units of work a time. */
    static Measure rate(String unit, double seconds) {
        return new Measure(unit, rate -> rate * seconds);
    }

    /** Time a unit of work. */
    static Measure time(String unit, double seconds) {
        return new Measure(unit, rate -> 1 / rate / seconds);
    }
}
