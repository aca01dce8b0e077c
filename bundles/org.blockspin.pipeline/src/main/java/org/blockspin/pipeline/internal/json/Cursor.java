package org.blockspin.pipeline.internal.json;

import java.util.Locale;

/** A place in the text of a JSON document that moves on, and knows its line and column. */
final class Cursor {
    /** Instead of a character, behind the last one. */
    static final int END = -1;

    private static final String BLANKS = " \t\n\r";
    private static final String DELIMITERS = "{}[]:,\"";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Cursor(String text) {
        this.text = text;
        if (text.indexOf(BYTE_ORDER_MARK) == 0) {
            at = 1;
            lineStart = 1;
        }
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart + 1;
    }

    /** The character here, or {@link #END}. */
    int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean isAt(String start) {
        return text.startsWith(start, at);
    }

    /** Takes the character here. */
    int next() {
        int taken = peek();
        if (taken != END) {
            at++;
            if (taken == '\n' || (taken == '\r' && peek() != '\n')) {
                line++;
                lineStart = at;
            }
        }
        return taken;
    }

    /** Takes the character here, if it is this one. */
    boolean take(char wanted) {
        boolean there = peek() == wanted;
        if (there) {
            next();
        }
        return there;
    }

    void skipBlanks() {
        while (BLANKS.indexOf(peek()) >= 0) {
            next();
        }
    }

    /** Takes everything up to an end, and the end. */
    void skipThrough(String end) {
        while (peek() != END && !isAt(end)) {
            next();
        }
        for (int i = 0; i < end.length(); i++) {
            next();
        }
    }

    /** Takes as many hexadecimal digits, or none. */
    String hexadecimal(int digits) {
        int end = Math.min(text.length(), at + digits);
        String taken = text.substring(at, end);
        if (!taken.matches("[0-9a-fA-F]{" + digits + "}")) {
            return "";
        }
        at = end;
        return taken;
    }

    /** Takes everything up to a delimiter or a blank, but what is in single quotes as a whole. */
    String word() {
        int from = at;
        if (peek() == '\'') {
            int closing = text.indexOf('\'', at + 1);
            int lineEnd = text.indexOf('\n', at);
            at = closing > 0 && (lineEnd < 0 || closing < lineEnd) ? closing + 1 : at;
        }
        at = wordEnd();
        return text.substring(from, at);
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length()
                && BLANKS.indexOf(text.charAt(end)) < 0
                && DELIMITERS.indexOf(text.charAt(end)) < 0
                && !isStray(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a character that JSON does not have between values, and that cannot be seen, is here. */
    boolean isAtStray() {
        return peek() != END && isStray(text.charAt(at));
    }

    private static boolean isStray(char c) {
        return (Character.isISOControl(c) && BLANKS.indexOf(c) < 0)
                || (Character.isSpaceChar(c) && c != ' ')
                || Character.getType(c) == Character.FORMAT;
    }

    /** What is here, for messages. */
    String found() {
        if (peek() == END) {
            return "the end of the text";
        }
        char here = text.charAt(at);
        if (here == '\n' || here == '\r') {
            return "the end of the line";
        } else if (isStray(here) || Character.isISOControl(here)) {
            return String.format(Locale.ROOT, "U+%04X", (int) here);
        } else if (here == '"') {
            int closing = text.indexOf('"', at + 1);
            return Node.shown(text.substring(at + 1, closing < 0 ? text.length() : closing));
        }
        String word = text.substring(at, wordEnd());
        return word.isEmpty() ? Node.quote(String.valueOf(here)) : Node.shortened(word);
    }
}
