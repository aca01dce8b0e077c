package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distribution whose bins are quantities, with a density at points that are quantities too, and how these are named. */
public enum Distribution {
    /** The fractions of blocks with 0, 1, ... up spins: {@code block_sum(2)}. */
    BLOCK_SUM("up spins in a block", "fraction of blocks", "block_sum\\((\\d{1,9})()\\)", "(?!)"),
    /** The order parameter: {@code P(m in [-0.1,0))} and {@code p(m = 0.12)}. */
    MAGNETIZATION("m", "p(m)", binned("m"), density("m")),
    /** Its norm: {@code P(|m| in [0,0.1))} and {@code p(|m| = 0.12)}. */
    ABS_MAGNETIZATION("|m|", "p(|m|)", binned("\\|m\\|"), density("\\|m\\|")),
    /** The energy per site: {@code P(e in [-1.2,-1))} and {@code p(e = -1.1)}. */
    ENERGY("e (J)", "p(e)", binned("e"), density("e"));

    private static final double WHOLE = 1;
    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";

    private final String axis;
    private final String height;
    private final Pattern bin;
    private final Pattern point;

    Distribution(String axis, String height, String bin, String point) {
        this.axis = axis;
        this.height = height;
        this.bin = Pattern.compile(bin);
        this.point = Pattern.compile(point);
    }

    /**
     * Where a bin lies.
     *
     * @param from the lower edge, or the number itself where values are whole numbers
     * @param width its width; 1 for whole numbers
     */
    record Bin(double from, double width) {}

    /** {@code P(symbol in [from,to))}, or {@code to]} at the end. */
    private static String binned(String symbol) {
        return "P\\(" + symbol + " in \\[" + NUMBER + "," + NUMBER + "[)\\]]\\)";
    }

    private static String density(String symbol) {
        return "p\\(" + symbol + " = " + NUMBER + "\\)";
    }

    /** The bin that a quantity is the share of, if it is one of this distribution. */
    Optional<Bin> bin(String quantity) {
        Matcher matcher = bin.matcher(quantity);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal from = new BigDecimal(matcher.group(1));
        double width = isDiscrete()
                ? WHOLE
                : new BigDecimal(matcher.group(2)).subtract(from).doubleValue();
        return width > 0 ? Optional.of(new Bin(from.doubleValue(), width)) : Optional.empty();
    }

    /** The point that a quantity is the density at, if it is one of this distribution. */
    OptionalDouble point(String quantity) {
        Matcher matcher = point.matcher(quantity);
        return matcher.matches() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }

    /** Whether a quantity is about this distribution. */
    boolean has(String quantity) {
        return bin(quantity).isPresent() || point(quantity).isPresent();
    }

    /** Whether values are whole numbers, each a bar. */
    boolean isDiscrete() {
        return this == BLOCK_SUM;
    }

    /** What the horizontal axis says. */
    String axis() {
        return axis;
    }

    /** What the vertical axis says. */
    String height() {
        return height;
    }
}
