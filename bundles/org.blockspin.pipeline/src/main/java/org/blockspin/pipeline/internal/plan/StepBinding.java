package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.json.Node;

/** A step whose parameters were bound without knowing what its inputs are: what it depends on is known then. */
final class StepBinding<R extends Record> {
    /** An input: where it stands, the full name of its step, and what that must produce. */
    private record Reference(Node node, String step, Class<?> product) {}

    private final String name;
    private final Scope scope;
    private final StepKind<R> kind;
    private final Node.Obj node;
    private final List<Reference> references = new ArrayList<>();
    private final Optional<R> parameters;

    private StepBinding(StepKind<R> kind, PipelineReader.Written step, Catalogue catalogue, Mistakes mistakes) {
        this.name = step.name();
        this.scope = Scope.of(name);
        this.kind = kind;
        this.node = step.parameters();
        Binder binder = new Binder(
                catalogue,
                (place, named, product) -> {
                    throw new IllegalStateException("the input " + named + " has no value yet");
                },
                mistakes,
                (place, named, product) -> references.add(new Reference(place, scope.full(named), product)));
        this.parameters = step.whole() ? binder.bind(node, kind.parameters()) : Optional.empty();
    }

    static StepBinding<?> of(PipelineReader.Written step, Catalogue catalogue, Mistakes mistakes) {
        return new StepBinding<>(step.kind(), step, catalogue, mistakes);
    }

    String name() {
        return name;
    }

    StepKind<R> kind() {
        return kind;
    }

    Node node() {
        return node;
    }

    Optional<R> parameters() {
        return parameters;
    }

    /** Names of the steps it depends on. */
    List<String> dependencies() {
        return references.stream().map(Reference::step).distinct().toList();
    }

    /** Where it names another step. */
    Node reference(String other) {
        return references.stream()
                .filter(reference -> reference.step().equals(other))
                .map(Reference::node)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " does not depend on " + other));
    }

    /** @param families of all steps, by name */
    Needs needs(Map<String, Family> families) {
        List<Family> inputs =
                dependencies().stream().map(input -> family(families, input)).toList();
        return kind.needs(family(families, name), inputs);
    }

    private static Family family(Map<String, Family> families, String step) {
        return Optional.ofNullable(families.get(step)).orElseThrow();
    }

    /** Whether the parameters are valid and every input names a step that produces what is wanted. */
    boolean check(PipelineReader.Steps steps, Mistakes mistakes) {
        int before = mistakes.count();
        boolean known = true;
        for (Reference reference : references) {
            PipelineReader.Written other = steps.readable().get(reference.step());
            if (!steps.names().contains(reference.step())) {
                mistakes.add(
                        reference.node().location(),
                        Spelling.unknown("step", scope.local(reference.step()), scope.locals(steps.names())));
            } else if (other == null) {
                known = false;
            } else if (!reference.product().isAssignableFrom(other.kind().produces())) {
                mistakes.add(
                        reference.node().location(),
                        "expected the name of " + Binder.inputWord(reference.product()) + ", found \""
                                + scope.local(reference.step()) + "\", a "
                                + other.kind().name() + " step");
            }
        }
        return known && mistakes.count() == before && parameters.isPresent();
    }

    /** Adds the family, unless there are mistakes. */
    void plan(StepPlanning.Shared shared) {
        int before = shared.mistakes().count();
        StepPlanning<R> planning =
                new StepPlanning<>(shared, name, node, kind.parameters(), parameters.orElseThrow(), dependencies());
        kind.plan(planning);
        if (shared.mistakes().count() == before) {
            shared.families().put(name, planning.family());
        }
    }
}
