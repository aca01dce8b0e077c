package org.blockspin.pipeline.internal.compare;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.pipeline.internal.json.Location;

/** Cuts an object out of valid JSON so that every character of it keeps its line and column. */
final class Excerpt {
    private static final Pattern POSITION = Pattern.compile(":(\\d+):(\\d+)$");

    private Excerpt() {}

    /** The text in which everything but the object at this place is blank. */
    static String of(String text, Location object) {
        int begin = offset(text, object);
        int end = end(text, begin);
        return blank(text.substring(0, begin)) + text.substring(begin, end) + blank(text.substring(end));
    }

    private static String blank(String text) {
        return text.replaceAll("[^\\r\\n]", " ");
    }

    private static int offset(String text, Location object) {
        Matcher position = POSITION.matcher(object.where());
        if (!position.find()) {
            throw new IllegalArgumentException(object.where() + " says no line and column");
        }
        int begin = 0;
        for (int line = Integer.parseInt(position.group(1)); line > 1; line--) {
            begin = text.indexOf('\n', begin) + 1;
        }
        return begin + Integer.parseInt(position.group(2)) - 1;
    }

    /** Behind the brace that closes the one at {@code begin}. */
    private static int end(String text, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no object begins at " + begin);
    }
}
