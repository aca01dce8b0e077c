package org.blockspin.pipeline.internal.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.Names;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.json.Node;

/** Takes a pipeline's object apart: what stands around the steps, and the object of each step. */
final class PipelineReader {
    /** The format that this version reads. */
    static final int FORMAT = 1;

    /** Names become folders and parts of streams' paths. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

    /** What stands around the steps. */
    record Head(
            int format,
            String name,
            @Default("0") long seed,
            @Default("") String description) {}

    /**
     * A step as written.
     *
     * @param whole false if part of the parameters could not be found, which is a mistake already
     */
    record Written(String name, StepKind<?> kind, Node.Obj parameters, boolean whole) {}

    private final Node.Obj pipeline;
    private final Map<String, StepKind<?>> kinds;
    private final Mistakes mistakes;

    PipelineReader(Node.Obj pipeline, Map<String, StepKind<?>> kinds, Mistakes mistakes) {
        this.pipeline = pipeline;
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    Optional<Head> head(Catalogue catalogue) {
        Map<String, Node> members = new LinkedHashMap<>(pipeline.members());
        members.remove("steps");
        Binder binder = new Binder(catalogue, (node, step, product) -> step, mistakes);
        Optional<Head> head = binder.bind(new Node.Obj(pipeline.location(), members), Head.class);
        head.ifPresent(this::check);
        return head;
    }

    private void check(Head head) {
        if (head.format() != FORMAT) {
            String later = head.format() > FORMAT ? ", which is of a later version of Blockspin" : "";
            mistake("format", "expected format " + FORMAT + ", found " + head.format() + later);
        }
        if (!head.name().matches(NAME)) {
            mistake("name", "expected a name of letters, digits, \"_\" and \"-\", found \"" + head.name() + "\"");
        }
    }

    private void mistake(String key, String message) {
        mistakes.add(pipeline.members().getOrDefault(key, pipeline).location(), message);
    }

    /** The steps that could be read, in the order of the file, with what they inherit. */
    Map<String, Written> steps() {
        Node steps = pipeline.members().getOrDefault("steps", pipeline);
        if (steps == pipeline
                || !(steps instanceof Node.Obj object)
                || object.members().isEmpty()) {
            mistakes.add(
                    steps.location(),
                    "expected \"steps\", an object with at least one step"
                            + (steps == pipeline ? "" : ", found " + steps.found()));
            return Map.of();
        }
        Map<String, Written> written = new LinkedHashMap<>();
        object.members().forEach((name, node) -> step(name, node).ifPresent(step -> written.put(name, step)));
        Map<String, Node.Obj> samples = new LinkedHashMap<>();
        written.values().stream()
                .filter(step -> step.kind().name().equals("sample"))
                .forEach(step -> samples.put(step.name(), step.parameters()));
        Inheritance inheritance = new Inheritance(samples, mistakes);
        samples.keySet()
                .forEach(name -> written.computeIfPresent(name, (key, step) -> inheritance
                        .resolve(name)
                        .map(parameters -> new Written(name, step.kind(), parameters, true))
                        .orElse(new Written(name, step.kind(), step.parameters(), false))));
        return written;
    }

    private Optional<Written> step(String name, Node node) {
        if (!name.matches(NAME)) {
            mistakes.add(
                    node.location(),
                    "expected a step's name of letters, digits, \"_\" and \"-\", found \"" + name + "\"");
        }
        if (!(node instanceof Node.Obj object) || object.members().size() != 1) {
            mistakes.add(
                    node.location(), "expected an object with one key, the kind of the step, found " + node.found());
            return Optional.empty();
        }
        Map.Entry<String, Node> member = object.members().entrySet().iterator().next();
        StepKind<?> kind = kinds.get(member.getKey());
        if (kind == null) {
            mistakes.add(member.getValue().location(), Names.unknown("step kind", member.getKey(), kinds.keySet()));
        } else if (member.getValue() instanceof Node.Obj parameters) {
            return Optional.of(new Written(name, kind, parameters, true));
        } else {
            mistakes.add(
                    member.getValue().location(),
                    "expected an object, found " + member.getValue().found());
        }
        return Optional.empty();
    }
}
