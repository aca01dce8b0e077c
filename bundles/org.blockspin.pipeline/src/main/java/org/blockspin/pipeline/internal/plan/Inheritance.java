package org.blockspin.pipeline.internal.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.Node;

/**
 * {@code "like": "other"}: a sample step takes what it does not say itself from another sample step. Nothing else is
 * shared: each step draws from its own stream.
 */
final class Inheritance {
    /** The steps that may be like each other. */
    static final String KIND = "sample";

    static final String LIKE = "like";

    private final Map<String, Node.Obj> samples;
    private final Mistakes mistakes;

    /** @param samples the objects of the sample steps by name */
    Inheritance(Map<String, Node.Obj> samples, Mistakes mistakes) {
        this.samples = samples;
        this.mistakes = mistakes;
    }

    /** The step's object with what it inherits; empty, with a mistake, if that cannot be found. */
    Optional<Node.Obj> resolve(String step) {
        return resolve(step, new LinkedHashSet<>());
    }

    private Optional<Node.Obj> resolve(String step, Set<String> seen) {
        Node.Obj own = samples.get(step);
        if (own == null) {
            throw new IllegalArgumentException(step);
        }
        Node like = own.members().get(LIKE);
        return like == null
                ? Optional.of(own)
                : parent(step, like, seen).flatMap(name -> resolve(name, seen)).map(inherited -> merge(inherited, own));
    }

    private Optional<String> parent(String step, Node like, Set<String> seen) {
        if (!(like instanceof Node.Text text)) {
            mistakes.refuse(like, "the name of a sample step");
        } else if (!samples.containsKey(Scope.of(step).full(text.value()))) {
            mistakes.add(
                    like.location(),
                    Spelling.unknown("sample step", text.value(), Scope.of(step).locals(samples.keySet())));
        } else if (!seen.add(step)) {
            mistakes.add(
                    like.location(), "\"like\" goes round in a circle: " + String.join(" -> ", seen) + " -> " + step);
        } else {
            return Optional.of(Scope.of(step).full(text.value()));
        }
        return Optional.empty();
    }

    /** A member that an object of a pipeline inherits from a sample step, or from what that is like. */
    static Optional<Node> member(Node pipeline, Node.Obj object, String key) {
        Set<Node.Obj> seen = new LinkedHashSet<>();
        Optional<Node.Obj> holder = Optional.of(object);
        while (holder.isPresent() && seen.add(holder.get())) {
            Optional<Node> member = child(holder.get(), key);
            if (member.isPresent()) {
                return member;
            }
            holder = parent(pipeline, holder.get());
        }
        return Optional.empty();
    }

    private static Optional<Node.Obj> parent(Node pipeline, Node.Obj object) {
        return child(object, LIKE)
                .filter(Node.Text.class::isInstance)
                .flatMap(like -> child(pipeline, "steps").flatMap(steps -> child(steps, ((Node.Text) like).value())))
                .flatMap(step -> child(step, KIND))
                .filter(Node.Obj.class::isInstance)
                .map(Node.Obj.class::cast);
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof Node.Obj object
                ? Optional.ofNullable(object.members().get(key))
                : Optional.empty();
    }

    private static Node.Obj merge(Node.Obj inherited, Node.Obj own) {
        Map<String, Node> members = new LinkedHashMap<>(inherited.members());
        members.putAll(own.members());
        members.remove(LIKE);
        return new Node.Obj(own.location(), members);
    }
}
