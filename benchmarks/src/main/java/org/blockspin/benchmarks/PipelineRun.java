package org.blockspin.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of the launcher's script in a temporary folder. */
final class PipelineRun {
    private static final String PEAK = "VmHWM:";
    private static final long POLL_MILLISECONDS = 100;
    private static final double KIBI = 1024;
    private static final double NANO = 1e-9;

    private static final List<String> SMALL_DATA = List.of(
            "steps.simulated.sample.configurations=2000",
            "steps.seeds.sample.configurations=1000",
            "steps.network.train.resolver.epochs=2",
            "steps.network.train.repeat=2");

    private final Path script;
    private final String javaOptions;
    private final List<String> arguments;

    private PipelineRun(Path script, String javaOptions, List<String> arguments) {
        this.script = script;
        this.javaOptions = javaOptions;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * The pipeline of Table I.
     *
     * @param root of the source tree
     * @param effort with little data where it is to be quick
     * @param javaOptions further options of the JVM, or ""
     * @param threads for option {@code --threads}
     * @param settings further ones, as for option {@code --set}
     */
    static PipelineRun tableOne(Path root, Effort effort, String javaOptions, int threads, List<String> settings) {
        List<String> all = new ArrayList<>(effort.quick() ? SMALL_DATA : List.of());
        all.addAll(settings);
        List<String> arguments =
                new ArrayList<>(List.of("table-1", "--threads", String.format(Locale.ROOT, "%d", threads)));
        all.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return new PipelineRun(script(root), javaOptions, arguments);
    }

    private static Path script(Path root) {
        return root.resolve("launcher/blockspin");
    }

    /**
     * What it took.
     *
     * @param seconds by the clock, from the start of the script to its end
     * @param peakMebibytes the most memory that was resident at a time; NaN where the system does not tell
     */
    record Cost(double seconds, double peakMebibytes) {}

    /** Has the script build what is missing, so that no run does. */
    static void prepare(Path root) throws ComparisonException, IOException, InterruptedException {
        Path script = script(root);
        Process process = new ProcessBuilder(script.toString(), "list")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new ComparisonException(script + " list failed");
        }
    }

    Cost run() throws ComparisonException, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("blockspin-benchmark");
        try {
            return run(folder);
        } finally {
            SavedNetwork.delete(folder);
        }
    }

    private Cost run(Path folder) throws ComparisonException, IOException, InterruptedException {
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(script.toString(), "run"));
        command.addAll(arguments);
        command.addAll(List.of("--quiet", "--out", folder.resolve("run").toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("BLOCKSPIN_JAVA_OPTIONS", javaOptions);
        builder.environment().put("BLOCKSPIN_GPU", "no");
        long begun = System.nanoTime();
        Process process = builder.start();
        double peak = Double.NaN;
        // The script becomes the JVM, so that both have one number.
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            double now = peakMebibytes(process.pid());
            peak = Double.isNaN(now) ? peak : now;
        }
        double seconds = (System.nanoTime() - begun) * NANO;
        if (process.exitValue() != 0) {
            throw new ComparisonException("blockspin run " + String.join(" ", arguments) + " failed: "
                    + Files.readString(log, StandardCharsets.UTF_8).strip());
        }
        return new Cost(seconds, peak);
    }

    private static double peakMebibytes(long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBI)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (NoSuchFileException | UncheckedIOException e) {
            return Double.NaN;
        }
    }
}
