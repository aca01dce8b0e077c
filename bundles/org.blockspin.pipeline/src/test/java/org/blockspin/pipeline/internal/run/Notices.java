package org.blockspin.pipeline.internal.run;

import java.util.List;
import org.blockspin.pipeline.RunListener;

/** Hears what a run says, and no progress. */
record Notices(List<String> heard) implements RunListener {
    @Override
    public void stepStarted(String step, String activity, long units) {}

    @Override
    public void stepProgress(String step, double unitsDone) {}

    @Override
    public void stepFinished(String step) {}

    @Override
    public void notice(String message) {
        heard.add(message);
    }
}
