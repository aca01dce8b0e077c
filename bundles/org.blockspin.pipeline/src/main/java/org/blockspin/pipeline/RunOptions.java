package org.blockspin.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to run.
 *
 * @param folder the run folder; must not exist, be empty, or be that of an earlier run
 * @param threads worker threads, at least 1; results do not depend on it
 * @param executor name of the {@link TaskExecutor} that has the tasks done
 * @param watched the quantity whose running estimate the listener hears
 */
public record RunOptions(Path folder, int threads, String executor, Optional<String> watched) {
    /** The executor that does tasks on threads of this process. */
    public static final String LOCAL = "local";

    public RunOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, found " + threads);
        }
    }

    /** In this process, without watching. */
    public RunOptions(Path folder, int threads) {
        this(folder, threads, LOCAL, Optional.empty());
    }
}
