package org.blockspin.pipeline.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Threads that did not stop when their run ended. What they use stays. Thread-safe. */
final class LeftBehind {
    private final List<Thread> threads = new ArrayList<>();

    synchronized void add(Thread thread) {
        threads.add(thread);
    }

    synchronized boolean isEmpty() {
        return threads.isEmpty();
    }

    /** The plugins in which threads hang. */
    synchronized List<Blame.Culprit> culprits(Blame blame) {
        return threads.stream()
                .map(thread -> blame.culprit(thread.getStackTrace()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** One sentence for each thread. */
    synchronized List<String> sentences(Blame blame) {
        return threads.stream()
                .map(thread -> "the thread " + thread.getName() + " does not stop and is left behind"
                        + blame.culprit(thread.getStackTrace())
                                .map(culprit -> ", in the " + culprit.title())
                                .orElse(""))
                .toList();
    }
}
