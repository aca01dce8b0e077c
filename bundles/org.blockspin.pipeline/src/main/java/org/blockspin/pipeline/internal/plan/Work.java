package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import org.blockspin.api.Progress;

/** A unit of work: a pure function of the plan, so that the order of units and the number of threads do not matter. */
public interface Work {
    /** How much it is, in the units of the step's activity. */
    long units();

    void run(Progress progress) throws IOException;

    /** Work of so many units. */
    static Work of(long units, Body body) {
        return new Work() {
            @Override
            public long units() {
                return units;
            }

            @Override
            public void run(Progress progress) throws IOException {
                body.run(progress);
            }
        };
    }

    /** What is done. */
    @FunctionalInterface
    interface Body {
        void run(Progress progress) throws IOException;
    }
}
