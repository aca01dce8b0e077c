package org.blockspin.pipeline;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Service that has the tasks of a run done: by threads of this process ({@code local}, the default), or by another engine
 * that a bundle brings, which may start {@code blockspin task FOLDER ID...} wherever the run folder can be reached.
 */
@ConsumerType
public interface TaskExecutor {
    /** What {@code run --executor} calls it; letters, digits and hyphens. */
    String name();

    /**
     * Whether it does the tasks in this process, so that it pays to compute ahead here what several of them share.
     */
    boolean isInProcess();

    /**
     * Returns when the outputs of all tasks are there. The tasks do not need each other.
     *
     * @param tasks those that are not done yet
     * @param run what they are part of
     * @throws IOException if one failed; the message says which, and why
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     */
    void execute(List<? extends Task> tasks, TaskRun run) throws IOException;
}
