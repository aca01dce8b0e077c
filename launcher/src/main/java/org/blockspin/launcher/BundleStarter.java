package org.blockspin.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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
        return limited("its activator", () -> attempt(bundle), reason -> Optional.of(failure(bundle, reason)));
    }

    private static Optional<String> attempt(Bundle bundle) {
        try {
            bundle.start();
            return Optional.empty();
        } catch (BundleException e) {
            return Optional.of(failure(bundle, Explanation.ofStart(e)));
        }
    }

    private static String failure(Bundle bundle, String reason) {
        return Explanation.nameOf(bundle) + " does not start: " + reason;
    }

    /** Stops and uninstalls it and returns nothing, or says in one sentence why it could not. */
    Optional<String> uninstall(Bundle bundle) {
        String failure = Explanation.nameOf(bundle) + " cannot be removed: ";
        Callable<Optional<String>> attempt = () -> {
            bundle.uninstall();
            return Optional.empty();
        };
        return limited("its activator", attempt, reason -> Optional.of(failure + reason));
    }

    /**
     * Does something else with bundles within the limit.
     *
     * @param subject who it is that does not return
     * @param failed what to return instead, given the reason, if it throws or takes longer
     */
    <T> T limited(String subject, Callable<T> work, Function<String, T> failed) {
        Future<T> future = thread.submit(work);
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.shutdownNow();
            thread = newThread();
            return failed.apply(subject + " has not returned for " + limit.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            return failed.apply(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed.apply("interrupted");
        }
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
