package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;
import org.blockspin.server.ServerException;

/** Runs plans while the user waits: with progress, until Ctrl-C. */
final class ForegroundRun {
    private final Workbench workbench;
    private final PrintWriter err;

    ForegroundRun(Workbench workbench, PrintWriter err) {
        this.workbench = workbench;
        this.err = err;
    }

    /** Something that runs, here or elsewhere, and leaves a folder. */
    interface Running {
        /** @param announce is told the folder before anything is done there */
        void run(Consumer<Path> announce, RunListener listener, BooleanSupplier cancelled)
                throws InvalidPipelineException, RunFailedException, ServerException;
    }

    /** Runs a plan here; false, and said so, if the user cancelled it. */
    boolean run(Plan plan, RunOptions options, boolean quiet)
            throws InvalidPipelineException, RunFailedException, ServerException {
        return run(quiet, (announce, listener, cancelled) -> {
                    announce.accept(options.folder());
                    workbench.run(plan, options, listener, cancelled);
                })
                .isPresent();
    }

    /** The folder; empty, and said so, if the user cancelled the run. */
    Optional<Path> run(boolean quiet, Running running)
            throws InvalidPipelineException, RunFailedException, ServerException {
        RunListener listener = quiet ? new Silent() : new ProgressPrinter(err, onTerminal(), System::nanoTime);
        try (Interrupt interrupt = new Interrupt(err)) {
            return run(running, listener, interrupt);
        }
    }

    /** Says what was cancelled before the interrupt is closed, for the process may end then. */
    private Optional<Path> run(Running running, RunListener listener, Interrupt interrupt)
            throws InvalidPipelineException, RunFailedException, ServerException {
        List<Path> folder = new ArrayList<>();
        try {
            running.run(folder::add, listener, interrupt::requested);
            return folder.stream().findFirst();
        } catch (CancellationException e) {
            err.println("blockspin: cancelled"
                    + folder.stream()
                            .findFirst()
                            .map(begun -> "; " + begun + " is incomplete, run again to go on")
                            .orElse(" before the run began"));
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
        Path folder = workbench.folder(wanted, path -> false);
        if (Files.exists(folder)) {
            err.println("going on with " + folder + ", which is incomplete");
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
