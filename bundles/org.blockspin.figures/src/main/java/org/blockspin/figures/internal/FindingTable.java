package org.blockspin.figures.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.Check.Outcome;

/** What comparisons came to, in a row of texts each. */
final class FindingTable {
    /** What stands above them. */
    static final List<String> HEADER = List.of(
            "quantity",
            "of",
            "compared with",
            "n",
            "\u03c7\u00b2/n",
            "largest difference",
            "which is at",
            "found",
            "said");

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private FindingTable() {}

    static List<String> cells(Finding finding) {
        Check check = finding.check();
        Optional<Difference> worst = finding.worst();
        return List.of(
                Notation.nameOf(check.quantity()),
                finding.step(),
                with(check),
                String.valueOf(finding.differences().size()),
                finding.chiSquarePerPoint().isPresent()
                        ? rounded(finding.chiSquarePerPoint().getAsDouble())
                        : "",
                worst.map(difference -> largest(finding, difference)).orElse("none to compare"),
                worst.map(FindingTable::where).orElse(""),
                words(finding),
                said(check.expected()));
    }

    static List<String> cells(DistributionFinding finding) {
        DistributionCheck check = finding.check();
        Optional<DistributionFinding.Distance> worst = finding.worst();
        return List.of(
                "p(" + check.of().axis().replaceFirst(" \\(.*", "") + ")",
                check.step().step(),
                check.with().step(),
                String.valueOf(finding.distances().size()),
                "",
                worst.map(distance ->
                                "D = " + rounded(distance.value()) + " (p " + probability(distance.probability()) + ")")
                        .orElse("none to compare"),
                worst.filter(distance -> distance.temperature().isPresent())
                        .map(distance ->
                                Notation.temperature(distance.temperature().orElseThrow()))
                        .orElse(""),
                finding.outcome().map(FindingTable::said).orElse(""),
                said(check.expected()));
    }

    private static String said(Outcome outcome) {
        return outcome == Outcome.AGREEMENT ? "agreement" : "a difference";
    }

    private static String with(Check check) {
        return check.with()
                .map(step -> step.step())
                .or(() -> check.value()
                        .map(value -> number(value)
                                + (check.error() > 0 ? " \u00b1 " + number(check.error()) : "")
                                + (check.source().isEmpty() ? "" : " (" + check.source() + ")")))
                .orElse("exact");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString().replace('-', '\u2212');
    }

    private static String largest(Finding finding, Difference worst) {
        String sigmas = worst.sigmas().isPresent() ? rounded(worst.sigmas().getAsDouble()) + "\u2009\u03c3" : "";
        double relative = 100 * finding.relative(worst);
        String percent = Double.isFinite(relative) ? rounded(relative) + "\u2009%" : "";
        return sigmas.isEmpty() || percent.isEmpty() ? percent + sigmas : percent + " (" + sigmas + ")";
    }

    private static String probability(double probability) {
        return probability < 0.001 ? "< 0.001" : "= " + rounded(probability);
    }

    /** Two digits, as in -0.052, 1.4 and 23. */
    private static String rounded(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(TWO_DIGITS);
        return rounded.setScale(Math.max(0, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('-', '\u2212');
    }

    private static String where(Difference worst) {
        Result row = worst.row();
        String value = Notation.format(worst.estimate());
        return row.lattice().map(Series::size).map(size -> size + ", ").orElse("")
                + (row.temperature().isPresent()
                        ? Notation.temperature(row.temperature().getAsDouble()) + ": "
                        : "")
                + value;
    }

    private static String words(Finding finding) {
        if (finding.differences().isEmpty()) {
            return "";
        }
        if (finding.isWithinErrors()) {
            return "agreement within errors";
        }
        String tolerance = rounded(100 * finding.check().tolerance()) + "\u2009%";
        return finding.outcome().equals(Optional.of(Outcome.AGREEMENT))
                ? "agreement within " + tolerance
                : finding.check().tolerance() > 0 ? "more than " + tolerance : said(Outcome.DIFFERENCE);
    }
}
