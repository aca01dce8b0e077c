package org.blockspin.pipeline.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.internal.json.Location;
import org.blockspin.pipeline.internal.json.Node;

/** Collects everything that is wrong with a pipeline, each mistake once. */
public final class Mistakes {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private record Entry(Location location, String message) {
        Mistake mistake() {
            return new Mistake(location.where(), location.path(), message);
        }
    }

    private final Set<Entry> found = new LinkedHashSet<>();

    public void add(Location location, String message) {
        found.add(new Entry(location, inOneLine(message)));
    }

    /** Names in the file, and what plugins say, may hold line breaks and worse. */
    private static String inOneLine(String message) {
        return CONTROL.matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(String.format(
                        Locale.ROOT, "\\u%04x", (int) found.group().charAt(0))));
    }

    /** Adds that a value is not what was expected. */
    public void refuse(Node node, String expected) {
        if (!(node instanceof Node.Broken)) {
            add(node.location(), "expected " + expected + ", found " + node.found());
        }
    }

    public boolean any() {
        return !found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    /** Throws if anything was added. */
    public void throwIfAny() throws InvalidPipelineException {
        if (any()) {
            throw new InvalidPipelineException(list());
        }
    }

    /** Those of settings, then those of each file in its order. */
    public List<Mistake> list() {
        List<Entry> sorted = new ArrayList<>(found);
        List<String> sources = found.stream()
                .filter(entry -> entry.location().line() > 0)
                .map(entry -> entry.location().source())
                .distinct()
                .toList();
        sorted.sort(Comparator.comparingInt(
                        (Entry entry) -> sources.indexOf(entry.location().source()))
                .thenComparingInt(entry -> entry.location().line())
                .thenComparingInt(entry -> entry.location().column()));
        return sorted.stream().map(Entry::mistake).distinct().toList();
    }
}
