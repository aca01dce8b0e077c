package org.blockspin.pipeline.internal.json;

import java.util.regex.Pattern;

/**
 * Where a value stands.
 *
 * @param source the file, or the setting that brought it in
 * @param line from 1; 0 in a setting
 * @param column from 1, in UTF-16 units as editors count them; 0 in a setting
 * @param path JSON path
 */
public record Location(String source, int line, int column, String path) {
    private static final int LONGEST_SETTING = 120;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Of the pipeline that a setting changes. */
    static Location ofSetting(String setting) {
        String line = setting.replaceAll("\\p{Cntrl}", " ");
        String shown = line.length() <= LONGEST_SETTING ? line : line.substring(0, LONGEST_SETTING) + "...";
        return new Location("--set " + shown, 0, 0, "$");
    }

    /** {@code file:line:column}, or the setting. */
    public String where() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    /** A member of what is here, said to stand here too. */
    public Location member(String key) {
        return at(memberPath(path, key));
    }

    /** An element of what is here, said to stand here too. */
    Location element(int index) {
        return at(elementPath(path, index));
    }

    Location at(String otherPath) {
        return new Location(source, line, column, otherPath);
    }

    static String memberPath(String path, String key) {
        return PLAIN.matcher(key).matches() ? path + "." + key : path + "[" + Node.shown(key) + "]";
    }

    static String elementPath(String path, int index) {
        return path + "[" + index + "]";
    }
}
