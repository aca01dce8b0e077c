package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.DeviceBenchmark.Comparison;
import org.blockspin.api.DeviceBenchmark.Measurement;

/** Prints what devices do: a row for every sort of work, a column for every device. */
final class DeviceReport {
    private final PrintWriter out;

    DeviceReport(PrintWriter out) {
        this.out = out;
    }

    /** Has everything measured and prints it; false if a GPU should be used and is not. */
    boolean print(List<DeviceBenchmark> benchmarks) {
        boolean healthy = true;
        for (DeviceBenchmark benchmark : benchmarks) {
            try {
                Comparison comparison = benchmark.compare();
                out.printf("%-12s %s%n", "GPU", comparison.gpu().text());
                print(benchmark.subject(), comparison.measurements());
                healthy &= comparison.gpu().healthy();
            } catch (IllegalStateException e) {
                out.printf("%-12s %s%n", "GPU", e.getMessage());
                healthy = false;
            }
        }
        return healthy;
    }

    private void print(String subject, List<Measurement> measurements) {
        row(subject + ", done a second", measurements, Measurement::device);
        Measurement first = measurements.get(0);
        for (int i = 0; i < first.rates().size(); i++) {
            int rate = i;
            row(
                    "  " + first.rates().get(i).work(),
                    measurements,
                    measurement -> String.format(
                            Locale.ROOT, "%.4g", measurement.rates().get(rate).perSecond()));
        }
        row("loss", measurements, measurement -> String.format(Locale.ROOT, "%.9f", measurement.loss()));
        if (measurements.size() > 1) {
            row(
                    "loss, less that of the " + first.device(),
                    measurements,
                    measurement -> String.format(Locale.ROOT, "%+.2e", measurement.loss() - first.loss()));
        }
    }

    private void row(String name, List<Measurement> measurements, Function<Measurement, String> cell) {
        out.println(measurements.stream()
                .map(measurement -> String.format("%14s", cell.apply(measurement)))
                .collect(Collectors.joining("", String.format("%-48s", name), "")));
    }
}
