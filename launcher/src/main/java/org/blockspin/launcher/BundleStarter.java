package org.blockspin.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * Starts bundles one after another, each within a time limit, so that an activator that throws or never returns costs
 * its own bundle and nothing else. Not thread-safe.
 */
final class BundleStarter implements AutoCloseable {
    private final Duration limit;
    private ExecutorService thread = newThread();

    BundleStarter(Duration limit) {
        this.limit = limit;
    }

    /** Starts it and returns nothing, or says in one sentence why it did not start. */
    Optional<String> start(Bundle bundle) {
        Future<Optional<String>> start = thread.submit(() -> attempt(bundle));
        try {
            return start.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = newThread();
            return failure(bundle, "its activator has not returned for " + limit.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            return failure(bundle, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure(bundle, "interrupted");
        }
    }

    private static Optional<String> attempt(Bundle bundle) {
        try {
            bundle.start();
            return Optional.empty();
        } catch (BundleException e) {
            return failure(bundle, Explanation.ofStart(e));
        }
    }

    private static Optional<String> failure(Bundle bundle, String reason) {
        return Optional.of(Explanation.nameOf(bundle) + " does not start: " + reason);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "bundle-starter");
            thread.setDaemon(true);
            return thread;
        });
    }
}
