package org.blockspin.figures.internal.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML 5 that is well-formed XML as well. Every text and every value of an attribute is escaped here, and nowhere
 * else. Not thread-safe.
 */
final class Html {
    /** Elements before which a line break would be a space. */
    private static final Set<String> INLINE = Set.of("a", "code", "em", "strong", "span", "small", "th", "td", "tspan");

    /** What XML 1.0 cannot hold, not even as a reference. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final StringBuilder markup = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element with attributes, name and value in turn. */
    Html open(String element, String... attributes) {
        start(element, attributes);
        markup.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        markup.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that never has content. */
    Html empty(String element, String... attributes) {
        start(element, attributes);
        markup.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Html text(String text) {
        markup.append(escaped(text));
        return this;
    }

    /** What another one wrote. */
    Html add(Html other) {
        markup.append(other);
        return this;
    }

    private void start(String element, String... attributes) {
        if (!INLINE.contains(element) && !markup.isEmpty()) {
            markup.append('\n');
        }
        markup.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    private static String escaped(String text) {
        return UNWRITABLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    /** What was written; every element must be ended. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return markup.toString();
    }
}
