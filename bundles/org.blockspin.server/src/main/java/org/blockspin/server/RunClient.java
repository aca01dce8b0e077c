package org.blockspin.server;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.plugins.Revision;
import org.osgi.annotation.versioning.ProviderType;

/** Service that asks a {@link RunServer} in another process. Thread-safe. */
@ProviderType
public interface RunClient {
    /**
     * Has a pipeline run, and waits for its end. Where this process ends before, the run goes on, unless the server was
     * still checking the pipeline.
     *
     * @param state the state folder of the server
     * @param accepted hears of the run folder as soon as the pipeline is found valid
     * @param listener hears what a run in this process would tell it
     * @param cancelled once true, the run is cancelled and ends with a
     *     {@link java.util.concurrent.CancellationException}
     * @return the run folder
     */
    Path run(
            Path state, Submission submission, Consumer<Path> accepted, RunListener listener, BooleanSupplier cancelled)
            throws ServerException, InvalidPipelineException, RunFailedException;

    /** The runs that are under way, wait, or ended lately; in the order in which they were submitted. */
    List<RunStatus> status(Path state) throws ServerException;

    /** What is installed there of its folder of plugins, by name and then in the order of installation. */
    List<Revision> plugins(Path state) throws ServerException;

    /** Cancels a run. */
    void cancel(Path state, String id) throws ServerException;
}
