package org.blockspin.figures.internal.report.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps in rows, each below all that it uses. A row holds at most four boxes. A step that uses nothing stands next to the
 * first that uses it. A line from a step to another passes the rows between them at one place, shared by all lines of
 * that step, in the middle unless sorted otherwise.
 */
final class Rows {
    /** As many boxes as fit on a page. */
    static final int MOST_BOXES = 4;

    /** A piece of a line from one row to the next. */
    record Link(Node from, Node to) {}

    private final Map<String, List<String>> inputs;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Integer> rowOf = new LinkedHashMap<>();
    private final List<List<Node>> rows = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /** @param inputs of every step, in the order of the pipeline; no step depends on itself */
    Rows(Map<String, List<String>> inputs) {
        this.inputs = inputs;
        inputs.keySet().forEach(this::level);
        inputs.keySet().stream().filter(step -> used(step).isEmpty()).forEach(this::lowerSource);
        placeBoxes();
        inputs.keySet().forEach(this::connect);
    }

    List<List<Node>> rows() {
        return Collections.unmodifiableList(rows);
    }

    List<Link> links() {
        return Collections.unmodifiableList(links);
    }

    private List<String> used(String step) {
        return inputs.getOrDefault(step, List.of());
    }

    /** The number of steps that must be done before, one after the other. */
    private int level(String step) {
        Integer known = levels.get(step);
        if (known == null) {
            known = used(step).stream()
                    .mapToInt(input -> level(input) + 1)
                    .max()
                    .orElse(0);
            levels.put(step, known);
        }
        return known;
    }

    private void lowerSource(String source) {
        inputs.keySet().stream()
                .filter(step -> used(step).contains(source))
                .mapToInt(this::level)
                .min()
                .ifPresent(first -> levels.put(source, first - 1));
    }

    private void placeBoxes() {
        int last = levels.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int level = 0; level <= last; level++) {
            int boxes = 0;
            for (String step : inputs.keySet()) {
                if (level(step) == level) {
                    if (boxes++ % MOST_BOXES == 0) {
                        rows.add(new ArrayList<>());
                    }
                    int row = rows.size() - 1;
                    rowOf.put(step, row);
                    rows.get(row).add(new Node(step, row, false));
                }
            }
        }
    }

    /** The line from a step to all that use it. */
    private void connect(String step) {
        List<Integer> ends = new ArrayList<>();
        for (String other : inputs.keySet()) {
            if (used(other).contains(step)) {
                ends.add(row(other));
            }
        }
        Node from = new Node(step, row(step), false);
        int last = ends.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int row = row(step) + 1; row <= last; row++) {
            for (Node node : rows.get(row)) {
                if (!node.passing() && used(node.step()).contains(step)) {
                    links.add(new Link(from, node));
                }
            }
            if (row < last) {
                Node passing = new Node(step, row, true);
                rows.get(row).add(rows.get(row).size() / 2, passing);
                links.add(new Link(from, passing));
                from = passing;
            }
        }
    }

    private int row(String step) {
        return rowOf.getOrDefault(step, 0);
    }
}
