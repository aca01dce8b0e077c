package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.server.ServerException;

/** A run of a server as its client follows it. */
final class RemoteRun {
    private static final int MOST_BYTES = 64 << 20;
    private static final long LOOK_MILLISECONDS = 50;

    /** Cancels a run by another connection. */
    @FunctionalInterface
    interface Cancellation {
        void cancel(String id) throws ServerException;
    }

    private final Lines server;
    private final Consumer<Path> accepted;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final BlockingQueue<Optional<JsonObject>> events = new LinkedBlockingQueue<>();
    private String id = "";
    private String folder = "";
    private boolean withdrawn;
    private boolean cancelSent;

    RemoteRun(Lines server, Consumer<Path> accepted, RunListener listener, Cancellation cancellation) {
        this.server = server;
        this.accepted = accepted;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** Until its end; returns the run folder. */
    Path follow(BooleanSupplier cancelled) throws ServerException, InvalidPipelineException, RunFailedException {
        Thread reader = new Thread(this::read, "server-events");
        reader.setDaemon(true);
        reader.start();
        while (true) {
            Optional<JsonObject> event = next(cancelled);
            if (event.isEmpty() && withdrawn) {
                throw new CancellationException("the run was cancelled before it was accepted");
            } else if (event.isEmpty()) {
                throw new RunFailedException(
                        "the server ended before the run did; " + folder + " is incomplete, run again to go on",
                        new IOException("end of stream"));
            } else if (isEnd(LoopbackClient.requireNoError(event.get()))) {
                return Path.of(folder);
            }
        }
    }

    private void read() {
        Optional<JsonObject> event = Optional.of(new JsonObject());
        while (event.isPresent()) {
            try {
                event = server.read(MOST_BYTES);
            } catch (IOException e) {
                event = Optional.empty();
            }
            events.add(event);
        }
    }

    private Optional<JsonObject> next(BooleanSupplier cancelled) {
        try {
            Optional<JsonObject> event = events.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            while (event == null) {
                cancelIf(cancelled.getAsBoolean());
                event = events.poll(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void cancelIf(boolean cancelled) {
        if (cancelled && id.isEmpty() && !withdrawn) {
            withdrawn = true;
            withdraw();
        } else if (cancelled && !id.isEmpty() && !cancelSent) {
            cancelSent = true;
            cancel();
        }
    }

    /** The server does not know the run yet: it sees that nobody wants it. */
    private void withdraw() {
        try {
            server.end();
        } catch (IOException e) {
            // The connection is gone already, which says the same.
            return;
        }
    }

    private void cancel() {
        try {
            cancellation.cancel(id);
        } catch (ServerException e) {
            // It has ended meanwhile, and the events say how; or the server has, and they end.
            return;
        }
    }

    /** Takes an event; true if it is the last of a run that is done. */
    private boolean isEnd(JsonObject event) throws InvalidPipelineException, RunFailedException {
        switch (Event.text(event, Event.TYPE)) {
            case Event.ACCEPTED -> {
                id = Event.text(event, Event.ID);
                folder = Event.text(event, Event.FOLDER);
                accepted.accept(Path.of(folder));
            }
            case Event.REFUSED -> throw Event.mistakes(event);
            case Event.FAILED ->
                throw new RunFailedException(
                        Event.text(event, Event.MESSAGE), new IllegalStateException("in the server"));
            case Event.CANCELLED -> throw new CancellationException("the run was cancelled");
            case Event.DONE -> {
                return true;
            }
            default -> Event.tell(event, listener);
        }
        return false;
    }
}
