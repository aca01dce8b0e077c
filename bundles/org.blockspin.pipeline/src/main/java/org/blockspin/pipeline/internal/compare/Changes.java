package org.blockspin.pipeline.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blockspin.pipeline.RunComparison.Change;
import org.blockspin.pipeline.internal.json.Node;

/** Collects what is not the same on two sides. */
final class Changes {
    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /** By key; in the order of the first, then of what only the second has. */
    static List<Change> between(Map<String, String> first, Map<String, String> second) {
        Changes changes = new Changes();
        for (String key : keys(first, second)) {
            changes.add(key, Optional.ofNullable(first.get(key)), Optional.ofNullable(second.get(key)));
        }
        return List.copyOf(changes.found);
    }

    /** By JSON path; the order of members does not matter. */
    static List<Change> between(Node.Obj first, Node.Obj second) {
        Changes changes = new Changes();
        changes.members("", first, second);
        return List.copyOf(changes.found);
    }

    private static Set<String> keys(Map<String, ?> first, Map<String, ?> second) {
        Set<String> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }

    private void members(String path, Node.Obj first, Node.Obj second) {
        for (String key : keys(first.members(), second.members())) {
            compare(
                    path.isEmpty() ? key : path + "." + key,
                    Optional.ofNullable(first.members().get(key)),
                    Optional.ofNullable(second.members().get(key)));
        }
    }

    private void compare(String path, Optional<Node> first, Optional<Node> second) {
        if (first.orElse(null) instanceof Node.Obj one && second.orElse(null) instanceof Node.Obj other) {
            members(path, one, other);
        } else if (first.orElse(null) instanceof Node.Arr one
                && second.orElse(null) instanceof Node.Arr other
                && areComparedByElement(one.elements(), other.elements())) {
            elements(path, one.elements(), other.elements());
        } else {
            add(path, first.map(Node::json), second.map(Node::json));
        }
    }

    /** Lists of another length are shown whole, but for lists of objects, which are long. */
    private static boolean areComparedByElement(List<Node> first, List<Node> second) {
        return first.size() == second.size()
                || (first.stream().allMatch(Node.Obj.class::isInstance)
                        && second.stream().allMatch(Node.Obj.class::isInstance));
    }

    private void elements(String path, List<Node> first, List<Node> second) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            compare(path + "[" + i + "]", element(first, i), element(second, i));
        }
    }

    private static Optional<Node> element(List<Node> elements, int index) {
        return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
    }

    private void add(String what, Optional<String> first, Optional<String> second) {
        if (!first.equals(second)) {
            found.add(new Change(what, first, second));
        }
    }
}
