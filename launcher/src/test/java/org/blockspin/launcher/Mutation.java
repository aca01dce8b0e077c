package org.blockspin.launcher;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.blockspin.launcher.PipelineText.Value;

/**
 * Something that was done to a pipeline.
 *
 * @param what was done
 * @param text what became of it
 * @param lines where its mistakes may be, from 1: those of what was changed, and the first of what holds it
 * @param steps the steps in which something was changed
 */
record Mutation(String what, String text, Set<Integer> lines, Set<String> steps) {
    private static final String[] VALUES = {
        "null", "true", "false", "\"\"", "\"x\"", "\"critical\"", "\"seeds\"", "\"measured\"", "\"network\"",
                "\"../../x\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"L/3\"", "[]", "{}", "[[]]", "[0]", "[3, 5]", "[null]", "{\"kind\": \"wolff\"}",
        "{\"kind\": {}}", "{\"linspace\": [1, 2, 1e9]}", "{\"linspace\": [2, 2.5, 3]}", "NaN", "'x'", "01", "\"kind\""
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-1",
        "1",
        "2",
        "3",
        "7",
        "1.5",
        "1e3",
        "1e9",
        "1e18",
        "1e19",
        "1e999",
        "1e-999",
        "-1e308",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "123456789012345678901234567890",
        "0.1",
        "1e999999999"
    };
    private static final String GARBAGE = "{}[]\",:0x\u00e4\n\t\\/-e.'#\u0000\u00a0";

    /** A piece of text to put in the place of another. */
    private record Edit(int from, int to, String by) {}

    /** One random mutation. */
    static Mutation of(PipelineText pipeline, Random random) {
        List<Value> all = pipeline.values();
        Value value = all.get(1 + random.nextInt(all.size() - 1));
        Value other = all.get(1 + random.nextInt(all.size() - 1));
        boolean keyed = value.from() < value.start();
        return switch (random.nextInt(8)) {
            case 0 -> removed(pipeline, value);
            case 1 -> duplicated(pipeline, value);
            case 2, 3 -> replaced(pipeline, value, VALUES[random.nextInt(VALUES.length)]);
            case 4 -> replaced(pipeline, number(pipeline, random), NUMBERS[random.nextInt(NUMBERS.length)]);
            case 5 -> keyed ? renamed(pipeline, value, random) : removed(pipeline, value);
            case 6 -> keyed ? moved(pipeline, value, random) : duplicated(pipeline, value);
            default -> value.overlaps(other) ? removed(pipeline, value) : swapped(pipeline, value, other);
        };
    }

    /** One random character too many or too few. */
    static Mutation ofCharacters(String text, Random random) {
        int at = random.nextInt(text.length());
        int character = random.nextInt(GARBAGE.length() + 10);
        return character < GARBAGE.length()
                ? new Mutation(
                        "inserted " + (int) GARBAGE.charAt(character),
                        text.substring(0, at) + GARBAGE.charAt(character) + text.substring(at),
                        Set.of(),
                        Set.of())
                : new Mutation("dropped one", text.substring(0, at) + text.substring(at + 1), Set.of(), Set.of());
    }

    private static Value number(PipelineText pipeline, Random random) {
        List<Value> numbers = pipeline.values().stream()
                .filter(value -> pipeline.text(value).matches("-?[0-9].*"))
                .toList();
        return numbers.get(random.nextInt(numbers.size()));
    }

    private static Mutation removed(PipelineText pipeline, Value value) {
        return changed("removed " + value.path(), pipeline, List.of(removal(pipeline.text(), value)), value);
    }

    /** With the comma behind it, or else the one before it. */
    private static Edit removal(String text, Value value) {
        int end = value.end();
        while (Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        int from = value.from();
        if (text.charAt(end) == ',') {
            return new Edit(from, end + 1, "");
        }
        int comma = from - 1;
        while (Character.isWhitespace(text.charAt(comma))) {
            comma--;
        }
        return new Edit(text.charAt(comma) == ',' ? comma : from, value.end(), "");
    }

    private static Mutation duplicated(PipelineText pipeline, Value value) {
        String member = pipeline.text().substring(value.from(), value.end());
        return changed(
                "duplicated " + value.path(),
                pipeline,
                List.of(new Edit(value.end(), value.end(), ", " + member)),
                value);
    }

    private static Mutation replaced(PipelineText pipeline, Value value, String by) {
        return changed(
                "replaced " + value.path() + " by " + by,
                pipeline,
                List.of(new Edit(value.start(), value.end(), by)),
                value);
    }

    private static Mutation renamed(PipelineText pipeline, Value value, Random random) {
        int key = value.from() + 1 + random.nextInt(2);
        return changed(
                "renamed " + value.path(),
                pipeline,
                List.of(new Edit(key, key, random.nextBoolean() ? "x" : "-")),
                value);
    }

    private static Mutation moved(PipelineText pipeline, Value value, Random random) {
        List<Value> objects = pipeline.values().stream()
                .filter(other -> pipeline.text(other).startsWith("{\"") && !other.overlaps(value))
                .toList();
        if (objects.isEmpty()) {
            return removed(pipeline, value);
        }
        Value target = objects.get(random.nextInt(objects.size()));
        String member = pipeline.text().substring(value.from(), value.end());
        return changed(
                "moved " + value.path() + " into " + target.path(),
                pipeline,
                List.of(
                        removal(pipeline.text(), value),
                        new Edit(target.start() + 1, target.start() + 1, member + ", ")),
                value,
                target);
    }

    private static Mutation swapped(PipelineText pipeline, Value a, Value b) {
        return changed(
                "swapped " + a.path() + " and " + b.path(),
                pipeline,
                List.of(new Edit(a.start(), a.end(), pipeline.text(b)), new Edit(b.start(), b.end(), pipeline.text(a))),
                a,
                b);
    }

    private static Mutation changed(String what, PipelineText pipeline, List<Edit> edits, Value... values) {
        List<Edit> ordered = new ArrayList<>(edits);
        ordered.sort(Comparator.comparingInt(Edit::from));
        StringBuilder text = new StringBuilder();
        Set<Integer> lines = new TreeSet<>();
        int done = 0;
        for (Edit edit : ordered) {
            text.append(pipeline.text(), done, edit.from());
            int first = line(text);
            text.append(edit.by());
            for (int line = first; line <= line(text); line++) {
                lines.add(line);
            }
            done = edit.to();
        }
        text.append(pipeline.text(), done, pipeline.text().length());
        Set<String> steps = new TreeSet<>();
        for (Value value : values) {
            // A parent begins before all that was changed in it, but not before what was changed before it.
            int start = pipeline.values().get(value.parent()).start();
            int moved = ordered.stream()
                    .filter(edit -> edit.to() <= start)
                    .mapToInt(edit -> breaks(edit.by()) - breaks(pipeline.text().substring(edit.from(), edit.to())))
                    .sum();
            lines.add(1 + breaks(pipeline.text().substring(0, start)) + moved);
            steps.addAll(steps(pipeline, value.path()));
        }
        return new Mutation(what, text.toString(), lines, steps);
    }

    private static int line(CharSequence text) {
        return 1 + breaks(text);
    }

    private static int breaks(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** The step that holds a value, or all where a value holds them. */
    private static Set<String> steps(PipelineText pipeline, String path) {
        String[] parts = path.split("\\.", -1);
        if (parts.length > 2 && parts[1].equals("steps")) {
            return Set.of(parts[2]);
        } else if (path.equals("$.steps")) {
            return pipeline.values().stream()
                    .map(value -> value.path().split("\\.", -1))
                    .filter(keys -> keys.length == 3 && keys[1].equals("steps"))
                    .map(keys -> keys[2])
                    .collect(Collectors.toSet());
        }
        return Set.of();
    }
}
