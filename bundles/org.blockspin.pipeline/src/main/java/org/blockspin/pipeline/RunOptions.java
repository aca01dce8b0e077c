package org.blockspin.pipeline;

import java.nio.file.Path;

/**
 * How to run.
 *
 * @param folder the run folder; must not exist, be empty, or be that of an earlier run
 * @param threads worker threads, at least 1; results do not depend on it
 */
public record RunOptions(Path folder, int threads) {
    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, found " + threads);
        }
    }
}
