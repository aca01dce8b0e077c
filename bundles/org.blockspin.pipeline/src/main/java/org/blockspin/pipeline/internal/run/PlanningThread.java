package org.blockspin.pipeline.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.internal.binding.Snapshot;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;

/**
 * Plans in a thread of its own, so that whoever waits can leave it behind in a plugin that does not return. A plan may take
 * as long as it likes; between two questions to the catalogue no plugin may.
 */
final class PlanningThread {
    private static final long LOOK_MILLISECONDS = 50;
    private static final int PATIENCE_SECONDS = 10;

    /** What is done in the thread. */
    @FunctionalInterface
    interface Planning {
        PlannedPipeline plan() throws InvalidPipelineException;
    }

    private final String file;
    private final Snapshot snapshot;
    private final CompletableFuture<LeasedPlan> plan = new CompletableFuture<>();
    private final Thread thread;
    private long asked;
    private long moved = System.nanoTime();

    /**
     * Begins.
     *
     * @param file of the pipeline, for messages
     * @param snapshot goes to the plan, and is closed if there is none
     */
    PlanningThread(String file, Snapshot snapshot, Planning planning) {
        this.file = file;
        this.snapshot = snapshot;
        this.thread = new Thread(() -> make(planning), "blockspin-plan");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // There are too many threads, which passes.
            snapshot.close();
            throw e;
        }
    }

    private void make(Planning planning) {
        try {
            if (!plan.complete(new LeasedPlan(planning.plan(), snapshot))) {
                snapshot.close();
            }
        } catch (InvalidPipelineException | RuntimeException | Error e) {
            snapshot.close();
            plan.completeExceptionally(e);
        }
    }

    /**
     * Waits for the plan.
     *
     * @param cancelled once true, the thread is interrupted, and there is no plan
     * @param hanging is given the plugin that does not return, if there is one
     */
    LeasedPlan await(BooleanSupplier cancelled, Consumer<Blame.Culprit> hanging) throws InvalidPipelineException {
        while (!plan.isDone()) {
            pause();
            if (cancelled.getAsBoolean()) {
                thread.interrupt();
            }
            hanging().ifPresent(culprit -> leaveBehind(culprit, hanging));
        }
        if (cancelled.getAsBoolean()) {
            throw dropped();
        }
        return made();
    }

    /** Nobody takes the plan, whether there is one or will be one. */
    private CancellationException dropped() {
        CancellationException cancelled = new CancellationException("cancelled while the pipeline was planned");
        if (!plan.completeExceptionally(cancelled) && !plan.isCompletedExceptionally()) {
            plan.join().close();
        }
        return cancelled;
    }

    private void pause() {
        try {
            plan.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever called looks whether it is done, and how.
            return;
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw dropped();
        }
    }

    /** The plugin that has been running since the catalogue was last asked, if that is too long ago. */
    private Optional<Blame.Culprit> hanging() {
        long now = System.nanoTime();
        if (asked != snapshot.asked()) {
            asked = snapshot.asked();
            moved = now;
        }
        return now - moved < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)
                ? Optional.empty()
                : new Blame(snapshot.all()).culprit(thread.getStackTrace());
    }

    private void leaveBehind(Blame.Culprit culprit, Consumer<Blame.Culprit> hanging) {
        String message = "the " + culprit.title() + " has not returned for " + PATIENCE_SECONDS
                + " s while the pipeline was planned";
        if (plan.completeExceptionally(new InvalidPipelineException(List.of(new Mistake(file, "", message))))) {
            thread.interrupt();
            hanging.accept(culprit);
        }
    }

    private LeasedPlan made() throws InvalidPipelineException {
        try {
            return plan.join();
        } catch (CompletionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof InvalidPipelineException invalid) {
                throw invalid;
            } else if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : e;
        }
    }
}
