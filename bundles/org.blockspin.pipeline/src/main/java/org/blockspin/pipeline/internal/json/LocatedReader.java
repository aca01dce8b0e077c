package org.blockspin.pipeline.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.Mistakes;

/**
 * Reads JSON (RFC 8259) into {@link Node}s that know where they stand. Where it is plain how a text that is not JSON goes
 * on, the mistake is noted and the rest is read, so that all of its other mistakes are found as well: commas too many or
 * too few, comments, keys without quotes, words that are no values such as {@code NaN}. It was not plain after all if the
 * same line does not make sense once more; then reading ends.
 */
public final class LocatedReader {
    private static final int DEEPEST = 64;

    /** A text with more mistakes than this is no JSON that somebody mistyped. */
    private static final int MOST_MISTAKES = 20;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final Cursor cursor;
    private final Function<String, Location> here;
    private final Mistakes mistakes;
    private int count;
    private int lastLine;

    private LocatedReader(Cursor cursor, Function<String, Location> here, Mistakes mistakes) {
        this.cursor = cursor;
        this.here = here;
        this.mistakes = mistakes;
    }

    /** There is no telling how the text goes on; why is noted. */
    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads a whole text, and notes everything in which it is not JSON.
     *
     * @throws InvalidPipelineException if so much of it is not JSON that there is nothing to go on with
     */
    public static Node read(String file, String text, Mistakes mistakes) throws InvalidPipelineException {
        Cursor cursor = new Cursor(text);
        try {
            return new LocatedReader(cursor, path -> new Location(file, cursor.line(), cursor.column(), path), mistakes)
                    .document("$");
        } catch (Stop e) {
            throw new InvalidPipelineException(mistakes.list());
        }
    }

    /**
     * The value that a setting or a default stands for: JSON where it begins with a bracket, a brace or a quote, or is a
     * number, true, false or null; else the text itself. All of it stands at one place.
     */
    public static Node readAt(Location place, String text, Mistakes mistakes) {
        String bare = text.strip();
        if (bare.isEmpty() || "{[\"".indexOf(bare.charAt(0)) < 0) {
            Node value = word(place, bare);
            return value instanceof Node.Broken ? new Node.Text(place, text) : value;
        }
        try {
            return new LocatedReader(new Cursor(bare), place::at, mistakes).document(place.path());
        } catch (Stop e) {
            return new Node.Broken(place, bare);
        }
    }

    private Node document(String path) throws Stop {
        blanks(path);
        Node node = value(path, 0);
        blanks(path);
        if (cursor.peek() != Cursor.END && !(node instanceof Node.Broken)) {
            complain(path, "the end of the text");
        }
        return node;
    }

    private Node value(String path, int depth) throws Stop {
        if (depth > DEEPEST) {
            complain(path, "at most " + DEEPEST + " levels");
            throw new Stop();
        }
        Location place = here.apply(path);
        return switch (cursor.peek()) {
            case '{' -> object(place, depth);
            case '[' -> array(place, depth);
            case '"' -> new Node.Text(place, string(path));
            case Cursor.END -> throw stop(path, "a value");
            case ',', ':', ']', '}' -> {
                complain(path, "a value");
                yield new Node.Broken(place, "");
            }
            default -> {
                Node value = word(place, cursor.word());
                if (value instanceof Node.Broken) {
                    complain(place, "a number, true, false, null or a text in double quotes", value.found());
                }
                yield value;
            }
        };
    }

    private static Node word(Location place, String word) {
        return switch (word) {
            case "true", "false" -> new Node.Bool(place, word.equals("true"));
            case "null" -> new Node.Null(place);
            default -> NUMBER.matcher(word).matches() ? new Node.Num(place, word) : new Node.Broken(place, word);
        };
    }

    private Node object(Location place, int depth) throws Stop {
        Map<String, Node> members = new LinkedHashMap<>();
        boolean ended = begin(place.path(), '}');
        while (!ended) {
            Location keyPlace = here.apply(place.path());
            String key = key(place.path());
            String path = Location.memberPath(place.path(), key);
            Node value = member(path, key, depth);
            if (members.putIfAbsent(key, value) != null) {
                mistakes.add(keyPlace.at(path), "expected the key " + Node.shown(key) + " once, found it twice");
            }
            ended = ends(place.path(), '}');
        }
        return new Node.Obj(place, members);
    }

    private Node member(String path, String key, int depth) throws Stop {
        blanks(path);
        if (!cursor.take(':')) {
            complain(path, "\":\" after the key " + Node.shown(key));
            if (isAtEndOfValue()) {
                return new Node.Broken(here.apply(path), "");
            }
        }
        blanks(path);
        return value(path, depth + 1);
    }

    private boolean isAtEndOfValue() {
        return ",]}".indexOf(cursor.peek()) >= 0;
    }

    private String key(String path) throws Stop {
        if (cursor.peek() == '"') {
            return string(path);
        }
        if ("{}[]:,".indexOf(cursor.peek()) >= 0 || cursor.peek() == Cursor.END) {
            throw stop(path, "a key in double quotes");
        }
        complain(path, "a key in double quotes");
        return cursor.word().replaceAll("^['\u2018\u201c]|['\u2019\u201d]$", "");
    }

    private Node array(Location place, int depth) throws Stop {
        List<Node> elements = new ArrayList<>();
        boolean ended = begin(place.path(), ']');
        while (!ended) {
            String path = Location.elementPath(place.path(), elements.size());
            elements.add(value(path, depth + 1));
            ended = ends(place.path(), ']');
        }
        return new Node.Arr(place, elements);
    }

    /** Takes the opening bracket; whether the closing one follows at once. */
    private boolean begin(String path, char closing) throws Stop {
        cursor.next();
        blanks(path);
        return cursor.take(closing);
    }

    /** Takes what is between two members or behind the last; whether it was the last. */
    private boolean ends(String path, char closing) throws Stop {
        blanks(path);
        if (cursor.take(closing)) {
            return true;
        }
        Location comma = here.apply(path);
        if (!cursor.take(',')) {
            if (cursor.peek() == Cursor.END || "]}:".indexOf(cursor.peek()) >= 0) {
                throw stop(path, "\",\" or \"" + closing + "\"");
            }
            complain(path, "\",\" or \"" + closing + "\"");
        }
        blanks(path);
        while (cursor.peek() == ',') {
            complain(path, "one comma");
            cursor.next();
            blanks(path);
        }
        if (cursor.peek() == closing) {
            complain(comma, "\"" + closing + "\" without a comma before it", "\",\"");
        }
        return cursor.take(closing);
    }

    private String string(String path) throws Stop {
        StringBuilder text = new StringBuilder();
        cursor.next();
        while (!cursor.take('"')) {
            if (cursor.peek() == Cursor.END || cursor.peek() == '\n' || cursor.peek() == '\r') {
                throw stop(path, "a double quote that ends the text " + Node.shown(text.toString()));
            }
            if (cursor.peek() < ' ') {
                complain(path, "control characters of a text written as in \\t or \\u0009");
            }
            text.append(cursor.peek() == '\\' ? escaped(path) : (char) cursor.next());
        }
        return text.toString();
    }

    private char escaped(String path) throws Stop {
        Location place = here.apply(path);
        cursor.next();
        int letter = cursor.next();
        int known = "\"\\/bfnrt".indexOf(letter);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        String code = letter == 'u' ? cursor.hexadecimal(4) : "";
        if (code.isEmpty()) {
            String expected =
                    letter == 'u' ? "four hexadecimal digits after \\u" : "one of \"\\/bfnrtu after a backslash";
            complain(place, expected, letter == Cursor.END ? "the end of the text" : Node.quote("" + (char) letter));
            return '?';
        }
        return (char) Integer.parseInt(code, 16);
    }

    /** Passes over what may stand between values, and over comments and invisible characters, which may not. */
    private void blanks(String path) throws Stop {
        cursor.skipBlanks();
        while (cursor.isAtStray() || cursor.isAt("//") || cursor.isAt("/*") || cursor.isAt("#")) {
            if (cursor.isAtStray()) {
                complain(path, "no invisible characters but blanks");
                cursor.next();
            } else {
                complain(path, "no comments, which JSON does not have");
                cursor.skipThrough(cursor.isAt("/*") ? "*/" : "\n");
            }
            cursor.skipBlanks();
        }
    }

    private void complain(String path, String expected) throws Stop {
        complain(here.apply(path), expected, cursor.found());
    }

    private void complain(Location place, String expected, String found) throws Stop {
        if (lastLine == cursor.line()) {
            throw new Stop();
        }
        lastLine = cursor.line();
        mistakes.add(place, "expected " + expected + ", found " + found);
        if (++count >= MOST_MISTAKES) {
            throw new Stop();
        }
    }

    private Stop stop(String path, String expected) throws Stop {
        complain(path, expected);
        return new Stop();
    }
}
