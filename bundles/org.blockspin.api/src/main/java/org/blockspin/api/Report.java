package org.blockspin.api;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that makes a document about a run from the files in its folder. Every one that is registered is asked when a
 * run has written its results, and again whenever somebody wants the document anew. Thread-safe.
 */
@ConsumerType
public interface Report {
    /** Name of the document in the run's folder, for instance {@code report.html}. */
    String fileName();

    /**
     * The content of the document. It depends on nothing but {@code run.json} without its times and threads,
     * {@code results.json}, {@code figures} and {@code models}: the same run gives the same bytes.
     *
     * @param folder the run's folder, which is not written to
     * @throws IOException if a file is missing, damaged or cannot be read; its message is a sentence that names the file
     */
    byte[] make(Path folder) throws IOException;
}
