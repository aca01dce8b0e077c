package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.blockspin.api.Result;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.Task;
import org.blockspin.pipeline.TaskExecutor;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StoredTask;
import org.blockspin.pipeline.internal.plan.TaskStore;
import org.blockspin.pipeline.internal.plan.Work;

/** Has the tasks of a plan done, step after step, and does in this process what leaves no output. */
final class Engine implements RunContext {
    /**
     * How to run.
     *
     * @param threads of this process
     * @param executor has the tasks done
     * @param watched the quantity whose running estimate is told
     */
    record Options(int threads, TaskExecutor executor, Optional<String> watched) {
        /** On threads of this process. */
        static Options local(int threads) {
            return new Options(threads, new LocalExecutor(), Optional.empty());
        }
    }

    private final PlannedPipeline plan;
    private final RunFolder folder;
    private final Options options;
    private final RunListener listener;
    private final TaskStore store;
    private final Blame blame;
    private final LeftBehind leftBehind;
    private final Map<String, List<Result>> results = new HashMap<>();

    /** An engine that blames no plugin. */
    Engine(PlannedPipeline plan, RunFolder folder, Options options, RunListener listener) {
        this(plan, folder, options, listener, new Blame(List.of()), new LeftBehind());
    }

    /**
     * @param blame finds the plugin that is at fault
     * @param leftBehind takes the threads that do not stop
     */
    Engine(
            PlannedPipeline plan,
            RunFolder folder,
            Options options,
            RunListener listener,
            Blame blame,
            LeftBehind leftBehind) {
        this.plan = plan;
        this.folder = folder;
        this.options = options;
        this.listener = listener;
        this.store = new TaskStore(folder);
        this.blame = blame;
        this.leftBehind = leftBehind;
    }

    private StepRun stepRun(PlannedPipeline.Step step) {
        return new StepRun(step.name(), folder, options.threads(), plan.control(), listener, leftBehind);
    }

    @Override
    public RunFolder folder() {
        return folder;
    }

    @Override
    public TaskStore tasks() {
        return store;
    }

    @Override
    public boolean isInProcess() {
        return options.executor().isInProcess();
    }

    @Override
    public Optional<String> watched() {
        return options.watched();
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

    @Override
    public void notice(String sentence) {
        listener.notice(sentence);
    }

    /** The rows of all steps, in the order of the pipeline's text. */
    List<Result> run() throws RunFailedException {
        List<Identity> done = new ArrayList<>();
        for (PlannedPipeline.Step step : plan.steps()) {
            guarded(step, () -> run(step, done));
        }
        List<Result> all = new ArrayList<>();
        plan.written().forEach(step -> all.addAll(results(step)));
        try {
            store.keepOnly(done);
        } catch (IOException e) {
            notice("what an earlier run left cannot be removed: " + Reason.of(e));
        }
        return all;
    }

    private void run(PlannedPipeline.Step step, List<Identity> done) throws IOException {
        List<StoredTask> tasks = step.kind().tasks(step.family(), this);
        List<StoredTask> missing = takeEarlier(step, tasks);
        List<Work> work = step.kind().work(step.family(), this);
        long units = missing.stream()
                        .flatMap(task -> task.parts().stream())
                        .mapToLong(Task.Part::units)
                        .sum()
                + work.stream().mapToLong(Work::units).sum();
        if (units > 0) {
            StepRun run = stepRun(step);
            listener.stepStarted(step.name(), step.kind().activity(), units);
            if (!missing.isEmpty()) {
                options.executor().execute(missing, run);
                take(missing);
            }
            step.kind().publish(step.family(), this);
            LocalExecutor.perform(work.stream(), run);
            listener.stepFinished(step.name());
        } else {
            step.kind().publish(step.family(), this);
        }
        results.put(step.name(), step.kind().results(step.family(), this));
        tasks.forEach(task -> done.add(task.identity()));
    }

    /** Takes what earlier runs in this folder did; returns the tasks that are left. */
    private List<StoredTask> takeEarlier(PlannedPipeline.Step step, List<StoredTask> tasks) throws IOException {
        List<StoredTask> missing = new ArrayList<>();
        Optional<String> reason = Optional.empty();
        for (StoredTask task : tasks) {
            StoredTask.Earlier earlier = task.takeEarlier();
            if (!earlier.taken()) {
                missing.add(task);
                reason = reason.or(earlier::reason);
            }
        }
        String all = " of " + tasks.size() + " " + step.kind().outputs();
        int taken = tasks.size() - missing.size();
        if (taken > 0) {
            notice(step.name() + ": " + taken + all + " are there from an earlier run");
        }
        reason.ifPresent(why -> notice(step.name() + ": " + missing.size() + all + " are made anew, because " + why));
        return missing;
    }

    private void take(List<StoredTask> tasks) throws IOException {
        for (StoredTask task : tasks) {
            if (!task.isDone()) {
                throw new IOException("the executor \"" + options.executor().name() + "\" left " + task.id()
                        + " undone: there is no " + task.output());
            }
            task.read();
        }
    }

    /** Does the named tasks, for a run that another process began. Those that are done already are not done again. */
    void perform(List<String> ids) throws RunFailedException {
        for (PlannedPipeline.Step step : plan.steps()) {
            guarded(step, () -> {
                List<StoredTask> wanted = new ArrayList<>();
                for (StoredTask task : step.kind().tasks(step.family(), this)) {
                    if (task.isDone()) {
                        task.read();
                    } else if (ids.contains(task.id())) {
                        wanted.add(task);
                    }
                }
                if (!wanted.isEmpty()) {
                    long units = wanted.stream()
                            .flatMap(task -> task.parts().stream())
                            .mapToLong(Task.Part::units)
                            .sum();
                    listener.stepStarted(step.name(), step.kind().activity(), units);
                    options.executor().execute(wanted, stepRun(step));
                    listener.stepFinished(step.name());
                }
            });
        }
    }

    /** Ids of all tasks, in the order of the steps. */
    List<String> ids() {
        return plan.steps().stream()
                .flatMap(step -> step.kind().tasks(step.family(), this).stream())
                .map(StoredTask::id)
                .toList();
    }

    /** Something that a step does. */
    private interface Doing {
        void run() throws IOException;
    }

    private void guarded(PlannedPipeline.Step step, Doing doing) throws RunFailedException {
        try {
            doing.run();
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            String where = "step \"" + step.name() + "\" (" + step.kind().name() + ") failed: ";
            throw new RunFailedException(where + new FailureSentence(blame).of(e), e);
        }
    }
}
