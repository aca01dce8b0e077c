package org.blockspin.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Service that reads the folders of finished runs. Thread-safe. */
@ProviderType
public interface FinishedRuns {
    /**
     * The pipeline of a run with every default as it was then: the same plugins plan the same from it. Mistakes in it are
     * located in the {@code run.json} that it comes from.
     *
     * @throws InvalidRunException if the folder is not that of a finished run, or is damaged, or of a later format
     */
    PipelineSource pipeline(Path folder) throws InvalidRunException;

    /**
     * The rows of {@code results.csv}.
     *
     * @throws InvalidRunException as {@link #pipeline}
     */
    List<RunComparison.Row> rows(Path folder) throws InvalidRunException;

    /**
     * Compares what determined two runs, and what they came to.
     *
     * @throws InvalidRunException as {@link #pipeline}, for either of them
     */
    RunComparison compare(Path first, Path second) throws InvalidRunException;
}
