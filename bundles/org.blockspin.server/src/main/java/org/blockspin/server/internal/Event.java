package org.blockspin.server.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.RunListener;

/** What a server tells of a run, a JSON object each. */
final class Event {
    static final String TYPE = "event";
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";
    static final String FOLDER = "folder";
    static final String ID = "id";
    static final String MESSAGE = "message";

    private static final String STARTED = "step-started";
    private static final String PROGRESS = "progress";
    private static final String STATE = "state";
    private static final String FINISHED = "step-finished";
    private static final String NOTICE = "notice";
    private static final String STEP = "step";
    private static final String ACTIVITY = "activity";
    private static final String UNITS = "units";
    private static final String MISTAKES = "mistakes";

    private Event() {}

    static JsonObject of(String type) {
        JsonObject event = new JsonObject();
        event.addProperty(TYPE, type);
        return event;
    }

    static JsonObject of(String type, String message) {
        JsonObject event = of(type);
        event.addProperty(MESSAGE, message);
        return event;
    }

    static JsonObject refused(InvalidPipelineException invalid) {
        JsonArray mistakes = new JsonArray();
        for (Mistake mistake : invalid.mistakes()) {
            JsonObject one = new JsonObject();
            one.addProperty("where", mistake.where());
            one.addProperty("path", mistake.path());
            one.addProperty(MESSAGE, mistake.message());
            mistakes.add(one);
        }
        JsonObject event = of(REFUSED);
        event.add(MISTAKES, mistakes);
        return event;
    }

    static InvalidPipelineException mistakes(JsonObject refused) {
        List<Mistake> mistakes = new ArrayList<>();
        for (JsonElement element : refused.getAsJsonArray(MISTAKES)) {
            JsonObject one = element.getAsJsonObject();
            mistakes.add(new Mistake(text(one, "where"), text(one, "path"), text(one, MESSAGE)));
        }
        return new InvalidPipelineException(mistakes);
    }

    static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null ? "" : value.getAsString();
    }

    /** Tells a listener what an event says, if it is one for it. */
    static void tell(JsonObject event, RunListener listener) {
        String step = text(event, STEP);
        switch (text(event, TYPE)) {
            case STARTED ->
                listener.stepStarted(
                        step, text(event, ACTIVITY), event.get(UNITS).getAsLong());
            case PROGRESS -> listener.stepProgress(step, event.get(UNITS).getAsDouble());
            case STATE -> listener.state(step, text(event, MESSAGE));
            case FINISHED -> listener.stepFinished(step);
            case NOTICE -> listener.notice(text(event, MESSAGE));
            default -> {
                // Not about the course of a run.
            }
        }
    }

    /** A listener that makes events of what it hears. */
    static RunListener into(EventLog log) {
        return new RunListener() {
            @Override
            public void stepStarted(String step, String activity, long units) {
                JsonObject event = about(STARTED, step);
                event.addProperty(ACTIVITY, activity);
                event.addProperty(UNITS, units);
                log.add(event);
            }

            @Override
            public void stepProgress(String step, double unitsDone) {
                JsonObject event = about(PROGRESS, step);
                event.addProperty(UNITS, unitsDone);
                log.replace(PROGRESS, event);
            }

            @Override
            public void state(String step, String state) {
                JsonObject event = about(STATE, step);
                event.addProperty(MESSAGE, state);
                log.replace(STATE, event);
            }

            @Override
            public void stepFinished(String step) {
                log.add(about(FINISHED, step));
            }

            @Override
            public void notice(String message) {
                log.add(of(NOTICE, message));
            }
        };
    }

    private static JsonObject about(String type, String step) {
        JsonObject event = of(type);
        event.addProperty(STEP, step);
        return event;
    }
}
