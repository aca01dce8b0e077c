package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.blockspin.api.Estimate;
import org.blockspin.console.internal.TextTable.Align;
import org.blockspin.pipeline.RunComparison;
import org.blockspin.pipeline.RunComparison.Change;
import org.blockspin.pipeline.RunComparison.ChiSquare;
import org.blockspin.pipeline.RunComparison.Pair;
import org.blockspin.pipeline.RunComparison.Row;

/** Prints how run B differs from run A. */
final class ComparisonPrinter {
    private static final int LONGEST_VALUE = 60;

    private final PrintWriter out;
    private final boolean whole;

    /** @param whole whether long values are printed as they are, else shortened */
    ComparisonPrinter(PrintWriter out, boolean whole) {
        this.out = out;
        this.whole = whole;
    }

    /** What changed, under a heading; nothing if nothing did. */
    void changes(String heading, List<Change> changes) {
        if (!changes.isEmpty()) {
            out.println(heading + ":");
            changes.forEach(change ->
                    out.println("  " + change.what() + ": " + value(change.first()) + " -> " + value(change.second())));
        }
    }

    private String value(Optional<String> value) {
        return value.map(text ->
                        whole || text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...")
                .orElse("absent");
    }

    /** How many rows are equal and by how much the others differ, and what that means. */
    void summary(RunComparison comparison) {
        List<Pair> differing = comparison.differing();
        int rows = comparison.pairs().size();
        out.println("numbers: " + rows + (rows == 1 ? " row" : " rows") + " in both runs, " + (rows - differing.size())
                + " equal bit for bit, " + differing.size() + " different, "
                + comparison.onlyFirst().size()
                + " only in A, "
                + comparison.onlySecond().size() + " only in B");
        if (differing.isEmpty()) {
            return;
        }
        ChiSquare chiSquare = comparison.chiSquare();
        out.printf(
                Locale.ROOT,
                "  largest |sigma| %s; chi^2 = %.4g from %d of the rows that differ%n",
                number("%.2f", comparison.largestSigma().orElse(Double.NaN)),
                chiSquare.value(),
                chiSquare.rows());
        if (comparison.sameSeed()) {
            out.println("  The runs have the same seed and may share random numbers: sigma is then only a scale.");
        }
        out.println("  Rows that come from the same configurations are correlated, and so are the terms of chi^2.");
    }

    /** Rows that are in both runs, one a line. */
    void pairs(List<Pair> pairs) {
        TextTable table = labels().column("A", Align.RIGHT)
                .column("error", Align.RIGHT)
                .column("B", Align.RIGHT)
                .column("error", Align.RIGHT)
                .column("B - A", Align.RIGHT)
                .column("sigma", Align.RIGHT);
        pairs.forEach(pair -> table.line(Stream.of(
                        label(pair.first()),
                        numbers(pair.first()),
                        numbers(pair.second()),
                        List.of(number("%+.2e", pair.difference()), sigma(pair.sigma())))
                .flatMap(List::stream)
                .toList()));
        print(table);
    }

    /** Rows that only one run has, one a line. */
    void rows(List<Row> rows) {
        TextTable table = labels().column("value", Align.RIGHT).column("error", Align.RIGHT);
        rows.forEach(row -> table.line(
                Stream.of(label(row), numbers(row)).flatMap(List::stream).toList()));
        print(table);
    }

    private void print(TextTable table) {
        table.lines().forEach(line -> out.println("  " + line));
    }

    private static TextTable labels() {
        return new TextTable()
                .column("step", Align.LEFT)
                .column("ensemble", Align.LEFT)
                .column("quantity", Align.LEFT)
                .column("lattice", Align.LEFT)
                .column("size", Align.LEFT)
                .column("depth", Align.RIGHT)
                .column("T", Align.RIGHT)
                .column("repeat", Align.RIGHT)
                .column("method", Align.LEFT);
    }

    private static List<String> label(Row row) {
        return List.of(
                row.step(),
                row.ensemble(),
                row.quantity(),
                row.lattice(),
                row.size(),
                row.depth().isPresent() ? String.valueOf(row.depth().getAsInt()) : "",
                row.temperature().isPresent() ? number("%.5g", row.temperature().getAsDouble()) : "",
                row.repeat(),
                row.estimate().method().name().toLowerCase(Locale.ROOT));
    }

    private static List<String> numbers(Row row) {
        Estimate estimate = row.estimate();
        return List.of(number("%.7g", estimate.value()), number("%.2g", estimate.standardError()));
    }

    private static String sigma(OptionalDouble sigma) {
        return number("%+.2f", sigma.orElse(Double.NaN));
    }

    private static String number(String format, double number) {
        if (Double.isFinite(number)) {
            return String.format(Locale.ROOT, format, number);
        }
        return Double.isNaN(number) ? "unknown" : number > 0 ? "inf" : "-inf";
    }
}
