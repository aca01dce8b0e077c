package org.blockspin.pipeline;

import java.io.IOException;
import java.util.List;
import org.blockspin.api.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A part of a run that can be done anywhere: a function of the pipeline and of its id alone, which leaves one folder
 * below the run folder, whose name is a hash of all that determines it. To do a task twice does no harm. Thread-safe.
 */
@ProviderType
public interface Task {
    /**
     * Names the task within its pipeline, as in {@code network[repeat=3]}. Together with the run folder, which holds the
     * pipeline, this is all that another process needs, see {@link Workbench#perform}.
     */
    String id();

    /** The folder that it leaves, relative to the run folder. It appears whole or not at all, and then the task is done. */
    String output();

    /** What is to be done here: in any order, by any number of threads. When the last part is done, the output is there. */
    List<Part> parts();

    /** A piece of work, from milliseconds to minutes: a block of configurations, a training. */
    @ProviderType
    interface Part {
        /** How much it is, in the units of the step's activity. */
        long units();

        void run(Progress progress) throws IOException;
    }
}
