package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.pipeline.RunComparison.Row;

/** Prints what a run came to: the fitted numbers, combined over repeats where there are any, and where the rest is. */
final class ResultPrinter {
    private static final String REPORT = "report.html";

    private ResultPrinter() {}

    static void print(List<Row> results, Path folder, PrintWriter out) {
        boolean combined = results.stream().anyMatch(row -> row.repeat().equals(Result.ALL_REPEATS));
        results.stream()
                .filter(row -> row.lattice().isEmpty())
                .filter(row -> row.quantity().indexOf('.') < 0)
                .filter(row -> !combined || row.repeat().equals(Result.ALL_REPEATS))
                .forEach(row -> out.println(line(row)));
        out.println(results.size() + " rows in " + folder.resolve("results.csv"));
        if (Files.isRegularFile(folder.resolve(REPORT))) {
            out.println("all of it in " + folder.resolve(REPORT));
        }
    }

    private static String line(Row row) {
        Estimate estimate = row.estimate();
        String temperature = Optional.of(row.temperature())
                .filter(present -> present.isPresent())
                .map(present -> String.format(Locale.ROOT, " T=%.4f", present.getAsDouble()))
                .orElse("");
        String error = estimate.method() == Estimate.Method.REPEATS
                ? "standard error over " + estimate.samples() + " repeats"
                : "jackknife over " + estimate.samples() + " configurations";
        return String.format(
                Locale.ROOT,
                "%s%s: %-12s %.5f +- %.5f  (%s)",
                row.step(),
                temperature,
                row.quantity(),
                estimate.value(),
                estimate.standardError(),
                error);
    }
}
