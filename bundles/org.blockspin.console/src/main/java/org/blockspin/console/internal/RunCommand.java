package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.FinishedRuns;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;
import org.blockspin.server.RunClient;
import org.blockspin.server.ServerException;
import org.blockspin.server.Submission;
import picocli.CommandLine;

/** {@code run}: runs a pipeline and leaves a run folder. */
@CommandLine.Command(
        name = "run",
        description = "Runs a pipeline and leaves a run folder.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final String SET = "replaces a value of the pipeline, as in steps.seeds.sample.configurations=1000; "
            + "may be given several times";

    private final Workbench workbench;
    private final Pipelines pipelines;
    private final FinishedRuns runs;
    private final RunClient client;
    private final PrintWriter err;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "PIPELINE",
            description = "a file, or the name of a shipped one",
            completionCandidates = Candidates.PipelineNames.class)
    private String pipeline = "";

    @CommandLine.Option(names = "--set", paramLabel = "PATH=VALUE", description = SET)
    private List<String> settings = List.of();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "the run folder (default: runs/NAME); what an earlier run did there is not done again")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: one a processor); results do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @CommandLine.Option(
            names = "--watch",
            paramLabel = "QUANTITY",
            description = "shows the running estimate of a quantity, as in abs_m, while it is measured")
    private Optional<String> watched = Optional.empty();

    @CommandLine.Option(
            names = "--executor",
            paramLabel = "NAME",
            description = "what has the tasks done (default: local, threads of this process)")
    private String executor = RunOptions.LOCAL;

    @CommandLine.Option(names = "--quiet", description = "no progress, only the results")
    private boolean quiet;

    @CommandLine.Option(
            names = "--connect",
            description = "has a workbench run it that \"blockspin serve\" keeps running, and waits for the end")
    private boolean connect;

    @CommandLine.Mixin
    private StateOption state = new StateOption();

    RunCommand(Workbench workbench, Pipelines pipelines, FinishedRuns runs, RunClient client, PrintWriter err) {
        this.workbench = workbench;
        this.pipelines = pipelines;
        this.runs = runs;
        this.client = client;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        requireValid(threads, out);
        PipelineSource source = pipelines.find(pipeline, settings);
        ForegroundRun foreground = new ForegroundRun(workbench, err);
        Optional<Path> folder = connect ? runThere(source, foreground) : runHere(source, foreground);
        if (folder.isPresent()) {
            ResultPrinter.print(
                    runs.rows(folder.get()), folder.get(), spec.commandLine().getOut());
        }
        return folder.isPresent() ? 0 : Console.CANCELLED;
    }

    private Optional<Path> runHere(PipelineSource source, ForegroundRun foreground)
            throws InvalidPipelineException, RunFailedException, ServerException {
        Plan plan = workbench.plan(source);
        Path folder = out.orElseGet(() -> foreground.folder(Path.of("runs", plan.name())));
        RunOptions options = new RunOptions(folder, threads, executor, watched);
        return foreground.run(plan, options, quiet) ? Optional.of(folder) : Optional.empty();
    }

    private Optional<Path> runThere(PipelineSource source, ForegroundRun foreground)
            throws InvalidPipelineException, RunFailedException, ServerException {
        Path here = Path.of("").toAbsolutePath();
        Submission submission = new Submission(source, out, here, threads, executor, watched);
        return foreground.run(
                quiet,
                (announce, listener, cancelled) -> client.run(
                        state.folder(),
                        submission,
                        folder -> announce.accept(shown(folder, here)),
                        listener,
                        cancelled));
    }

    /** As the user would write it. */
    private static Path shown(Path folder, Path here) {
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    /** Refuses values of {@code --threads} and {@code --out} that cannot be meant. */
    static void requireValid(int threads, Optional<Path> out) throws InvalidArgumentException {
        if (threads < 1) {
            throw new InvalidArgumentException("--threads: expected an integer of at least 1, found " + threads);
        }
        if (out.filter(folder -> folder.toString().isBlank()).isPresent()) {
            throw new InvalidArgumentException("--out: expected the name of a folder, found \"\"");
        }
    }
}
