package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;

/** Runs plans while the user waits: with progress, until Ctrl-C. */
final class ForegroundRun {
    private final Workbench workbench;
    private final PrintWriter err;

    ForegroundRun(Workbench workbench, PrintWriter err) {
        this.workbench = workbench;
        this.err = err;
    }

    /** The results; empty, and said so, if the user cancelled the run. */
    Optional<List<Result>> run(Plan plan, RunOptions options, boolean quiet)
            throws InvalidPipelineException, RunFailedException {
        RunListener listener = quiet ? new Silent() : new ProgressPrinter(err, onTerminal(), System::nanoTime);
        try (Interrupt interrupt = new Interrupt(err)) {
            return run(plan, options, listener, interrupt);
        }
    }

    /** Says what was cancelled before the interrupt is closed, for the process may end then. */
    private Optional<List<Result>> run(Plan plan, RunOptions options, RunListener listener, Interrupt interrupt)
            throws InvalidPipelineException, RunFailedException {
        try {
            return Optional.of(workbench.run(plan, options, listener, interrupt::requested));
        } catch (CancellationException e) {
            err.println("blockspin: cancelled; " + options.folder() + " is incomplete, run again to go on");
            return Optional.empty();
        }
    }

    private static boolean onTerminal() {
        return Boolean.getBoolean("blockspin.terminal");
    }

    /**
     * The wanted folder, or the first of {@code wanted-2}, {@code wanted-3}, ... that does not exist or holds a run that
     * was cut off: that one is gone on with.
     */
    Path folder(Path wanted) {
        Path folder = wanted;
        for (int i = 2; Files.exists(folder); i++) {
            Optional<String> status = workbench.status(folder);
            if (status.isPresent() && !status.get().equals("done")) {
                err.println("going on with " + folder + ", which is incomplete");
                return folder;
            }
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + i);
        }
        return folder;
    }

    /** Says nothing. */
    static final class Silent implements RunListener {
        @Override
        public void stepStarted(String step, String activity, long units) {}

        @Override
        public void stepProgress(String step, double unitsDone) {}

        @Override
        public void stepFinished(String step) {}

        @Override
        public void notice(String message) {}
    }
}
