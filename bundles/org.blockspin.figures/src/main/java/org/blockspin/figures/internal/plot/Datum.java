package org.blockspin.figures.internal.plot;

/**
 * A point of a series.
 *
 * @param error half the length of its error bar; 0 or NaN for none
 */
public record Datum(double x, double y, double error) {
    /** The end of the error bar, or the value itself where there is none. */
    double end(int sign) {
        return error > 0 && Double.isFinite(error) ? y + sign * error : y;
    }
}
