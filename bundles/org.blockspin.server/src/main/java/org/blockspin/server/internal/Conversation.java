package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Spelling;
import org.blockspin.plugins.PluginFolder;
import org.blockspin.server.RunStatus;

/** One client: a token, one request, and the answer to it. In a thread of its own, which is all that it can hold up. */
final class Conversation implements Runnable {
    static final String TOKEN = "token";
    static final String ERROR = "error";

    private static final int MOST_TOKEN_BYTES = 1024;
    private static final int MOST_REQUEST_BYTES = 64 << 20;
    private static final int PATIENCE_MILLISECONDS = 10_000;

    private final Lines client;
    private final Token token;
    private final Strangers strangers;
    private final RunQueue queue;
    private final PluginFolder plugins;

    /** @param strangers those that have not shown the token; this client is one until it has */
    Conversation(Lines client, Token token, Strangers strangers, RunQueue queue, PluginFolder plugins) {
        this.client = client;
        this.token = token;
        this.strangers = strangers;
        this.queue = queue;
        this.plugins = plugins;
        strangers.add(client);
    }

    @Override
    public void run() {
        try (Lines open = client) {
            open.patience(PATIENCE_MILLISECONDS);
            if (!isKnown(open)) {
                open.write(error("the token is wrong"));
                return;
            }
            Optional<JsonObject> request = open.read(MOST_REQUEST_BYTES);
            if (request.isPresent()) {
                answer(request.get());
            }
        } catch (IOException e) {
            // The client is gone, and with it whoever could be told. Its run goes on.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isKnown(Lines open) throws IOException {
        try {
            return isToken(open.read(MOST_TOKEN_BYTES));
        } finally {
            strangers.remove(client);
        }
    }

    private boolean isToken(Optional<JsonObject> greeting) {
        return greeting.map(object -> object.get(TOKEN))
                .filter(text -> text.isJsonPrimitive() && token.isSame(text.getAsString()))
                .isPresent();
    }

    private void answer(JsonObject request) throws IOException, InterruptedException {
        try {
            switch (Event.text(request, Request.COMMAND)) {
                case Request.RUN -> run(request);
                case Request.STATUS -> client.write(Request.answer(queue.status()));
                case Request.PLUGINS -> client.write(Request.installed(plugins.list()));
                case Request.CANCEL -> cancel(Event.text(request, Event.ID));
                default -> client.write(error("the server does not know the command"));
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Of a plugin while planning, or of whatever reads a request that no client of ours makes.
            client.write(error("the request failed, which is a defect: " + e));
        }
    }

    private void run(JsonObject request) throws IOException, InterruptedException {
        SubmittedRun run;
        try {
            run = queue.submit(Request.submission(request), client::hasEnded);
        } catch (InvalidPipelineException e) {
            client.write(Event.refused(e));
            return;
        } catch (CancellationException e) {
            client.write(Event.of(Event.CANCELLED));
            return;
        }
        JsonObject accepted = Event.of(Event.ACCEPTED);
        accepted.addProperty(Event.ID, run.id());
        accepted.addProperty(Event.FOLDER, run.folder().toString());
        client.write(accepted);
        EventLog.Cursor cursor = new EventLog.Cursor();
        for (List<JsonObject> events = run.log().next(cursor);
                !events.isEmpty();
                events = run.log().next(cursor)) {
            for (JsonObject event : events) {
                client.write(event);
            }
        }
    }

    private void cancel(String id) throws IOException {
        Optional<SubmittedRun> run = queue.find(id);
        if (run.isEmpty()) {
            client.write(error(Spelling.unknown(
                    "run", id, queue.status().stream().map(RunStatus::id).toList())));
        } else if (run.get().hasEnded()) {
            client.write(error(
                    "run " + id + " has ended: it is " + run.get().status().state()));
        } else {
            run.get().cancel();
            client.write(Event.of(Event.CANCELLED));
        }
    }

    private static JsonObject error(String sentence) {
        JsonObject error = new JsonObject();
        error.addProperty(ERROR, sentence);
        return error;
    }
}
