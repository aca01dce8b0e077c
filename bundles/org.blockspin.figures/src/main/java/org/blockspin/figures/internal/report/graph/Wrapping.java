package org.blockspin.figures.internal.report.graph;

import java.util.ArrayList;
import java.util.List;

/** Breaks phrases into the lines of a box. */
final class Wrapping {
    private static final int MOST_LINES = 3;

    /** Of the size of the font, generous for any sans-serif one. */
    private static final double MEAN_CHARACTER = 0.56;

    private Wrapping() {}

    /** At most three lines, with an ellipsis where there is more. */
    static List<String> lines(List<String> phrases, double width, double fontSize) {
        int most = (int) (width / (MEAN_CHARACTER * fontSize));
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : parts(phrases, most)) {
            if (!line.isEmpty() && line.length() + 1 + part.length() > most) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? part : line + " " + part;
        }
        lines.add(line);
        lines.removeIf(String::isEmpty);
        boolean more = lines.size() > MOST_LINES;
        List<String> kept = new ArrayList<>(more ? lines.subList(0, MOST_LINES) : lines);
        if (more) {
            kept.set(MOST_LINES - 1, kept.get(MOST_LINES - 1) + " \u2026");
        }
        kept.replaceAll(text -> text.length() > most ? text.substring(0, most - 1) + "\u2026" : text);
        return kept;
    }

    /** Phrases with the commas between them; those longer than a line word by word. */
    private static List<String> parts(List<String> phrases, int most) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < phrases.size(); i++) {
            String phrase = phrases.get(i) + (i < phrases.size() - 1 ? "," : "");
            parts.addAll(phrase.length() <= most ? List.of(phrase) : List.of(phrase.split(" ", -1)));
        }
        return parts;
    }
}
