package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the folder of a run says, but for figures and models.
 *
 * @param record {@code run.json}
 * @param steps in the order of the pipeline
 * @param rows in the order of the results
 */
record Run(Path folder, Json record, String name, String description, List<Step> steps, List<Row> rows) {
    private static final String RECORD = "run.json";
    private static final String RESULTS = "results.json";

    Run {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    /** Reads a run's folder; refuses one that is damaged. */
    static Run read(Path folder) throws IOException {
        Json record = Json.read(folder, RECORD);
        Json pipeline = record.member("pipeline");
        List<Row> rows = new ArrayList<>();
        for (Json row : Json.read(folder, RESULTS).member("results").items()) {
            rows.add(Row.of(row));
        }
        return new Run(
                folder,
                record,
                pipeline.member("name").text(),
                pipeline.find("description").isPresent()
                        ? pipeline.member("description").text()
                        : "",
                steps(pipeline.member("steps"), record.member("graph")),
                rows);
    }

    private static List<Step> steps(Json steps, Json graph) throws IOException {
        Map<String, Step> known = new LinkedHashMap<>();
        for (Map.Entry<String, Json> entry : steps.members().entrySet()) {
            Map<String, Json> kinds = entry.getValue().members();
            if (kinds.size() != 1 || !entry.getKey().matches("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*")) {
                throw entry.getValue().expected("a step");
            }
            Json place = graph.member(entry.getKey());
            Map.Entry<String, Json> kind = kinds.entrySet().iterator().next();
            known.put(
                    entry.getKey(),
                    new Step(
                            entry.getKey(),
                            kind.getKey(),
                            kind.getValue(),
                            place.member("inputs").texts(),
                            place.member("members").count()));
        }
        requireOrder(known, graph);
        return List.copyOf(known.values());
    }

    /** Requires that the steps can be done one after the other. */
    private static void requireOrder(Map<String, Step> steps, Json graph) throws IOException {
        Map<String, Step> left = new LinkedHashMap<>(steps);
        while (left.values()
                .removeIf(step -> steps.keySet().containsAll(step.inputs())
                        && step.inputs().stream().noneMatch(left::containsKey))) {}
        if (!left.isEmpty()) {
            throw new IOException(graph.place() + "." + left.keySet().iterator().next()
                    + ": expected inputs that are steps and do not depend on this one");
        }
    }

    /** These steps by what they come from, in their order. */
    static Map<String, List<Step>> byGroup(List<Step> steps) {
        Map<String, List<Step>> groups = new LinkedHashMap<>();
        steps.forEach(step ->
                groups.computeIfAbsent(step.group(), key -> new ArrayList<>()).add(step));
        return groups;
    }

    /** The steps that a step depends on, in the order of the pipeline. */
    List<Step> upstream(Step step) {
        Set<String> names = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(step.inputs());
        while (!left.isEmpty()) {
            String name = left.pop();
            if (names.add(name)) {
                steps.stream().filter(other -> other.name().equals(name)).forEach(other -> left.addAll(other.inputs()));
            }
        }
        return steps.stream().filter(other -> names.contains(other.name())).toList();
    }

    List<Step> steps(String kind) {
        return steps.stream().filter(step -> step.kind().equals(kind)).toList();
    }

    List<Row> rows(String step) {
        return rows.stream().filter(row -> row.step().equals(step)).toList();
    }
}
