package org.blockspin.pipeline.internal.json;

import com.google.gson.JsonPrimitive;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value that knows where it stands. */
public sealed interface Node {
    /** Longest value that messages show in full. */
    int LONGEST_SHOWN = 40;

    Location location();

    /** The value as compact JSON. */
    String json();

    /** What it is, for messages: the value itself where it is short. */
    default String found() {
        return shortened(json());
    }

    /** A text for messages: in quotes, in one line and not too long. */
    static String shown(String text) {
        return shortened(quote(text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN)));
    }

    /** The beginning of a long text. */
    static String shortened(String json) {
        return json.length() <= LONGEST_SHOWN ? json : json.substring(0, LONGEST_SHOWN - 3) + "...";
    }

    /** Members in the order of the file; keys are unique. */
    record Obj(Location location, Map<String, Node> members) implements Node {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        /** With another member, at the end if it is new. */
        public Obj with(String key, Node value) {
            Map<String, Node> changed = new LinkedHashMap<>(members);
            changed.put(key, value);
            return new Obj(location, changed);
        }

        @Override
        public String json() {
            return members.entrySet().stream()
                    .map(member ->
                            quote(member.getKey()) + ":" + member.getValue().json())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    record Arr(Location location, List<Node> elements) implements Node {
        public Arr {
            elements = List.copyOf(elements);
        }

        @Override
        public String json() {
            return elements.stream().map(Node::json).collect(Collectors.joining(",", "[", "]"));
        }
    }

    record Text(Location location, String value) implements Node {
        @Override
        public String json() {
            return quote(value);
        }
    }

    /** A number as it was written. */
    record Num(Location location, String literal) implements Node {
        @Override
        public String json() {
            return literal;
        }
    }

    record Bool(Location location, boolean value) implements Node {
        @Override
        public String json() {
            return Boolean.toString(value);
        }
    }

    record Null(Location location) implements Node {
        @Override
        public String json() {
            return "null";
        }
    }

    /** What stands where a value should, and is none: that was said when it was read, and no more need be. */
    record Broken(Location location, String text) implements Node {
        public Broken {
            text = text.replaceAll("\\p{Cntrl}", " ");
        }

        @Override
        public String json() {
            return text;
        }
    }

    /** A string as JSON. */
    static String quote(String text) {
        return new JsonPrimitive(text).toString();
    }
}
