package org.blockspin.pipeline.internal.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.internal.Mistakes;

/**
 * Reads JSON into {@link Node}s that know where they stand, from the tokens of Gson's strict reader.
 *
 * <p>Gson tells positions only in {@code toString()}. After {@code peek()} it stands behind the first character of a
 * string, name, object or array; numbers and literals it may or may not have passed then, so their places are counted
 * back from where it stands when they are read.
 */
public final class LocatedReader {
    private static final int DEEPEST = 64;
    private static final Pattern POSITION = Pattern.compile("line (\\d+) column (\\d+)");

    private final String file;
    private final JsonReader reader;
    private final Mistakes mistakes;

    private LocatedReader(String file, String text, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
    }

    /**
     * Reads a whole text. Duplicate keys are collected as mistakes.
     *
     * @throws InvalidPipelineException if the text is not JSON; there is nothing to go on with then
     */
    public static Node read(String file, String text, Mistakes mistakes) throws InvalidPipelineException {
        LocatedReader located = new LocatedReader(file, text, mistakes);
        try {
            Node node = located.value("$");
            located.requireEnd();
            return node;
        } catch (MalformedJsonException e) {
            throw located.malformed(firstLine(e));
        } catch (IOException e) {
            throw located.malformed("the text ends in the middle");
        }
    }

    /** The value that a setting's right-hand side stands for: JSON, or else the text itself. */
    public static Node readSetting(String setting, String path, String text) {
        Mistakes duplicates = new Mistakes();
        try {
            Node node = read("", text, duplicates);
            return duplicates.any() ? new Node.Text(new Location(setting, path), text) : moved(node, setting, path);
        } catch (InvalidPipelineException e) {
            return new Node.Text(new Location(setting, path), text);
        }
    }

    /** The same value at another place. */
    public static Node moved(Node node, String where, String path) {
        Location here = new Location(where, path);
        if (node instanceof Node.Obj object) {
            Map<String, Node> members = new LinkedHashMap<>();
            object.members().forEach((key, value) -> members.put(key, moved(value, where, path + "." + key)));
            return new Node.Obj(here, members);
        } else if (node instanceof Node.Arr array) {
            List<Node> elements = new ArrayList<>();
            for (int i = 0; i < array.elements().size(); i++) {
                elements.add(moved(array.elements().get(i), where, path + "[" + i + "]"));
            }
            return new Node.Arr(here, elements);
        } else if (node instanceof Node.Text text) {
            return new Node.Text(here, text.value());
        } else if (node instanceof Node.Num number) {
            return new Node.Num(here, number.literal());
        } else if (node instanceof Node.Bool bool) {
            return new Node.Bool(here, bool.value());
        }
        return new Node.Null(here);
    }

    private Node value(String path) throws IOException, InvalidPipelineException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(behind(1, path));
            case BEGIN_ARRAY -> array(behind(1, path));
            case STRING -> new Node.Text(behind(1, path), reader.nextString());
            case NUMBER -> {
                String literal = reader.nextString();
                yield new Node.Num(behind(literal.length(), path), literal);
            }
            case BOOLEAN -> {
                boolean value = reader.nextBoolean();
                yield new Node.Bool(behind(String.valueOf(value).length(), path), value);
            }
            case NULL -> {
                reader.nextNull();
                yield new Node.Null(behind("null".length(), path));
            }
            default -> throw malformed("expected a JSON value, found nothing");
        };
    }

    private Location behind(int characters, String path) {
        return new Location(where(characters), path);
    }

    private Node object(Location here) throws IOException, InvalidPipelineException {
        Map<String, Node> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String where = where(1);
            String key = reader.nextName();
            Node value = value(here.path() + "." + key);
            if (members.putIfAbsent(key, value) != null) {
                mistakes.add(here.member(where, key), "the key \"" + key + "\" occurs twice");
            }
        }
        reader.endObject();
        return new Node.Obj(here, members);
    }

    private Node array(Location here) throws IOException, InvalidPipelineException {
        List<Node> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(here.path() + "[" + elements.size() + "]"));
        }
        reader.endArray();
        return new Node.Arr(here, elements);
    }

    private void requireEnd() throws IOException, InvalidPipelineException {
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw malformed("expected the end of the file, found more");
        }
    }

    private InvalidPipelineException malformed(String message) {
        return new InvalidPipelineException(List.of(new Mistake(where(0), "$", "not valid JSON: " + message)));
    }

    private String where(int back) {
        Matcher position = POSITION.matcher(reader.toString());
        if (!position.find()) {
            return file;
        }
        return file + ":" + position.group(1) + ":" + Math.max(1, Integer.parseInt(position.group(2)) - back);
    }

    private static String firstLine(MalformedJsonException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        // Gson goes on with the position, which stands in front already, and with advice to programmers.
        String reason = message.replaceAll("( at line|Use JsonReader).*", "").strip();
        return reason.isEmpty() ? "expected a JSON value, found something else" : reason;
    }
}
