package org.blockspin.figures.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Lattice;
import org.blockspin.figures.internal.Check.Outcome;

/** What comparisons came to, with all digits. */
final class FindingCsv {
    private FindingCsv() {}

    static Csv of(List<Finding> findings, List<DistributionFinding> distributions) {
        Csv csv = new Csv(
                "quantity",
                "of",
                "with",
                "points",
                "chi_square_per_point",
                "worst_lattice",
                "worst_temperature",
                "worst_value",
                "worst_error",
                "worst_reference",
                "worst_reference_error",
                "worst_relative",
                "worst_sigmas",
                "worst_probability",
                "tolerance",
                "outcome",
                "expected",
                "as_expected");
        findings.forEach(finding -> add(csv, finding));
        distributions.forEach(finding -> add(csv, finding));
        return csv;
    }

    private static void add(Csv csv, Finding finding) {
        Check check = finding.check();
        Optional<Difference> worst = finding.worst();
        csv.row(
                check.quantity(),
                finding.step(),
                check.with().map(step -> step.step()).orElse(check.value().isPresent() ? check.source() : "exact"),
                String.valueOf(finding.differences().size()),
                number(finding.chiSquarePerPoint()),
                worst.flatMap(difference -> difference.row().lattice())
                        .map(Lattice::sizeLabel)
                        .orElse(""),
                worst.map(difference -> number(difference.row().temperature())).orElse(""),
                worst.map(difference -> Csv.number(difference.estimate().value()))
                        .orElse(""),
                worst.map(difference -> Csv.number(difference.estimate().standardError()))
                        .orElse(""),
                worst.map(difference -> Csv.number(difference.reference())).orElse(""),
                worst.map(difference -> Csv.number(difference.referenceError())).orElse(""),
                worst.map(difference -> Csv.number(finding.relative(difference)))
                        .orElse(""),
                worst.map(difference -> number(difference.sigmas())).orElse(""),
                "",
                Csv.number(check.tolerance()),
                finding.outcome().map(FindingCsv::word).orElse("nothing"),
                word(check.expected()),
                finding.isAsExpected() ? "yes" : "no");
    }

    /** The distance stands where other rows have the relative difference. */
    private static void add(Csv csv, DistributionFinding finding) {
        DistributionCheck check = finding.check();
        Optional<DistributionFinding.Distance> worst = finding.worst();
        csv.row(
                check.of().height(),
                check.step().step(),
                check.with().step(),
                String.valueOf(finding.distances().size()),
                "",
                "",
                worst.map(distance -> number(distance.temperature())).orElse(""),
                "",
                "",
                "",
                "",
                worst.map(distance -> Csv.number(distance.value())).orElse(""),
                "",
                worst.map(distance -> Csv.number(distance.probability())).orElse(""),
                Csv.number(check.tolerance()),
                finding.outcome().map(FindingCsv::word).orElse("nothing"),
                word(check.expected()),
                finding.outcome().equals(Optional.of(check.expected())) ? "yes" : "no");
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? Csv.number(number.getAsDouble()) : "";
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
