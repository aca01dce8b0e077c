package org.blockspin.console.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.Diagnostic;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.Workbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import picocli.CommandLine;

/** {@code doctor}: whether everything that the workbench needs is there, and does what it should. */
@CommandLine.Command(
        name = "doctor",
        description = {
            "Says whether everything is there: Java, kernels, TensorFlow, and bundles that did not start.",
            "Then samples, coarse-grains, trains and super-resolves for a few seconds, and compares with exact values."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all is well, 1 something is not, 130 cancelled."})
final class DoctorCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Services<Diagnostic> diagnostics;
    private final Services<DeviceBenchmark> benchmarks;
    private final Supplier<List<String>> bundleReport;
    private final BundleContext context;
    private final PrintWriter err;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Option(names = "--quick", description = "without the self-test")
    private boolean quick;

    @CommandLine.Option(
            names = "--gpu",
            description = "does the same small work on every device, and shows how fast and how different they are")
    private boolean gpu;

    DoctorCommand(
            Workbench workbench,
            Services<Diagnostic> diagnostics,
            Services<DeviceBenchmark> benchmarks,
            Supplier<List<String>> bundleReport,
            BundleContext context,
            PrintWriter err) {
        this.workbench = workbench;
        this.diagnostics = diagnostics;
        this.benchmarks = benchmarks;
        this.bundleReport = bundleReport;
        this.context = context;
        this.err = err;
    }

    @Override
    public Integer call() {
        boolean healthy = examine();
        if (quick) {
            return healthy ? 0 : 1;
        }
        try (Interrupt interrupt = new Interrupt(err)) {
            return selfTest(interrupt) && healthy ? 0 : 1;
        } catch (CancellationException e) {
            return Console.CANCELLED;
        }
    }

    /** Whether all that is looked at is well. */
    private boolean examine() {
        Runtime runtime = Runtime.getRuntime();
        line(
                "Java",
                System.getProperty("java.version") + " " + System.getProperty("java.vendor") + ", "
                        + System.getProperty("java.home"));
        line(
                "machine",
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                        + runtime.availableProcessors() + " processors, heap up to " + (runtime.maxMemory() >> 20)
                        + " MiB");
        boolean healthy = diagnostics.use(this::examine);
        List<CatalogueEntry> plugins = workbench.catalogue().stream()
                .filter(entry -> !entry.kind().equals(CatalogueEntry.STEP))
                .toList();
        line(
                "plugins",
                plugins.size() + " of "
                        + plugins.stream().map(CatalogueEntry::kind).distinct().count() + " kinds");
        List<String> problems = bundleReport.get();
        long active = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .count();
        line("bundles", active + " active, " + problems.size() + " with problems");
        problems.forEach(problem -> spec.commandLine().getOut().println("  " + problem));
        healthy &= !gpu || benchmarks.use(new DeviceReport(spec.commandLine().getOut())::print);
        return healthy && problems.isEmpty();
    }

    private boolean examine(List<Diagnostic> all) {
        boolean healthy = true;
        for (Diagnostic diagnostic : all) {
            Diagnostic.Finding finding = diagnostic.examine();
            healthy &= finding.healthy();
            line(diagnostic.subject(), finding.text());
        }
        return healthy;
    }

    /** Whether all checks pass. */
    private boolean selfTest(Interrupt interrupt) {
        long started = System.nanoTime();
        try (TemporaryFolder folder = new TemporaryFolder()) {
            List<Check> checks = new SelfTest(workbench).run(folder.path().resolve("run"), interrupt::requested);
            long failed = checks.stream().filter(check -> !check.passed()).count();
            line(
                    "self-test",
                    String.format(
                            Locale.ROOT,
                            "%d checks in %.1f s, %d failed",
                            checks.size(),
                            (System.nanoTime() - started) / 1e9,
                            failed));
            print(checks);
            return failed == 0;
        } catch (InvalidPipelineException | RunFailedException | IOException e) {
            line("self-test", "FAILED: " + e.getMessage());
            return false;
        }
    }

    private void print(List<Check> checks) {
        TextTable table = new TextTable()
                .column("check", TextTable.Align.LEFT)
                .column("value", TextTable.Align.LEFT)
                .column("expected", TextTable.Align.LEFT)
                .column("sigma", TextTable.Align.RIGHT)
                .column("", TextTable.Align.LEFT);
        checks.forEach(check -> table.line(List.of(
                check.what(), check.found(), check.expected(), check.difference(), check.passed() ? "ok" : "FAILED")));
        table.lines().forEach(text -> spec.commandLine().getOut().println("  " + text));
    }

    private void line(String subject, String text) {
        spec.commandLine().getOut().printf("%-12s %s%n", subject, text);
    }
}
