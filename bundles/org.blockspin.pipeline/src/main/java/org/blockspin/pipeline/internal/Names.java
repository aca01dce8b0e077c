package org.blockspin.pipeline.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spelling: names in the JSON, and the nearest of the known ones. */
public final class Names {
    private static final int FARTHEST = 3;

    private Names() {}

    /** {@code learningRate} or {@code UPPER_LEFT} as {@code learning-rate} or {@code upper-left}. */
    public static String kebab(String javaName) {
        if (javaName.equals(javaName.toUpperCase(Locale.ROOT))) {
            return javaName.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return javaName.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** A message about an unknown name that lists the known ones and suggests the nearest. */
    public static String unknown(String what, String name, Collection<String> known) {
        String message = "unknown " + what + " \"" + name + "\"";
        if (known.isEmpty()) {
            return message + "; none is known here";
        }
        String all = known.stream().sorted().collect(Collectors.joining(", "));
        String suggestion = nearest(name, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
        return message + ", expected one of: " + all + suggestion;
    }

    /** The same where the known ones are too many to list. */
    public static String unknownOfMany(String what, String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .map(near -> "unknown " + what + " \"" + name + "\"; the nearest of " + known.size() + " is \"" + near
                        + "\"")
                .orElse("unknown " + what + " \"" + name + "\"; none is known here");
    }

    /** The known name with the smallest edit distance, if that is at most three and less than the name's length. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(name, other) <= Math.min(FARTHEST, name.length() - 1))
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
