package org.blockspin.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers are written. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(3);
    private static final int PERCENT = 100;

    private Numbers() {}

    /** Three significant digits at most, thousands apart by commas. */
    static String significant(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "-";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** All digits of a number that was written down. */
    static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String median(Rates rates) {
        return significant(rates.median());
    }

    /** A median with its spread in percent. */
    static String withSpread(Rates rates) {
        return String.format(Locale.ROOT, "%s ± %.0f %%", median(rates), PERCENT * rates.spread());
    }
}
