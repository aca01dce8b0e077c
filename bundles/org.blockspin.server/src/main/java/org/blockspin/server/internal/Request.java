package org.blockspin.server.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.plugins.Revision;
import org.blockspin.server.RunStatus;
import org.blockspin.server.Submission;

/** What clients ask, as JSON objects, and the answers that are no events. */
final class Request {
    static final String COMMAND = "command";
    static final String RUN = "run";
    static final String STATUS = "status";
    static final String CANCEL = "cancel";
    static final String PLUGINS = "plugins";
    static final String RUNS = "runs";

    private Request() {}

    static JsonObject of(String command) {
        JsonObject request = new JsonObject();
        request.addProperty(COMMAND, command);
        return request;
    }

    static JsonObject run(Submission submission) {
        JsonObject request = of(RUN);
        request.addProperty("file", submission.source().file());
        request.addProperty("text", submission.source().text());
        submission
                .source()
                .path()
                .ifPresent(path ->
                        request.addProperty("path", path.toAbsolutePath().toString()));
        request.add("settings", array(submission.source().settings()));
        submission.folder().ifPresent(folder -> request.addProperty("folder", folder.toString()));
        request.addProperty("base", submission.base().toString());
        request.addProperty("threads", submission.threads());
        request.addProperty("executor", submission.executor());
        submission.watched().ifPresent(quantity -> request.addProperty("watch", quantity));
        return request;
    }

    static Submission submission(JsonObject request) {
        return new Submission(
                new PipelineSource(
                        Event.text(request, "file"),
                        Event.text(request, "text"),
                        list(request, "settings"),
                        optional(request, "path").map(Path::of)),
                optional(request, "folder").map(Path::of),
                Path.of(Event.text(request, "base")),
                request.get("threads").getAsInt(),
                Event.text(request, "executor"),
                optional(request, "watch"));
    }

    static JsonObject answer(List<RunStatus> runs) {
        JsonArray all = new JsonArray();
        for (RunStatus run : runs) {
            JsonObject one = new JsonObject();
            one.addProperty("id", run.id());
            one.addProperty("pipeline", run.pipeline());
            one.addProperty("state", run.state());
            one.addProperty("detail", run.detail());
            one.addProperty("folder", run.folder());
            one.add("plugins", array(run.plugins()));
            all.add(one);
        }
        JsonObject answer = new JsonObject();
        answer.add(RUNS, all);
        return answer;
    }

    static List<RunStatus> runs(JsonObject answer) {
        List<RunStatus> runs = new ArrayList<>();
        for (JsonElement element : answer.getAsJsonArray(RUNS)) {
            JsonObject one = element.getAsJsonObject();
            runs.add(new RunStatus(
                    Event.text(one, "id"),
                    Event.text(one, "pipeline"),
                    Event.text(one, "state"),
                    Event.text(one, "detail"),
                    Event.text(one, "folder"),
                    list(one, "plugins")));
        }
        return runs;
    }

    static JsonObject installed(List<Revision> revisions) {
        JsonArray all = new JsonArray();
        for (Revision revision : revisions) {
            JsonObject one = new JsonObject();
            one.addProperty("name", revision.name());
            one.addProperty("version", revision.version());
            one.addProperty("sha256", revision.sha256());
            one.addProperty("jar", revision.jar().toString());
            one.addProperty("state", revision.state().name());
            revision.reason().ifPresent(reason -> one.addProperty("reason", reason));
            all.add(one);
        }
        JsonObject answer = new JsonObject();
        answer.add(PLUGINS, all);
        return answer;
    }

    static List<Revision> revisions(JsonObject answer) {
        List<Revision> revisions = new ArrayList<>();
        for (JsonElement element : answer.getAsJsonArray(PLUGINS)) {
            JsonObject one = element.getAsJsonObject();
            revisions.add(new Revision(
                    Event.text(one, "name"),
                    Event.text(one, "version"),
                    Event.text(one, "sha256"),
                    Path.of(Event.text(one, "jar")),
                    Revision.State.valueOf(Event.text(one, "state")),
                    optional(one, "reason")));
        }
        return revisions;
    }

    private static Optional<String> optional(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key)).map(JsonElement::getAsString);
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> list(JsonObject object, String key) {
        List<String> texts = new ArrayList<>();
        object.getAsJsonArray(key).forEach(element -> texts.add(element.getAsString()));
        return texts;
    }
}
