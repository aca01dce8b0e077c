package org.blockspin.pipeline.internal.run;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;

/** Leads a run in a thread of its own, so that whoever waits for it can leave it behind when it does not obey. */
final class RunThread {
    private static final long LOOK_MILLISECONDS = 50;

    /** A second longer than the run itself waits for its workers. */
    private static final long PATIENCE_NANOSECONDS = TimeUnit.SECONDS.toNanos(Workers.PATIENCE_SECONDS + 1);

    private RunThread() {}

    /**
     * Waits for a run to end.
     *
     * @param cancelled the run should end when this is so
     * @param leftBehind is given the thread if it does not
     */
    static <T> T attend(Callable<T> run, BooleanSupplier cancelled, Consumer<Thread> leftBehind)
            throws InvalidPipelineException, RunFailedException {
        FutureTask<T> task = new FutureTask<>(run);
        Thread thread = new Thread(task, "blockspin-run");
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, thread, cancelled, leftBehind);
        } catch (ExecutionException e) {
            throw failure(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        }
    }

    private static <T> T await(
            FutureTask<T> task, Thread thread, BooleanSupplier cancelled, Consumer<Thread> leftBehind)
            throws ExecutionException, InterruptedException {
        long lastCall = Long.MAX_VALUE;
        while (true) {
            try {
                return task.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                if (lastCall == Long.MAX_VALUE && cancelled.getAsBoolean()) {
                    lastCall = now;
                } else if (lastCall != Long.MAX_VALUE && now - lastCall > PATIENCE_NANOSECONDS) {
                    leftBehind.accept(thread);
                    throw new CancellationException("the run was cancelled and does not end");
                }
            }
        }
    }

    private static RunFailedException failure(Throwable cause) throws InvalidPipelineException, RunFailedException {
        if (cause instanceof InvalidPipelineException invalid) {
            throw invalid;
        } else if (cause instanceof RunFailedException failed) {
            throw failed;
        } else if (cause instanceof RuntimeException failure) {
            throw failure;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return new RunFailedException("the run failed: " + cause, cause);
    }
}
