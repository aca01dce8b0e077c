package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets Ctrl-C end a piece of work in order: whoever does the work asks whether it is {@link #requested}, and closes this
 * when it is done. The process ends a moment after the request, whatever the work does.
 */
final class Interrupt implements AutoCloseable {
    /** How long an interrupt waits for the work to end. */
    private static final long PATIENCE_MILLISECONDS = 600;

    private final PrintWriter err;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "cancel");

    Interrupt(PrintWriter err) {
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean requested() {
        return requested.get();
    }

    /** Runs in a shutdown hook: the process ends with 130 when it returns. */
    private void request() {
        requested.set(true);
        try {
            if (!ended.await(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                err.println("blockspin: cancelled while a unit of work was under way; it is dropped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook with it.
            return;
        }
    }
}
