package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.blockspin.api.Estimate;

/**
 * How a quantity is written.
 *
 * @param label the quantity on an axis
 * @param exponent name of the exponent that its slope gives
 * @param symbol that exponent in a formula
 */
public record Notation(String label, String exponent, String symbol) {
    /** Quantities whose slopes are exponents. */
    private static final List<String> EXPONENTS_OF = List.of("abs_m", "chi_sub", "chi_full", "G(L/2)", "G(L/4)");

    /** The notation of a quantity; its name for one that is not known here. */
    public static Notation of(String quantity) {
        return switch (quantity) {
            case "abs_m" -> new Notation("\u27e8|m|\u27e9", "beta", "\u03b2");
            case "chi_sub" -> new Notation("\u03c7 (1/J)", "gamma", "\u03b3");
            case "chi_full" -> new Notation("N\u27e8m\u00b2\u27e9", "gamma_full", "\u03b3");
            case "G(L/2)" -> new Notation(quantity, "eta1", "\u03b7\u2081");
            case "G(L/4)" -> new Notation(quantity, "eta2", "\u03b7\u2082");
            case "energy" -> new Notation("e (J)", "", "");
            case "specific_heat" -> new Notation("c (k)", "", "");
            case "m2" -> new Notation("\u27e8m\u00b2\u27e9", "", "");
            case "m4" -> new Notation("\u27e8m\u2074\u27e9", "", "");
            case "rule_violations" -> new Notation("violations of the rule per block", "", "");
            case "binder" -> new Notation("U\u2084", "", "");
            default -> new Notation(quantity, "", "");
        };
    }

    /** The symbol of an exponent by its name; empty for one that is not known here. */
    public static String symbolOf(String exponent) {
        return EXPONENTS_OF.stream()
                .map(Notation::of)
                .filter(notation -> notation.exponent.equals(exponent))
                .map(Notation::symbol)
                .findFirst()
                .orElse("");
    }

    /** A quantity or exponent in a text, without its unit. */
    static String nameOf(String quantity) {
        String symbol = symbolOf(quantity);
        return symbol.isEmpty() ? of(quantity).label().replaceFirst(" \\(.*", "") : symbol;
    }

    /** The exponent of a fit, or its slope where no exponent was reported, with its error. */
    String legend(ScalingData.FittedLine fit) {
        return fit.exponent().isPresent()
                ? symbol + " = " + format(fit.exponent().get())
                : "slope = " + format(fit.slope());
    }

    /**
     * Value and standard error, as in {@code 0.1210 ± 0.0014} and {@code 1.754 ± 0.006}: two digits of an error that
     * begins with 1, otherwise one.
     */
    static String format(Estimate estimate) {
        double error = estimate.standardError();
        if (!Double.isFinite(estimate.value())) {
            return "not determined";
        }
        if (!(error > 0) || !Double.isFinite(error)) {
            return minus(BigDecimal.valueOf(estimate.value()).setScale(4, RoundingMode.HALF_EVEN));
        }
        BigDecimal exact = BigDecimal.valueOf(error);
        int leading = exact.precision() - exact.scale() - 1;
        boolean beginsWithOne = exact.movePointLeft(leading).compareTo(BigDecimal.valueOf(2)) < 0;
        int decimals = Math.max(0, -leading + (beginsWithOne ? 1 : 0));
        return minus(BigDecimal.valueOf(estimate.value()).setScale(decimals, RoundingMode.HALF_EVEN)) + " \u00b1 "
                + exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** A temperature, as in {@code T = 2.2692}. */
    static String temperature(double temperature) {
        BigDecimal rounded = BigDecimal.valueOf(temperature)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return "T = "
                + rounded.setScale(Math.max(1, rounded.scale()), RoundingMode.UNNECESSARY)
                        .toPlainString();
    }

    private static String minus(BigDecimal number) {
        return number.toPlainString().replace('-', '\u2212');
    }
}
