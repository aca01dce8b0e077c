package org.blockspin.server.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The clients that have not shown the token yet: so many, and for so long. Of more than that the one that has had the most
 * time goes, so that whoever opens connections and says nothing cannot keep those away who do. Thread-safe.
 */
final class Strangers implements AutoCloseable {
    private static final int MOST = 32;
    private static final int PATIENCE_SECONDS = 10;

    /** Each with what will send it away, the oldest first. */
    private final Map<Lines, Future<?>> present = new LinkedHashMap<>();

    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "server-strangers");
        thread.setDaemon(true);
        return thread;
    });

    /** One more, until {@link #remove}. */
    void add(Lines client) {
        enter(client).ifPresent(Strangers::dismiss);
    }

    /** The one that has to go for it. */
    private synchronized Optional<Lines> enter(Lines client) {
        Optional<Lines> oldest = present.keySet().stream().findFirst().filter(first -> present.size() >= MOST);
        oldest.ifPresent(this::remove);
        present.put(client, clock.schedule(() -> dismiss(client), PATIENCE_SECONDS, TimeUnit.SECONDS));
        return oldest;
    }

    /** It has shown the token, or is gone. */
    synchronized void remove(Lines client) {
        Optional.ofNullable(present.remove(client)).ifPresent(dismissal -> dismissal.cancel(false));
    }

    /** Ends its conversation. */
    private static void dismiss(Lines client) {
        try {
            client.close();
        } catch (IOException e) {
            // It is of no use any more, open or closed.
            return;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
