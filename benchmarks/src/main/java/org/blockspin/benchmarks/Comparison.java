package org.blockspin.benchmarks;

import java.io.IOException;

/** Programs that do the same work, and what is expected of them. */
interface Comparison {
    /** One word, for the option {@code --only}. */
    String name();

    Section run(Surroundings surroundings, Effort effort) throws ComparisonException, IOException, InterruptedException;
}
