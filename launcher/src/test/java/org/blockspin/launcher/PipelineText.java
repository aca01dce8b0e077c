package org.blockspin.launcher;

import java.util.ArrayList;
import java.util.List;

/** The text of a valid pipeline, and where its values stand in it. */
final class PipelineText {
    /**
     * A value.
     *
     * @param path JSON path
     * @param from where it begins, its key included if it has one
     * @param start where the value itself begins
     * @param end behind its last character
     * @param parent number of the object or list that holds it; -1 for the root
     */
    record Value(String path, int from, int start, int end, int parent) {
        boolean overlaps(Value other) {
            return start < other.end && other.start < end;
        }
    }

    private final String text;
    private final List<Value> values = new ArrayList<>();
    private int at;

    PipelineText(String text) {
        this.text = text;
        skipBlanks();
        value("$", at, -1);
    }

    String text() {
        return text;
    }

    List<Value> values() {
        return values;
    }

    String text(Value value) {
        return text.substring(value.start, value.end);
    }

    private void value(String path, int from, int parent) {
        int number = values.size();
        int start = at;
        values.add(new Value(path, from, start, start, parent));
        switch (text.charAt(at)) {
            case '{' -> members(path, number);
            case '[' -> elements(path, number);
            case '"' -> string();
            default -> {
                while (",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
        }
        values.set(number, new Value(path, from, start, at, parent));
        skipBlanks();
    }

    private void members(String path, int number) {
        at++;
        skipBlanks();
        while (text.charAt(at) != '}') {
            int from = at;
            String key = string();
            skipBlanks();
            at++;
            skipBlanks();
            value(path + "." + key, from, number);
            skipComma();
        }
        at++;
    }

    private void elements(String path, int number) {
        at++;
        skipBlanks();
        for (int i = 0; text.charAt(at) != ']'; i++) {
            value(path + "[" + i + "]", at, number);
            skipComma();
        }
        at++;
    }

    private void skipComma() {
        if (text.charAt(at) == ',') {
            at++;
            skipBlanks();
        }
    }

    /** What is between the quotes, as it is written. */
    private String string() {
        int start = ++at;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return text.substring(start, at - 1);
    }

    private void skipBlanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
