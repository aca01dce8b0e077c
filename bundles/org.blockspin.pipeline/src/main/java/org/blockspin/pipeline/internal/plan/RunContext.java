package org.blockspin.pipeline.internal.plan;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.files.RunFolder;

/** What the work of a step sees of the run. */
public interface RunContext {
    RunFolder folder();

    /** The finished tasks of the run folder. */
    TaskStore tasks();

    /** Whether the tasks of later steps are done in this process, so that their blocks may be computed ahead. */
    boolean isInProcess();

    /** The quantity whose running estimate the user wants to see. */
    Optional<String> watched();

    /** Tells the user something in one sentence. */
    void notice(String sentence);

    /** The seed of the pipeline. */
    long seed();

    /** The rows of a step that has run. */
    List<Result> results(String step);
}
