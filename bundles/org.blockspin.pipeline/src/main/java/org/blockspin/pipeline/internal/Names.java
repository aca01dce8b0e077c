package org.blockspin.pipeline.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in the JSON. */
public final class Names {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private Names() {}

    /** {@code learningRate} or {@code UPPER_LEFT} as {@code learning-rate} or {@code upper-left}. */
    public static String kebab(String javaName) {
        if (javaName.equals(javaName.toUpperCase(Locale.ROOT))) {
            return javaName.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return HUMP.matcher(javaName).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
