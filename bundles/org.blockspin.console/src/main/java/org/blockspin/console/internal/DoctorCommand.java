package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.Diagnostic;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.Workbench;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import picocli.CommandLine;

/** {@code doctor}: whether everything that the workbench needs is there. */
@CommandLine.Command(
        name = "doctor",
        description = "Says whether everything is there: Java, kernels, TensorFlow, and bundles that did not start.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final List<Diagnostic> diagnostics;
    private final List<DeviceBenchmark> benchmarks;
    private final Supplier<List<String>> bundleReport;
    private final BundleContext context;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Option(
            names = "--gpu",
            description = "does the same small work on every device, and shows how fast and how different they are")
    private boolean gpu;

    DoctorCommand(
            Workbench workbench,
            List<Diagnostic> diagnostics,
            List<DeviceBenchmark> benchmarks,
            Supplier<List<String>> bundleReport,
            BundleContext context) {
        this.workbench = workbench;
        this.diagnostics = diagnostics;
        this.benchmarks = benchmarks;
        this.bundleReport = bundleReport;
        this.context = context;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
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
        boolean healthy = true;
        for (Diagnostic diagnostic : diagnostics) {
            Diagnostic.Finding finding = diagnostic.examine();
            healthy &= finding.healthy();
            line(diagnostic.subject(), finding.text());
        }
        List<CatalogueEntry> plugins = workbench.catalogue();
        line(
                "plugins",
                plugins.size() + " of "
                        + plugins.stream().map(CatalogueEntry::kind).distinct().count() + " kinds");
        List<String> problems = bundleReport.get();
        long active = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .count();
        line("bundles", active + " active, " + problems.size() + " with problems");
        problems.forEach(problem -> out.println("  " + problem));
        healthy &= !gpu || new DeviceReport(out).print(benchmarks);
        return healthy && problems.isEmpty() ? 0 : 1;
    }

    private void line(String subject, String text) {
        spec.commandLine().getOut().printf("%-12s %s%n", subject, text);
    }
}
