package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import org.blockspin.api.Progress;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.Task;
import org.blockspin.pipeline.TaskRun;
import org.blockspin.pipeline.internal.ensembles.Control;
import org.blockspin.pipeline.internal.files.RunFolder;

/** The run as the executor of the tasks of one step sees it; adds up the fractions of all parts that are done. */
final class StepRun implements TaskRun {
    private final String step;
    private final RunFolder folder;
    private final int threads;
    private final Control control;
    private final RunListener listener;
    private final LeftBehind leftBehind;
    private final IdentityHashMap<Task.Part, Double> begun = new IdentityHashMap<>();
    private double total;

    StepRun(String step, RunFolder folder, int threads, Control control, RunListener listener, LeftBehind leftBehind) {
        this.step = step;
        this.folder = folder;
        this.threads = threads;
        this.control = control;
        this.listener = listener;
        this.leftBehind = leftBehind;
    }

    /** A thread that does not stop now that the step has ended. */
    void leaveBehind(Thread thread) {
        leftBehind.add(thread);
    }

    @Override
    public Path folder() {
        return folder.root();
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void perform(Task.Part part) throws IOException {
        part.run(progress(part));
        finish(part);
    }

    @Override
    public boolean isDone(Task task) {
        return Files.exists(folder.root().resolve(task.output()));
    }

    @Override
    public void count(Task task) {
        task.parts().forEach(this::finish);
    }

    @Override
    public void checkCancelled() {
        control.checkCancelled();
    }

    @Override
    public void stop() {
        control.stop();
    }

    @Override
    public void notice(String sentence) {
        listener.notice(sentence);
    }

    private Progress progress(Task.Part part) {
        return new Progress() {
            @Override
            public void report(double fraction) {
                update(part, part.units() * Math.max(0, Math.min(1, fraction)));
            }

            @Override
            public void say(String state) {
                tell(state);
            }

            @Override
            public void checkCancelled() {
                control.checkCancelled();
            }
        };
    }

    private synchronized void update(Task.Part part, double units) {
        Double before = begun.put(part, units);
        total += units - (before == null ? 0 : before);
        listener.stepProgress(step, total);
    }

    private synchronized void finish(Task.Part part) {
        update(part, (double) part.units());
        begun.remove(part);
    }

    private synchronized void tell(String state) {
        listener.state(step, state);
    }
}
