package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.blockspin.pipeline.Task;
import org.blockspin.pipeline.TaskExecutor;
import org.blockspin.pipeline.TaskRun;
import org.osgi.service.component.annotations.Component;

/**
 * Does the parts of all tasks on threads of this process. The parts are the same whatever the number of threads; a thread
 * that has none left steals from the others, the oldest first.
 */
@Component
public final class LocalExecutor implements TaskExecutor {
    static final String NAME = "local";

    /** Parts a thread that wait for a free one. */
    private static final int AHEAD = 4;

    private static final long LOOK_MILLISECONDS = 100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isInProcess() {
        return true;
    }

    @Override
    public void execute(List<? extends Task> tasks, TaskRun run) throws IOException {
        perform(tasks.stream().flatMap(task -> task.parts().stream()), run);
    }

    /**
     * Returns when all parts are done, or the first that fails has made the others stop. Takes parts from the stream as
     * threads become free: memory does not depend on their number.
     */
    static void perform(Stream<? extends Task.Part> parts, TaskRun run) throws IOException {
        Workers workers = new Workers(run.threads());
        boolean done = false;
        try {
            perform(parts, run, new ExecutorCompletionService<>(workers.pool()));
            done = true;
        } catch (ExecutionException e) {
            throw failure(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        } finally {
            if (!done) {
                run.stop();
            }
            workers.end(thread -> leaveBehind(thread, run));
        }
    }

    private static void perform(Stream<? extends Task.Part> parts, TaskRun run, CompletionService<Boolean> completion)
            throws ExecutionException, InterruptedException {
        int underWay = 0;
        for (Iterator<? extends Task.Part> left = parts.iterator(); left.hasNext(); underWay++) {
            Task.Part part = left.next();
            if (underWay == AHEAD * run.threads()) {
                await(completion, run);
                underWay--;
            }
            completion.submit(() -> {
                run.checkCancelled();
                run.perform(part);
                return true;
            });
        }
        for (; underWay > 0; underWay--) {
            await(completion, run);
        }
    }

    /** Hears of a cancellation even where the parts under way do not. */
    private static void await(CompletionService<Boolean> completion, TaskRun run)
            throws ExecutionException, InterruptedException {
        Future<Boolean> ended = completion.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        while (ended == null) {
            run.checkCancelled();
            ended = completion.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
        ended.get();
    }

    private static void leaveBehind(Thread thread, TaskRun run) {
        if (run instanceof StepRun own) {
            own.leaveBehind(thread);
        } else {
            run.notice("the thread " + thread.getName() + " does not stop and is left behind");
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }
}
