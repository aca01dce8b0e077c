package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Plan;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.pipeline.RunOptions;
import org.blockspin.pipeline.Workbench;
import org.blockspin.server.RunStatus;
import org.blockspin.server.Submission;

/** A run of this server, from its submission on. Thread-safe. */
final class SubmittedRun {
    private enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    private final String id;
    private final String pipeline;
    private final Path folder;
    private final Submission submission;
    private final EventLog log = new EventLog();
    private State state = State.QUEUED;
    private String detail = "";
    private List<String> plugins = List.of();
    private volatile boolean cancelled;

    SubmittedRun(String id, String pipeline, Path folder, Submission submission) {
        this.id = id;
        this.pipeline = pipeline;
        this.folder = folder;
        this.submission = submission;
    }

    String id() {
        return id;
    }

    Path folder() {
        return folder;
    }

    EventLog log() {
        return log;
    }

    synchronized boolean hasEnded() {
        return state != State.QUEUED && state != State.RUNNING;
    }

    /** A run that waits ends at once, and one that runs when its plugins let it. */
    synchronized void cancel() {
        cancelled = true;
        if (state == State.QUEUED) {
            end(State.CANCELLED, "", Event.of(Event.CANCELLED));
        }
    }

    synchronized RunStatus status() {
        String word = cancelled && state == State.RUNNING
                ? "being cancelled"
                : state.name().toLowerCase(Locale.ROOT);
        return new RunStatus(id, pipeline, word, detail, folder.toString(), plugins);
    }

    /** Runs with the plugins that are there now, whatever they were when it was submitted. */
    void run(Workbench workbench) {
        try {
            if (!begin()) {
                return;
            }
            Plan plan = workbench.plan(submission.source(), () -> cancelled);
            describe(plan.plugins());
            RunOptions options =
                    new RunOptions(folder, submission.threads(), submission.executor(), submission.watched());
            workbench.run(plan, options, listener(), () -> cancelled);
            end(State.DONE, "", Event.of(Event.DONE));
        } catch (CancellationException e) {
            end(State.CANCELLED, "", Event.of(Event.CANCELLED));
        } catch (InvalidPipelineException e) {
            end(State.FAILED, "the pipeline is not valid", Event.refused(e));
        } catch (RunFailedException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            fail("the run failed, which is a defect: " + e);
        }
    }

    /** Whether it was not cancelled while it waited. */
    private synchronized boolean begin() {
        if (cancelled) {
            return false;
        }
        state = State.RUNNING;
        if (Files.exists(folder)) {
            Event.into(log).notice("going on with " + folder + ", which is incomplete");
        }
        return true;
    }

    private synchronized void describe(List<String> used) {
        plugins = List.copyOf(used);
    }

    private void fail(String sentence) {
        end(State.FAILED, sentence, Event.of(Event.FAILED, sentence));
    }

    private synchronized void end(State how, String why, JsonObject event) {
        state = how;
        detail = why;
        log.end(event);
    }

    private synchronized void note(String text) {
        detail = text;
    }

    /** Also remembers which step is under way. */
    private RunListener listener() {
        RunListener events = Event.into(log);
        return new RunListener() {
            private String activity = "";
            private long units;

            @Override
            public void stepStarted(String step, String activityOfStep, long unitsOfStep) {
                activity = activityOfStep;
                units = unitsOfStep;
                note(step);
                events.stepStarted(step, activityOfStep, unitsOfStep);
            }

            @Override
            public void stepProgress(String step, double unitsDone) {
                note(String.format(Locale.ROOT, "%s: %.0f of %d %s", step, Math.floor(unitsDone), units, activity));
                events.stepProgress(step, unitsDone);
            }

            @Override
            public void state(String step, String stateOfStep) {
                events.state(step, stateOfStep);
            }

            @Override
            public void stepFinished(String step) {
                events.stepFinished(step);
            }

            @Override
            public void notice(String message) {
                events.notice(message);
            }
        };
    }
}
