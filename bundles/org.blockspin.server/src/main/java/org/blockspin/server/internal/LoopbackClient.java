package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.RunListener;
import org.blockspin.plugins.Revision;
import org.blockspin.server.RunClient;
import org.blockspin.server.RunStatus;
import org.blockspin.server.ServerException;
import org.blockspin.server.Submission;
import org.osgi.service.component.annotations.Component;

/** Talks to a server of this user on this machine. */
@Component
public final class LoopbackClient implements RunClient {
    private static final int MOST_BYTES = 64 << 20;
    private static final int PATIENCE_MILLISECONDS = 10_000;

    @Override
    public Path run(
            Path state, Submission submission, Consumer<Path> accepted, RunListener listener, BooleanSupplier cancelled)
            throws ServerException, InvalidPipelineException, RunFailedException {
        try (Lines server = ask(state, Request.run(submission))) {
            return new RemoteRun(server, accepted, listener, id -> cancel(state, id)).follow(cancelled);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public List<RunStatus> status(Path state) throws ServerException {
        return Request.runs(answer(state, Request.of(Request.STATUS)));
    }

    @Override
    public List<Revision> plugins(Path state) throws ServerException {
        return Request.revisions(answer(state, Request.of(Request.PLUGINS)));
    }

    @Override
    public void cancel(Path state, String id) throws ServerException {
        JsonObject request = Request.of(Request.CANCEL);
        request.addProperty(Event.ID, id);
        answer(state, request);
    }

    private static JsonObject answer(Path state, JsonObject request) throws ServerException {
        try (Lines server = ask(state, request)) {
            server.patience(PATIENCE_MILLISECONDS);
            Optional<JsonObject> answer = server.read(MOST_BYTES);
            return requireNoError(answer.orElseThrow(() -> new IOException("no answer")));
        } catch (IOException e) {
            throw lost(e);
        }
    }

    static JsonObject requireNoError(JsonObject answer) throws ServerException {
        if (answer.has(Conversation.ERROR)) {
            throw new ServerException(Event.text(answer, Conversation.ERROR));
        }
        return answer;
    }

    private static Lines ask(Path state, JsonObject request) throws ServerException {
        StateFolder.Address address = new StateFolder(state).read();
        try {
            Lines server = Lines.connect(address.port());
            JsonObject greeting = new JsonObject();
            greeting.addProperty(Conversation.TOKEN, address.token());
            server.write(greeting);
            server.write(request);
            return server;
        } catch (IOException e) {
            throw new ServerException(
                    "the server that " + state + " tells of does not answer; start one with \"blockspin serve\"", e);
        }
    }

    private static ServerException lost(IOException cause) {
        return new ServerException("the server ended while it was asked: " + cause.getMessage(), cause);
    }
}
