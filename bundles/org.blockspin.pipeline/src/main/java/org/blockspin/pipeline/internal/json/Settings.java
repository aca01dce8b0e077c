package org.blockspin.pipeline.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;

/**
 * Replaces values of a pipeline by {@code path=value} settings, in their order. A path leads to a step that is there,
 * and on into its parameters, where what is missing is made: whether it is known is checked later, like any other key.
 */
public final class Settings {
    /** Keys in front of a step's parameters: {@code steps}, its name, its kind. */
    private static final int PARAMETERS = 3;

    private final Node root;
    private final List<String> keys;
    private final String value;
    private final Inherited inherited;
    private final Mistakes mistakes;

    private Settings(Node root, String path, String value, Inherited inherited, Mistakes mistakes) {
        this.root = root;
        this.keys = keys(path);
        this.value = value;
        this.inherited = inherited;
        this.mistakes = mistakes;
    }

    /** Knows the members that an object of a pipeline has from elsewhere. */
    @FunctionalInterface
    public interface Inherited {
        Optional<Node> member(Node pipeline, Node.Obj object, String key);
    }

    /** The pipeline with all settings applied, in their order. */
    public static Node apply(Node root, List<String> settings, Inherited inherited, Mistakes mistakes) {
        Node result = root;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            Location here = Location.ofSetting(setting);
            if (equals <= 0) {
                mistakes.add(here, "expected path=value, found " + Node.shown(setting));
                continue;
            }
            String path = setting.substring(0, equals);
            result = new Settings(result, path, setting.substring(equals + 1), inherited, mistakes)
                    .replaced(result, 0, here);
        }
        return result;
    }

    /** {@code $.a.b[1]} as a, b, 1: what messages print can be set. */
    private static List<String> keys(String path) {
        String bare = path.startsWith("$.") ? path.substring(2) : path;
        return List.of(bare.replaceAll("\\[([^\\[\\].]*)]", ".$1").split("\\.", -1));
    }

    private Node replaced(Node node, int depth, Location here) {
        if (depth == keys.size()) {
            return LocatedReader.readAt(here, value, mistakes);
        } else if (node instanceof Node.Arr array) {
            return replacedElement(array, depth, here);
        } else if (node instanceof Node.Obj object) {
            return replacedMember(object, depth, here);
        } else if (node instanceof Node.Text name && depth >= PARAMETERS) {
            // "wolff" is short for {"kind": "wolff"}, which can have parameters.
            return replacedMember(new Node.Obj(here, Map.of("kind", name)), depth, here);
        }
        mistakes.add(here, "expected an object to hold " + Node.shown(keys.get(depth)) + ", found " + node.found());
        return node;
    }

    private Node replacedElement(Node.Arr array, int depth, Location here) {
        String key = keys.get(depth);
        int size = array.elements().size();
        int index = key.matches("[0-9]{1,6}") ? Integer.parseInt(key) : size;
        if (index >= size) {
            String range =
                    size == 0 ? "no element, of an empty list" : "the number of an element from 0 to " + (size - 1);
            mistakes.add(here, "expected " + range + ", found " + Node.shown(key));
            return array;
        }
        List<Node> elements = new ArrayList<>(array.elements());
        elements.set(index, replaced(elements.get(index), depth + 1, here.element(index)));
        return new Node.Arr(array.location(), elements);
    }

    private Node replacedMember(Node.Obj object, int depth, Location here) {
        String key = keys.get(depth);
        Location there = here.member(key);
        Optional<Node> member = Optional.ofNullable(object.members().get(key));
        if (depth == keys.size() - 1) {
            return object.with(key, LocatedReader.readAt(there, value, mistakes));
        }
        if (member.isEmpty()) {
            member = inherited.member(root, object, key);
        }
        if (member.isEmpty() && depth < PARAMETERS) {
            String what = depth == 1 ? "step" : "key";
            mistakes.add(here, Spelling.unknown(what, key, object.members().keySet()));
            return object;
        }
        return object.with(key, replaced(member.orElse(new Node.Obj(there, Map.of())), depth + 1, there));
    }
}
