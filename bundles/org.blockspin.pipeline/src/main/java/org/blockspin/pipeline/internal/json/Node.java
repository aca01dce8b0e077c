package org.blockspin.pipeline.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A JSON value that knows where it stands. */
public sealed interface Node {
    Location location();

    /** The value as compact JSON. */
    String json();

    /** What it is, for messages: the value itself where it is short. */
    default String found() {
        String json = json();
        return json.length() <= 40 ? json : json.substring(0, 37) + "...";
    }

    /** Members in the order of the file; keys are unique. */
    record Obj(Location location, Map<String, Node> members) implements Node {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
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

    /** A string as JSON. */
    static String quote(String text) {
        return new com.google.gson.JsonPrimitive(text).toString();
    }
}
