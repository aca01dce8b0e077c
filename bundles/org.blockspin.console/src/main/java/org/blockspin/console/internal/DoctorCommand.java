package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
    private final Supplier<List<String>> bundleReport;
    private final BundleContext context;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    DoctorCommand(
            Workbench workbench,
            List<Diagnostic> diagnostics,
            Supplier<List<String>> bundleReport,
            BundleContext context) {
        this.workbench = workbench;
        this.diagnostics = diagnostics;
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
        return healthy && problems.isEmpty() ? 0 : 1;
    }

    private void line(String subject, String text) {
        spec.commandLine().getOut().printf("%-12s %s%n", subject, text);
    }
}
