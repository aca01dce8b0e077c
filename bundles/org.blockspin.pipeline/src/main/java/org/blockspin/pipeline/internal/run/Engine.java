package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.blockspin.api.Progress;
import org.blockspin.api.Result;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.Work;

/**
 * Does the work of a plan, step after step, the units of each step on a fixed number of threads. The units are the same
 * whatever that number is, and each is a pure function of the plan.
 */
final class Engine implements RunContext {
    private static final int PATIENCE_SECONDS = 10;

    private final PlannedPipeline plan;
    private final RunFolder folder;
    private final int threads;
    private final RunListener listener;
    private final Map<String, List<Result>> results = new HashMap<>();

    Engine(PlannedPipeline plan, RunFolder folder, int threads, RunListener listener) {
        this.plan = plan;
        this.folder = folder;
        this.threads = threads;
        this.listener = listener;
    }

    @Override
    public RunFolder folder() {
        return folder;
    }

    @Override
    public long seed() {
        return plan.seed();
    }

    @Override
    public List<Result> results(String step) {
        List<Result> rows = results.get(step);
        if (rows == null) {
            throw new IllegalStateException("step " + step + " has not run yet");
        }
        return rows;
    }

    /** The rows of all steps, in the order of the pipeline's text. */
    List<Result> run() throws RunFailedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads, named());
        try {
            for (PlannedPipeline.Step step : plan.steps()) {
                run(step, executor);
            }
        } finally {
            end(executor);
        }
        List<Result> all = new ArrayList<>();
        plan.written().forEach(step -> all.addAll(results(step)));
        return all;
    }

    @Override
    public void notice(String sentence) {
        listener.notice(sentence);
    }

    private void run(PlannedPipeline.Step step, ExecutorService executor) throws RunFailedException {
        List<Work> work = work(step);
        if (!work.isEmpty()) {
            long units = work.stream().mapToLong(Work::units).sum();
            listener.stepStarted(step.name(), step.kind().activity(), units);
            await(step, work.size(), submit(step.name(), work, executor));
            listener.stepFinished(step.name());
        }
        results.put(step.name(), results(step));
    }

    private List<Result> results(PlannedPipeline.Step step) throws RunFailedException {
        try {
            return step.kind().results(step.family(), this);
        } catch (RuntimeException e) {
            throw new RunFailedException(sentence(step, e), e);
        }
    }

    private List<Work> work(PlannedPipeline.Step step) throws RunFailedException {
        try {
            return step.kind().work(step.family(), this);
        } catch (IOException e) {
            throw new RunFailedException("the run folder cannot be read: " + Reason.of(e), e);
        }
    }

    private CompletionService<Boolean> submit(String step, List<Work> work, ExecutorService executor) {
        StepProgress progress = new StepProgress(step, work.size());
        CompletionService<Boolean> completion = new ExecutorCompletionService<>(executor);
        for (int i = 0; i < work.size(); i++) {
            int unit = i;
            completion.submit(() -> {
                Progress own = progress.unit(unit, work.get(unit).units());
                own.checkCancelled();
                work.get(unit).run(own);
                own.report(1);
                return true;
            });
        }
        return completion;
    }

    /** Waits for all units, or for the first that fails. */
    private static void await(PlannedPipeline.Step step, int units, CompletionService<Boolean> completion)
            throws RunFailedException {
        try {
            for (int i = 0; i < units; i++) {
                completion.take().get();
            }
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof CancellationException cancelled) {
                throw cancelled;
            }
            throw new RunFailedException(sentence(step, cause), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the run was interrupted");
        }
    }

    /** Lets no unit run on: what it uses is closed next. One that does not ask whether it is cancelled is left behind. */
    private void end(ExecutorService executor) {
        plan.control().stop();
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                listener.notice("a unit of work does not stop and is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sentence(PlannedPipeline.Step step, Throwable cause) {
        String where = "step \"" + step.name() + "\" (" + step.kind().name() + ") failed: ";
        if (cause instanceof OutOfMemoryError) {
            return where + "the Java heap is too small; give the JVM more (-Xmx) or use fewer threads";
        }
        if (cause instanceof IOException failure) {
            return where + "a file cannot be written: " + Reason.of(failure);
        }
        return where + Optional.ofNullable(cause.getMessage()).orElse(cause.toString());
    }

    private ThreadFactory named() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, plan.name() + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Adds up the fractions of all units of a step. */
    private final class StepProgress {
        private final String step;
        private final double[] done;
        private double total;

        StepProgress(String step, int units) {
            this.step = step;
            this.done = new double[units];
        }

        Progress unit(int unit, long units) {
            return new Progress() {
                @Override
                public void report(double fraction) {
                    update(unit, units * Math.max(0, Math.min(1, fraction)));
                }

                @Override
                public void checkCancelled() {
                    plan.control().checkCancelled();
                }
            };
        }

        private synchronized void update(int unit, double unitsDone) {
            total += unitsDone - done[unit];
            done[unit] = unitsDone;
            listener.stepProgress(step, total);
        }
    }
}
