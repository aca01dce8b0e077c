package org.blockspin.observables.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Bins of equal width. Edges are the numbers that {@link #label} writes, of at most 12 digits, so that what is counted is
 * what is written.
 */
final class Bins {
    private static final int DIGITS = 12;

    private final BigDecimal[] decimals;
    private final double[] edges;

    Bins(double from, double to, int count) {
        BigDecimal first = BigDecimal.valueOf(from);
        BigDecimal range = BigDecimal.valueOf(to).subtract(first);
        decimals = new BigDecimal[count + 1];
        for (int i = 0; i <= count; i++) {
            BigDecimal part =
                    range.multiply(BigDecimal.valueOf(i)).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
            // outwards at both ends, so that the bins hold the whole range
            RoundingMode rounding =
                    i == 0 ? RoundingMode.FLOOR : i == count ? RoundingMode.CEILING : RoundingMode.HALF_EVEN;
            decimals[i] =
                    first.add(part).round(new MathContext(DIGITS, rounding)).stripTrailingZeros();
        }
        edges = Arrays.stream(decimals).mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** A number as an edge would be written. */
    static BigDecimal rounded(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }

    int count() {
        return edges.length - 1;
    }

    boolean areDistinct() {
        return IntStream.range(0, count()).allMatch(bin -> edges[bin] < edges[bin + 1]);
    }

    /** The bin of a value, or none if it is outside. */
    OptionalInt find(double value) {
        int index = Arrays.binarySearch(edges, value);
        if (index == count()) {
            return OptionalInt.of(count() - 1);
        }
        int bin = index >= 0 ? index : -index - 2;
        return bin >= 0 && bin < count() ? OptionalInt.of(bin) : OptionalInt.empty();
    }

    /** {@code [-0.2,-0.1)}, and {@code [0.9,1]} for the last one. */
    String label(int bin) {
        return "[" + decimals[bin].toPlainString() + "," + decimals[bin + 1].toPlainString()
                + (bin == count() - 1 ? "]" : ")");
    }
}
