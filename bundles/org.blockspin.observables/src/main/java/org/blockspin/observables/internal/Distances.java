package org.blockspin.observables.internal;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;

/** Reads distances along a lattice axis: {@code "4"}, or {@code "L/4"} on a lattice of equal extents L. */
final class Distances {
    private static final Pattern DISTANCE = Pattern.compile("(L/)?([1-9][0-9]{0,8})");

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
            throw new InvalidParameterException(parameter, "a positive whole number or a fraction as in L/4", text);
        }
        int number = Integer.parseInt(matcher.group(2));
        int smallest = Collections.min(lattice.cells());
        int distance = matcher.group(1) == null ? number : fraction(parameter, number, lattice);
        if (2 * (long) distance > smallest) {
            throw new InvalidParameterException(parameter, "a distance from 1 to " + smallest / 2, text);
        }
        return distance;
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
