package org.blockspin.server.internal;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to tell of a run. Whoever writes never waits for whoever reads: readers fetch, each at its own pace, and
 * of what changes all the time only the latest is kept. Thread-safe.
 */
final class EventLog {
    /** Where a reader is. */
    static final class Cursor {
        private int events;
        private long changes;
    }

    private final List<JsonObject> events = new ArrayList<>();
    private final Map<String, JsonObject> latest = new HashMap<>();
    private long changes;
    private boolean ended;

    /** Adds what every reader is to hear. */
    synchronized void add(JsonObject event) {
        events.add(event);
        latest.clear();
        notifyAll();
    }

    /** Replaces the last of its sort, which readers hear if they come in time. */
    synchronized void replace(String sort, JsonObject event) {
        latest.put(sort, event);
        changes++;
        notifyAll();
    }

    /** The last event. */
    synchronized void end(JsonObject event) {
        add(event);
        ended = true;
    }

    /** Waits for what a reader has not heard yet; empty if nothing is to come. */
    synchronized List<JsonObject> next(Cursor cursor) throws InterruptedException {
        while (!ended && cursor.events == events.size() && cursor.changes == changes) {
            wait();
        }
        List<JsonObject> unheard = new ArrayList<>(events.subList(cursor.events, events.size()));
        if (cursor.changes != changes) {
            unheard.addAll(latest.values());
        }
        cursor.events = events.size();
        cursor.changes = changes;
        return unheard;
    }
}
