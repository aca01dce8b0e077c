package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A distribution whose bins are quantities, and how these are named. */
public enum Distribution {
    /** The fractions of blocks with 0, 1, ... up spins: {@code block_sum(2)}. */
    BLOCK_SUM("up spins in a block", "fraction of blocks", "block_sum\\((\\d{1,9})()\\)"),
    /** The order parameter: {@code P(m in [-0.1,0))}. */
    MAGNETIZATION("m", "p(m)", binned("m")),
    /** Its norm: {@code P(|m| in [0,0.1))}. */
    ABS_MAGNETIZATION("|m|", "p(|m|)", binned("\\|m\\|")),
    /** The energy per site: {@code P(e in [-1.2,-1))}. */
    ENERGY("e (J)", "p(e)", binned("e"));

    private static final double WHOLE = 1;

    private final String axis;
    private final String height;
    private final Pattern name;

    Distribution(String axis, String height, String name) {
        this.axis = axis;
        this.height = height;
        this.name = Pattern.compile(name);
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
        String number = "(-?\\d+(?:\\.\\d+)?)";
        return "P\\(" + symbol + " in \\[" + number + "," + number + "[)\\]]\\)";
    }

    /** The bin that a quantity is the share of, if it is one of this distribution. */
    Optional<Bin> bin(String quantity) {
        Matcher matcher = name.matcher(quantity);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal from = new BigDecimal(matcher.group(1));
        double width = isDiscrete()
                ? WHOLE
                : new BigDecimal(matcher.group(2)).subtract(from).doubleValue();
        return width > 0 ? Optional.of(new Bin(from.doubleValue(), width)) : Optional.empty();
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
