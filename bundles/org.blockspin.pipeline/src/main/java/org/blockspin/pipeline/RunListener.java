package org.blockspin.pipeline;

import org.osgi.annotation.versioning.ConsumerType;

/** Watches a run. Called by one thread at a time. */
@ConsumerType
public interface RunListener {
    /** A step begins with this many units of work of the named sort. */
    void stepStarted(String step, String activity, long units);

    /** So much of the current step is done, in units; fractions of a unit count. */
    void stepProgress(String step, double unitsDone);

    /** Where the current step is, in a few words: the loss of a training, a running estimate. */
    default void state(String step, String state) {}

    void stepFinished(String step);

    /** Something the user should know, in one sentence. */
    void notice(String message);
}
