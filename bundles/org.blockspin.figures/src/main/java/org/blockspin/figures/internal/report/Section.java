package org.blockspin.figures.internal.report;

import java.io.IOException;

/** A part of the report with a heading. */
interface Section {
    /** What links in the page call it. */
    String id();

    String title();

    /** Whether the run has anything for it. */
    boolean isThere(Run run);

    /** Writes what stands below the heading. */
    void write(Run run, Html html) throws IOException;
}
