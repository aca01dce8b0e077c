package org.blockspin.server.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.Workbench;
import org.blockspin.server.RunStatus;
import org.blockspin.server.Submission;

/** The runs of a server: so many at once, the others in the order in which they came. Thread-safe. */
final class RunQueue implements AutoCloseable {
    /** How many runs that have ended are remembered. */
    private static final int REMEMBERED = 100;

    private static final long PATIENCE_MILLISECONDS = 400;

    private final Workbench workbench;
    private final Consumer<String> log;
    private final ExecutorService threads;
    private final List<SubmittedRun> runs = new ArrayList<>();
    private int submitted;

    RunQueue(Workbench workbench, int parallel, Consumer<String> log) {
        this.workbench = workbench;
        this.log = log;
        this.threads = Executors.newFixedThreadPool(parallel, task -> {
            Thread thread = new Thread(task, "run-queue");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Checks a pipeline, and lets it wait for its turn.
     *
     * @param withdrawn whether who submits it does not want it any more, which is asked until it has been checked
     */
    SubmittedRun submit(Submission submission, BooleanSupplier withdrawn) throws InvalidPipelineException {
        String name;
        try (Plan plan = workbench.plan(submission.source(), withdrawn)) {
            name = plan.name();
        } catch (CancellationException e) {
            log.accept(submission.source().file() + " cancelled before it was submitted");
            throw e;
        }
        SubmittedRun run = add(submission, name);
        log.accept("run " + run.id() + " submitted: " + name + " in " + run.folder());
        threads.execute(() -> run(run));
        return run;
    }

    private synchronized SubmittedRun add(Submission submission, String name) {
        Path folder = submission
                .folder()
                .map(submission.base()::resolve)
                .orElseGet(
                        () -> workbench.folder(submission.base().resolve("runs").resolve(name), this::isTaken));
        submitted++;
        SubmittedRun run = new SubmittedRun(String.valueOf(submitted), name, folder, submission);
        runs.add(run);
        forgetOldest();
        return run;
    }

    private boolean isTaken(Path folder) {
        return runs.stream().anyMatch(run -> !run.hasEnded() && run.folder().equals(folder));
    }

    private void forgetOldest() {
        long ended = runs.stream().filter(SubmittedRun::hasEnded).count();
        if (ended > REMEMBERED) {
            runs.stream().filter(SubmittedRun::hasEnded).findFirst().ifPresent(runs::remove);
        }
    }

    private void run(SubmittedRun run) {
        run.run(workbench);
        RunStatus status = run.status();
        log.accept(
                "run " + run.id() + " " + status.state() + (status.detail().isEmpty() ? "" : ": " + status.detail()));
    }

    synchronized List<RunStatus> status() {
        return runs.stream().map(SubmittedRun::status).toList();
    }

    synchronized Optional<SubmittedRun> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    /** Cancels all of them, and waits a moment for them to say so in their folders. */
    @Override
    public void close() {
        cancelAll();
        threads.shutdown();
        try {
            threads.awaitTermination(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void cancelAll() {
        runs.forEach(SubmittedRun::cancel);
    }
}
