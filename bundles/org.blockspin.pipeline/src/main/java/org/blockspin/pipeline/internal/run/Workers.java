package org.blockspin.pipeline.internal.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The threads that do the parts of a step; one that has no part left steals from the others, the oldest first. */
final class Workers {
    static final int PATIENCE_SECONDS = 10;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ForkJoinPool pool;

    Workers(int count) {
        this.pool = new ForkJoinPool(count, this::worker, null, true);
    }

    private ForkJoinWorkerThread worker(ForkJoinPool of) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(of);
        thread.setName("blockspin-" + (thread.getPoolIndex() + 1));
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    ExecutorService pool() {
        return pool;
    }

    /** Lets no part run on, for what it uses is closed next; told of each thread that does not stop. */
    void end(Consumer<Thread> leftBehind) {
        pool.shutdownNow();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.stream().filter(Thread::isAlive).forEach(leftBehind);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
