package org.blockspin.benchmarks.work;

import java.io.IOException;

/** Something that is timed. */
interface Work {
    /**
     * Prepares, says {@link Server#ready}, and works on: after every piece it calls {@link Server#done}, which ends the
     * work by an exception when nothing more is asked for.
     */
    void run(Server server) throws IOException;
}
