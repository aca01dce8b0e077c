package org.blockspin.pipeline.internal.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.FormatVersion;
import org.blockspin.pipeline.internal.json.Node;

/** Takes the objects of a pipeline and of those that it includes apart: what stands around the steps, and each step. */
final class PipelineReader {
    /** The format that this version reads. */
    static final int FORMAT = 1;

    static final String STEPS = "steps";
    static final int MOST_STEPS = 1000;

    /** Where editors look for the schema of a file. */
    static final String SCHEMA = "$schema";

    /** What stands around the steps. */
    record Head(
            @Description("version of the format") int format,

            @Description("name of the pipeline, and of its folder among the runs")
            String name,

            @Description("random numbers are a function of it") @Default("0")
            long seed,

            @Description("what the pipeline is for") @Default("")
            String description) {}

    /**
     * A step as written.
     *
     * @param whole false if part of the parameters could not be found, which is a mistake already
     */
    record Written(String name, StepKind<?> kind, Node.Obj parameters, boolean whole) {}

    /**
     * The steps of a pipeline.
     *
     * @param readable those that could be read, in the order of the files, with what they inherit
     * @param names of all of them
     */
    record Steps(Map<String, Written> readable, Set<String> names) {}

    private final List<Includes.Part> parts;
    private final Map<String, StepKind<?>> kinds;
    private final Mistakes mistakes;

    /** @param parts the included ones, and then the one that includes them */
    PipelineReader(List<Includes.Part> parts, Map<String, StepKind<?>> kinds, Mistakes mistakes) {
        this.parts = List.copyOf(parts);
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    /** What stands around the steps of the whole; in included pipelines it must be valid and counts for nothing. */
    Optional<Head> head(Catalogue catalogue) {
        Binder binder = new Binder(catalogue, (node, step, product) -> step, mistakes);
        Optional<Head> head = Optional.empty();
        for (Includes.Part part : parts) {
            Node.Obj pipeline = part.pipeline();
            head = binder.bindBeside(Set.of(STEPS, SCHEMA, Includes.INCLUDE), pipeline, Head.class);
            FormatVersion.require(pipeline, FORMAT, mistakes);
            checkName(pipeline.members().getOrDefault("name", pipeline));
        }
        return head;
    }

    private void checkName(Node name) {
        boolean wrong = name instanceof Node.Text text
                ? !StepNames.isPart(text.value())
                : name instanceof Node.Num number && !StepNames.isPart(number.literal());
        if (wrong) {
            mistakes.refuse(name, "a name of " + StepNames.EXPECTED);
        }
    }

    Steps steps() {
        Map<String, Written> written = new LinkedHashMap<>();
        Map<String, String> byFolder = new LinkedHashMap<>();
        for (Includes.Part part : parts) {
            steps(part.pipeline()).forEach((local, node) -> {
                String name = part.scope().full(local);
                checkName(node, name, Optional.ofNullable(byFolder.putIfAbsent(name.toLowerCase(Locale.ROOT), name)));
                step(name, node).ifPresent(step -> written.put(name, step));
            });
            requireSteps(part, byFolder.values());
        }
        if (byFolder.size() > MOST_STEPS) {
            mistakes.add(
                    parts.get(parts.size() - 1).pipeline().location(),
                    "expected at most " + MOST_STEPS + " steps in all, found " + byFolder.size());
        }
        inherit(written);
        return new Steps(written, new LinkedHashSet<>(byFolder.values()));
    }

    /** Whoever includes others needs no steps of his own, if they have some: a run of nothing is none that was meant. */
    private void requireSteps(Includes.Part part, Collection<String> names) {
        Node include = part.pipeline().members().get(Includes.INCLUDE);
        if (include != null && !mistakes.any() && part.scope().locals(names).isEmpty()) {
            mistakes.refuse(include, "pipelines with at least one step in all, or \"steps\" beside them");
        }
    }

    private Map<String, Node> steps(Node.Obj pipeline) {
        Node steps = pipeline.members().getOrDefault(STEPS, pipeline);
        boolean none = pipeline.members().containsKey(Includes.INCLUDE);
        if (steps == pipeline) {
            mistakes.add(pipeline.location(), "\"steps\" is missing, expected an object with at least one step");
        } else if (steps instanceof Node.Obj object
                && (none || !object.members().isEmpty())
                && object.members().size() <= MOST_STEPS) {
            return object.members();
        } else {
            mistakes.refuse(steps, "an object with 1 to " + MOST_STEPS + " steps");
        }
        return Map.of();
    }

    private void checkName(Node node, String name, Optional<String> other) {
        if (!StepNames.isName(name)) {
            mistakes.add(
                    node.location(), "expected a step's name of " + StepNames.EXPECTED + ", found " + Node.shown(name));
        }
        other.ifPresent(same -> mistakes.add(
                node.location(),
                "expected names of steps that differ in more than upper and lower case, for some disks do not tell these"
                        + " apart, found " + Node.shown(name) + " beside " + Node.shown(same)));
    }

    /** Gives sample steps what they take from each other. */
    private void inherit(Map<String, Written> written) {
        Map<String, Node.Obj> samples = new LinkedHashMap<>();
        written.values().stream()
                .filter(step -> step.kind().name().equals(Inheritance.KIND))
                .forEach(step -> samples.put(step.name(), step.parameters()));
        Inheritance inheritance = new Inheritance(samples, mistakes);
        samples.keySet()
                .forEach(name -> written.computeIfPresent(name, (key, step) -> inheritance
                        .resolve(name)
                        .map(parameters -> new Written(name, step.kind(), parameters, true))
                        .orElse(new Written(name, step.kind(), step.parameters(), false))));
    }

    private Optional<Written> step(String name, Node node) {
        if (!(node instanceof Node.Obj object) || object.members().size() != 1) {
            mistakes.refuse(node, "an object with one key, the kind of the step");
            return Optional.empty();
        }
        Map.Entry<String, Node> member = object.members().entrySet().iterator().next();
        StepKind<?> kind = kinds.get(member.getKey());
        if (kind == null) {
            mistakes.add(member.getValue().location(), Spelling.unknown("step kind", member.getKey(), kinds.keySet()));
        } else if (member.getValue() instanceof Node.Obj parameters) {
            return Optional.of(new Written(name, kind, parameters, true));
        } else {
            mistakes.refuse(member.getValue(), "an object");
        }
        return Optional.empty();
    }
}
