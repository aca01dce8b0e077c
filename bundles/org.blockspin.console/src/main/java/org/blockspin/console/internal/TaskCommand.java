package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code task}: what executors start elsewhere. */
@CommandLine.Command(
        name = "task",
        description = "Does tasks of a run that another process leads: what executors start on other machines.",
        mixinStandardHelpOptions = true)
final class TaskCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final PrintWriter err;

    @CommandLine.Parameters(index = "0", paramLabel = "RUN", description = "the run folder")
    private Path folder = Path.of("");

    @CommandLine.Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ID",
            description = "tasks, as in \"network[repeat=3]\"; what is done already is not done again")
    private List<String> tasks = List.of();

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: one a processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    TaskCommand(Workbench workbench, PrintWriter err) {
        this.workbench = workbench;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        RunCommand.requireValid(threads, Optional.empty());
        RunListener listener = new ProgressPrinter(err, false, System::nanoTime);
        workbench.perform(folder, tasks, threads, listener, () -> false);
        return 0;
    }
}
