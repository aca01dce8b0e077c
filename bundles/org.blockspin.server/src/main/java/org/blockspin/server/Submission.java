package org.blockspin.server;

import java.nio.file.Path;
import java.util.Optional;
import org.blockspin.pipeline.PipelineSource;

/**
 * What a server is asked to run.
 *
 * @param source the pipeline
 * @param folder the run folder; {@code runs/NAME} below {@code base} if it is empty
 * @param base an absolute path
 * @param threads worker threads, at least 1
 * @param executor what has the tasks done
 * @param watched the quantity whose running estimate is wanted
 */
public record Submission(
        PipelineSource source,
        Optional<Path> folder,
        Path base,
        int threads,
        String executor,
        Optional<String> watched) {}
