package org.blockspin.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.blockspin.pipeline.internal.json.Node;

/** What to say of a name that nobody knows: the known ones, and the nearest of them. */
public final class Spelling {
    private static final int FARTHEST = 3;
    private static final int SHORTEST_PREFIX = 3;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_LISTED = 40;

    private Spelling() {}

    /** A message about an unknown name that lists the known ones and suggests the nearest. */
    public static String unknown(String what, String name, Collection<String> known) {
        String message = "unknown " + what + " " + Node.shown(name);
        if (known.isEmpty()) {
            return message + "; none is known here";
        }
        String more = known.size() > MOST_LISTED ? ", ... (" + known.size() + " in all)" : "";
        String listed = known.stream().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return message + ", expected one of: " + listed + more + suggestion(name, known);
    }

    /** The same where the known ones are too many to list. */
    public static String unknownOfMany(String what, String name, Collection<String> known) {
        return known.stream()
                .min(order(name.toLowerCase(Locale.ROOT)))
                .map(near -> "unknown " + what + " " + Node.shown(name) + "; the nearest of " + known.size() + " is \""
                        + near + "\"")
                .orElse("unknown " + what + " " + Node.shown(name) + "; none is known here");
    }

    /** {@code ; did you mean "..."?}, or nothing where no known name is near. */
    public static String suggestion(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("");
    }

    /**
     * The known name with the smallest edit distance, if that is at most three and less than the name's length, or else
     * one that is the beginning of the name or begins with it. Upper and lower case do not matter.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Comparator<String> order = order(lower);
        return known.stream()
                .filter(other ->
                        distance(lower, other.toLowerCase(Locale.ROOT)) <= Math.min(FARTHEST, name.length() - 1))
                .min(order)
                .or(() -> known.stream()
                        .filter(other -> isBeginning(lower, other.toLowerCase(Locale.ROOT)))
                        .min(order));
    }

    private static Comparator<String> order(String lower) {
        return Comparator.comparingInt((String other) -> distance(lower, other.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean isBeginning(String a, String b) {
        return Math.min(a.length(), b.length()) >= SHORTEST_PREFIX && (a.startsWith(b) || b.startsWith(a));
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
