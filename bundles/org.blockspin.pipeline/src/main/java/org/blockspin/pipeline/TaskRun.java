package org.blockspin.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** What a {@link TaskExecutor} sees of a run. Thread-safe. */
@ProviderType
public interface TaskRun {
    /** The run folder. Its {@code run.json} holds the pipeline. */
    Path folder();

    /** How many threads the user gave the run. */
    int threads();

    /** Does a part of a task in the calling thread, and counts it. */
    void perform(Task.Part part) throws IOException;

    /** Whether the output of a task is there. */
    boolean isDone(Task task);

    /** Counts a task that was done elsewhere. */
    void count(Task task);

    /**
     * Throws where the run was cancelled. Call it at least every few hundred milliseconds.
     *
     * @throws java.util.concurrent.CancellationException if the run was cancelled; let it pass through
     */
    void checkCancelled();

    /** Makes {@link #checkCancelled} throw from now on, also in parts that are under way: the run has failed. */
    void stop();

    /** Something the user should know, in one sentence. */
    void notice(String sentence);
}
