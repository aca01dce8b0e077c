package org.blockspin.console.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.blockspin.pipeline.FinishedRuns;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunComparison;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;
import picocli.CommandLine;

/** {@code rerun}: repeats a run from its own record, and says whether the numbers are the same. */
@CommandLine.Command(
        name = "rerun",
        description = {
            "Repeats a finished run from the pipeline in its run.json, in a new folder, and compares the numbers.",
            "They are the same, bit for bit, on the same type of machine, JDK and TensorFlow build."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 every number is the same, 1 numbers differ or the run failed, 2 the input is wrong, "
                    + "130 cancelled."
        })
final class RerunCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final FinishedRuns runs;
    private final PrintWriter err;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(index = "0", paramLabel = "RUN", description = "folder of a finished run")
    private Path run = Path.of("");

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "the folder of the repetition, which must not hold a finished run (default: RUN-rerun)")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            description = "worker threads (default: one a processor); results do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @CommandLine.Option(names = "--quiet", description = "no progress, only the comparison")
    private boolean quiet;

    RerunCommand(Workbench workbench, FinishedRuns runs, PrintWriter err) {
        this.workbench = workbench;
        this.runs = runs;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        RunCommand.requireValid(threads, out);
        Plan plan = workbench.plan(runs.pipeline(run));
        ForegroundRun foreground = new ForegroundRun(workbench, err);
        Path folder = out.isPresent() ? requireNew(out.get()) : foreground.folder(beside(run));
        if (!foreground.run(plan, new RunOptions(folder, threads), quiet)) {
            return Console.CANCELLED;
        }
        RunComparison comparison = runs.compare(run, folder);
        print(comparison, folder, spec.commandLine().getOut());
        return comparison.numbersAreSame() ? 0 : 1;
    }

    /** {@code RUN-rerun}. */
    private static Path beside(Path run) {
        Path named = run.toString().matches("(.*/)?\\.{0,2}/?")
                ? run.toAbsolutePath().normalize()
                : run;
        return named.resolveSibling(named.getFileName() + "-rerun");
    }

    private Path requireNew(Path folder) throws InvalidArgumentException, RunFailedException {
        if (isSame(folder, run)) {
            throw new InvalidArgumentException(
                    "--out: expected another folder than that of the run that is repeated, found " + folder);
        }
        if (workbench.status(folder).filter("done"::equals).isPresent()) {
            throw new InvalidArgumentException("--out: expected a folder without a finished run, found " + folder);
        }
        return folder;
    }

    private static boolean isSame(Path folder, Path other) throws RunFailedException {
        try {
            return Files.exists(folder) && Files.isSameFile(folder, other);
        } catch (IOException e) {
            throw new RunFailedException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(RunComparison comparison, Path folder, PrintWriter printed) {
        ComparisonPrinter printer = new ComparisonPrinter(printed, false);
        List<RunComparison.Change> changes = Stream.of(
                        comparison.settings(), comparison.bundles(), comparison.environment())
                .flatMap(List::stream)
                .toList();
        if (comparison.numbersAreSame()) {
            printed.println("every number is the same, bit for bit: "
                    + comparison.pairs().size() + " rows in " + run + " and in " + folder);
            printer.changes("although this is not the same as then", changes);
            return;
        }
        printed.println("A = " + run);
        printed.println("B = " + folder);
        printer.summary(comparison);
        if (changes.isEmpty()) {
            printed.println("Bundles, Java and machine are recorded as the same: the processor may be of another type; "
                    + "if it is not, this is a defect.");
        }
        printer.changes("probably because this is not the same as then", changes);
        printed.println("\"blockspin diff " + run + " " + folder + "\" shows the rows.");
    }
}
