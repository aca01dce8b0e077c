package org.blockspin.figures.internal.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers are written: value and standard error as in 0.1209(14), with two digits of the error. */
final class Numbers {
    private static final int ERROR_DIGITS = 2;
    private static final MathContext VALUE_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** What is not written in plain digits is written as a number near 1 times a power of ten. */
    private static final int MOST_DECIMALS = 9;

    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Numbers() {}

    /** A value with its standard error in units of its last digits: 0.1209(14) is 0.1209 with the error 0.0014. */
    static String withError(double value, double error) {
        if (!Double.isFinite(value)) {
            return "not determined";
        }
        if (!Double.isFinite(error) || error < 0) {
            return value(value) + " (error not determined)";
        }
        if (error == 0) {
            return value(value) + "\u2009\u00b1\u20090";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = twoDigits(error);
        if (isPlain(exact.abs().max(rounded), rounded.scale())) {
            return digits(exact, rounded);
        }
        int exponent = exponent(exact.abs().max(rounded));
        return digits(exact.movePointLeft(exponent), rounded.movePointLeft(exponent)) + powerOfTen(exponent);
    }

    /** Exactly two digits, also 0.10 and 2.0. */
    private static BigDecimal twoDigits(double error) {
        BigDecimal exact = BigDecimal.valueOf(error);
        BigDecimal rounded = exact.setScale(exact.scale() - exact.precision() + ERROR_DIGITS, RoundingMode.HALF_EVEN);
        return rounded.precision() > ERROR_DIGITS
                ? rounded.setScale(rounded.scale() - 1, RoundingMode.UNNECESSARY)
                : rounded;
    }

    private static String digits(BigDecimal value, BigDecimal error) {
        int decimals = Math.max(0, error.scale());
        BigDecimal shown = error.setScale(decimals, RoundingMode.UNNECESSARY);
        boolean belowOne = shown.compareTo(BigDecimal.ONE) < 0;
        return minus(value.setScale(decimals, RoundingMode.HALF_EVEN)) + "("
                + (belowOne ? shown.unscaledValue() : shown.toPlainString()) + ")";
    }

    /** An error or a spread by itself, with two digits. */
    static String error(double error) {
        return Double.isFinite(error) ? (error == 0 ? "0" : written(twoDigits(error))) : "not determined";
    }

    /** A number with at most six digits. */
    static String value(double value) {
        return Double.isFinite(value)
                ? written(BigDecimal.valueOf(value).round(VALUE_DIGITS).stripTrailingZeros())
                : "not determined";
    }

    private static String written(BigDecimal rounded) {
        if (rounded.signum() == 0) {
            return "0";
        }
        if (isPlain(rounded.abs(), rounded.scale())) {
            return minus(rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY));
        }
        int exponent = exponent(rounded);
        return minus(rounded.movePointLeft(exponent)) + powerOfTen(exponent);
    }

    private static boolean isPlain(BigDecimal size, int decimals) {
        return decimals <= MOST_DECIMALS && size.compareTo(BigDecimal.valueOf(1e9)) < 0;
    }

    /** Of the power of ten that is next below. */
    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String minus(BigDecimal number) {
        return number.toPlainString().replace('-', '\u2212');
    }

    private static String powerOfTen(int exponent) {
        StringBuilder power = new StringBuilder("\u2009\u00d7\u200910");
        for (char digit : String.valueOf(exponent).toCharArray()) {
            power.append(digit == '-' ? '\u207b' : SUPERSCRIPTS.charAt(digit - '0'));
        }
        return power.toString();
    }

    /** A count, its digits in groups of three. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count).replace(",", "\u202f").replace('-', '\u2212');
    }
}
