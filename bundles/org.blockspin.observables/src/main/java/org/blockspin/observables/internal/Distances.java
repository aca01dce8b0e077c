package org.blockspin.observables.internal;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;

/**
 * Reads distances along a lattice axis: {@code "4"}, or on a lattice of equal extents L {@code "L/4"}, or a power of L as
 * in {@code "L^0.8/5"}, rounded to the nearest whole number.
 */
final class Distances {
    private static final Pattern DISTANCE = Pattern.compile("(L(\\^(0?\\.[0-9]{1,6}))?/)?([1-9][0-9]{0,8})");

    private Distances() {}

    /**
     * The distance in cells.
     *
     * @param parameter where the text stands, for the message
     * @throws InvalidParameterException if it is no distance, no whole number, or not between 1 and half the smallest
     *     extent
     */
    static int cells(String parameter, String text, Lattice lattice) {
        Matcher matcher = DISTANCE.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidParameterException(
                    parameter, "a positive whole number, a fraction as in L/4, or a power as in L^0.8/5", text);
        }
        int number = Integer.parseInt(matcher.group(4));
        int smallest = Collections.min(lattice.cells());
        int distance = matcher.group(1) == null
                ? number
                : matcher.group(3) == null
                        ? fraction(parameter, number, lattice)
                        : power(parameter, Double.parseDouble(matcher.group(3)), number, lattice);
        if (distance < 1 || 2 * (long) distance > smallest) {
            throw new InvalidParameterException(parameter, "a distance from 1 to " + smallest / 2, text);
        }
        return distance;
    }

    private static int power(String parameter, double exponent, int divisor, Lattice lattice) {
        if (lattice.cells().stream().distinct().count() != 1) {
            throw new InvalidParameterException(parameter, "equal extents", lattice.sizeLabel());
        }
        return (int) Math.rint(StrictMath.pow(lattice.cells().get(0), exponent) / divisor);
    }

    private static int fraction(String parameter, int divisor, Lattice lattice) {
        int size = lattice.cells().get(0);
        if (lattice.cells().stream().distinct().count() != 1 || size % divisor != 0) {
            throw new InvalidParameterException(
                    parameter, "equal extents that are multiples of " + divisor, lattice.sizeLabel());
        }
        return size / divisor;
    }
}
