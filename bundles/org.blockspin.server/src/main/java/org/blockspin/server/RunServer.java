package org.blockspin.server;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Service that takes runs from other processes of this user and does them here, one after another. Thread-safe. */
@ProviderType
public interface RunServer {
    /**
     * Listens on the loopback interface alone. The port and the token that every request must bring are in a file of the
     * state folder that nobody but its owner can read.
     *
     * @param state the state folder; one server at a time serves in it
     * @param port a free one if 0
     * @param parallel how many runs are under way at once, at least 1
     * @param log hears what happens, in one sentence each
     */
    Serving serve(Path state, int port, int parallel, Consumer<String> log) throws ServerException;

    /** A server until it is closed: then what is under way is cancelled. */
    @ProviderType
    interface Serving extends AutoCloseable {
        /** Where it listens. */
        int port();

        @Override
        void close();
    }
}
