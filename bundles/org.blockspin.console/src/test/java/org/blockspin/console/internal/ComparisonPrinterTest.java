package org.blockspin.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.blockspin.api.Estimate;
import org.blockspin.pipeline.RunComparison;
import org.blockspin.pipeline.RunComparison.Change;
import org.blockspin.pipeline.RunComparison.Pair;
import org.blockspin.pipeline.RunComparison.Row;
import org.junit.jupiter.api.Test;

class ComparisonPrinterTest {
    private static final Pair SAME = new Pair(row("energy", -1.5, 0.1), row("energy", -1.5, 0.1));
    private static final Pair DIFFERENT = new Pair(row("abs_m", 0.5, 0.03), row("abs_m", 0.6, 0.04));
    private static final Pair UNKNOWN = new Pair(row("beta", 0.5, Double.NaN), row("beta", Double.NaN, Double.NaN));

    @Test
    void changesAreShownByNameAndShortened() {
        Change longer = new Change("b", Optional.of("x".repeat(61)), Optional.empty());
        assertThat(printed(false, printer -> printer.changes("settings", List.of(longer))))
                .containsExactly("settings:", "  b: " + "x".repeat(57) + "... -> absent");
        assertThat(printed(true, printer -> printer.changes("settings", List.of(longer))))
                .containsExactly("settings:", "  b: " + "x".repeat(61) + " -> absent");
        assertThat(printed(false, printer -> printer.changes("settings", List.of())))
                .isEmpty();
    }

    @Test
    void summaryCountsRowsAndSaysWhatSigmaMeans() {
        assertThat(printed(false, printer -> printer.summary(comparison(true, SAME, DIFFERENT, UNKNOWN))))
                .containsExactly(
                        "numbers: 3 rows in both runs, 1 equal bit for bit, 2 different, 0 only in A, 1 only in B",
                        "  largest |sigma| 2.00; chi^2 = 4.000 from 1 of the rows that differ",
                        "  The runs have the same seed and may share random numbers: sigma is then only a scale.",
                        "  Rows that come from the same configurations are correlated, and so are the terms of chi^2.");
        assertThat(printed(false, printer -> printer.summary(comparison(false, DIFFERENT))))
                .noneMatch(line -> line.contains("seed"));
        assertThat(printed(false, printer -> printer.summary(comparison(true, SAME))))
                .hasSize(1);
        assertThat(printed(false, printer -> printer.summary(comparison(true, UNKNOWN))))
                .contains("  largest |sigma| unknown; chi^2 = 0.000 from 0 of the rows that differ");
    }

    @Test
    void rowsAreATableOfBothValuesAndTheirDifference() {
        assertThat(printed(false, printer -> printer.pairs(List.of(DIFFERENT, UNKNOWN))))
                .containsExactly(
                        "  step      ensemble  quantity  lattice  size   depth       T  repeat  method             A    error"
                                + "          B    error      B - A    sigma",
                        "  measured  larger    abs_m     square   16x16     -1  2.2692     all  jackknife  0.5000000    0.030"
                                + "  0.6000000    0.040  +1.00e-01    +2.00",
                        "  measured  larger    beta      square   16x16     -1  2.2692     all  jackknife  0.5000000  unknown"
                                + "    unknown  unknown    unknown  unknown");
    }

    private static List<String> printed(boolean whole, Consumer<ComparisonPrinter> print) {
        StringWriter text = new StringWriter();
        print.accept(new ComparisonPrinter(new PrintWriter(text, true), whole));
        return text.toString().lines().toList();
    }

    private static RunComparison comparison(boolean sameSeed, Pair... pairs) {
        return new RunComparison(
                List.of(), List.of(), List.of(), List.of(), sameSeed, List.of(pairs), List.of(), List.of(SAME.first()));
    }

    private static Row row(String quantity, double value, double error) {
        return new Row(
                "measured",
                "larger",
                quantity,
                "square",
                "16x16",
                OptionalInt.of(-1),
                OptionalDouble.of(2.269185314213022),
                "all",
                new Estimate(value, error, Estimate.Method.JACKKNIFE, 100, OptionalDouble.empty()));
    }
}
