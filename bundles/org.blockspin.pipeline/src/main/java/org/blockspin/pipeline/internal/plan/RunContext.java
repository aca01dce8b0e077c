package org.blockspin.pipeline.internal.plan;

import java.util.List;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.files.RunFolder;

/** What the work of a step sees of the run. */
public interface RunContext {
    RunFolder folder();

    /** Tells the user something in one sentence. */
    void notice(String sentence);

    /** The seed of the pipeline. */
    long seed();

    /** The rows of a step that has run. */
    List<Result> results(String step);
}
