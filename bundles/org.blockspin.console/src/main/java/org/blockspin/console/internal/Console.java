package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.blockspin.api.DeviceBenchmark;
import org.blockspin.api.Diagnostic;
import org.blockspin.pipeline.EnsembleExporter;
import org.blockspin.pipeline.FinishedRuns;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.ModelExporter;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.Workbench;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.server.RunClient;
import org.blockspin.server.RunServer;
import org.blockspin.server.ServerException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine;

/** The command line: the launcher hands over the arguments and exits with what is returned. The only one who prints. */
@Component(
        service = ToIntFunction.class,
        property = {
            "blockspin.console=true",
            // What the shell offers: all commands but itself.
            "blockspin.commands=run",
            "blockspin.commands=check",
            "blockspin.commands=explain",
            "blockspin.commands=report",
            "blockspin.commands=rerun",
            "blockspin.commands=diff",
            "blockspin.commands=export",
            "blockspin.commands=list",
            "blockspin.commands=describe",
            "blockspin.commands=schema",
            "blockspin.commands=plugin",
            "blockspin.commands=serve",
            "blockspin.commands=status",
            "blockspin.commands=cancel",
            "blockspin.commands=doctor",
            "blockspin.commands=candidates"
        })
public final class Console implements ToIntFunction<String[]> {
    /** The run failed. */
    static final int FAILED = 1;

    /** The input is wrong. */
    static final int WRONG_INPUT = 2;

    /** The run was cancelled: 128 + SIGINT. */
    static final int CANCELLED = 130;

    private final BundleContext context;
    private final Workbench workbench;
    private final EnsembleExporter exporter;
    private final ModelExporter models;
    private final FinishedRuns runs;
    private final RunServer server;
    private final RunClient client;
    private final PluginFolder plugins;
    private final Services<Diagnostic> diagnostics;
    private final Services<DeviceBenchmark> benchmarks;
    private final Supplier<List<String>> bundleReport;

    /**
     * @param context this bundle's context
     * @param workbench what does the work
     * @param exporter what reads kept ensembles
     * @param models what makes plugins of trained models
     * @param runs what reads finished runs
     * @param server what serves runs to other processes
     * @param client what has runs done by another process
     * @param plugins where plugins come from
     * @param diagnostics what bundles say of themselves, for {@code doctor}
     * @param benchmarks what bundles measure of devices, for {@code doctor --gpu}
     * @param bundleReport one sentence for every bundle that did not resolve or start
     */
    @Activate
    public Console(
            BundleContext context,
            @Reference Workbench workbench,
            @Reference EnsembleExporter exporter,
            @Reference ModelExporter models,
            @Reference FinishedRuns runs,
            @Reference RunServer server,
            @Reference RunClient client,
            @Reference PluginFolder plugins,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<ComponentServiceObjects<Diagnostic>> diagnostics,
            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY)
                    List<ComponentServiceObjects<DeviceBenchmark>> benchmarks,
            @Reference(target = "(blockspin.bundle-report=true)") Supplier<List<String>> bundleReport) {
        this.context = context;
        this.workbench = workbench;
        this.exporter = exporter;
        this.models = models;
        this.runs = runs;
        this.server = server;
        this.client = client;
        this.plugins = plugins;
        this.diagnostics = new Services<>(diagnostics);
        this.benchmarks = new Services<>(benchmarks);
        this.bundleReport = bundleReport;
    }

    @Override
    public int applyAsInt(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path home = Path.of(
                Optional.ofNullable(context.getProperty("blockspin.home")).orElse("."));
        Pipelines pipelines = new Pipelines(home.resolve("launcher").resolve("pipelines"));
        CommandLine line = new CommandLine(new Blockspin(), new Candidates(workbench, pipelines));
        line.addSubcommand(new RunCommand(workbench, pipelines, runs, client, err));
        line.addSubcommand(new CheckCommand(workbench, pipelines));
        line.addSubcommand(new ExplainCommand(workbench, pipelines));
        line.addSubcommand(new TaskCommand(workbench, err));
        line.addSubcommand(new ReportCommand(workbench));
        line.addSubcommand(new RerunCommand(workbench, runs, err));
        line.addSubcommand(new DiffCommand(runs));
        line.addSubcommand(new ExportCommand(exporter));
        line.addSubcommand(new ListCommand(workbench));
        line.addSubcommand(new DescribeCommand(workbench));
        line.addSubcommand(new SchemaCommand(workbench));
        line.addSubcommand(new DoctorCommand(workbench, diagnostics, benchmarks, bundleReport, context, err));
        line.addSubcommand(new ServeCommand(server, plugins, err));
        line.addSubcommand(new StatusCommand(client));
        line.addSubcommand(new CancelCommand(client));
        line.addSubcommand(
                new CommandLine(new PluginCommand(plugins, client)).addSubcommand(new ExportModelCommand(models)));
        line.addSubcommand(new CompletionCommand(workbench));
        line.addSubcommand(new ShellCommand(context));
        line.addSubcommand(new CandidatesCommand());
        line.setOut(out).setErr(err).setExpandAtFiles(false);
        line.getSubcommands().values().forEach(command -> command.setOut(out).setErr(err));
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println(
                    "blockspin: the Java heap is too small; give it more by BLOCKSPIN_JAVA_OPTIONS=-Xmx8g or the like");
            return FAILED;
        }
    }

    /** One message, and a stack trace only where it is asked for. */
    private static int explain(Exception failure, CommandLine command) {
        if (failure instanceof InvalidPipelineException invalid) {
            command.getErr().println(invalid.getMessage());
            return WRONG_INPUT;
        } else if (failure instanceof InvalidArgumentException
                || failure instanceof InvalidEnsembleException
                || failure instanceof ServerException
                || failure instanceof InvalidRunException) {
            command.getErr().println("blockspin: " + failure.getMessage());
            return WRONG_INPUT;
        }
        String sentence = failure instanceof RunFailedException
                ? String.valueOf(failure.getMessage())
                : "the command failed, which is a defect: " + failure;
        command.getErr().println("blockspin: " + sentence);
        if (System.getenv("BLOCKSPIN_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println("(set BLOCKSPIN_DEBUG=1 to see where)");
        }
        return FAILED;
    }
}
