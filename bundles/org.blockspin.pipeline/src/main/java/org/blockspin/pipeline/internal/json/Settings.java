package org.blockspin.pipeline.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;

/**
 * Replaces values of a pipeline. The path of a setting leads to a step that is there, and on into its parameters, where
 * what is missing is made: whether it is known is checked later, like any other key.
 */
public final class Settings {
    /** Keys in front of a step's parameters: {@code steps}, its name, its kind. */
    private static final int PARAMETERS = 3;

    private final Node.Obj root;
    private final Setting setting;
    private final List<String> keys;
    private final Inherited inherited;
    private final Mistakes mistakes;

    private Settings(Node.Obj root, Setting setting, Inherited inherited, Mistakes mistakes) {
        this.root = root;
        this.setting = setting;
        this.keys = setting.keys();
        this.inherited = inherited;
        this.mistakes = mistakes;
    }

    /** Knows the members that an object of a pipeline has from elsewhere. */
    @FunctionalInterface
    public interface Inherited {
        Optional<Node> member(Node pipeline, Node.Obj object, String key);
    }

    /** The pipeline with all settings applied, in their order. */
    public static Node.Obj apply(Node.Obj root, List<Setting> settings, Inherited inherited, Mistakes mistakes) {
        Node.Obj result = root;
        for (Setting setting : settings) {
            result = new Settings(result, setting, inherited, mistakes).replacedMember(result, 0, setting.place());
        }
        return result;
    }

    private Node replaced(Node node, int depth, Location here) {
        if (depth == keys.size()) {
            return setting.value().apply(here);
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

    private Node.Obj replacedMember(Node.Obj object, int depth, Location here) {
        String key = keys.get(depth);
        Location there = here.member(key);
        Optional<Node> member = Optional.ofNullable(object.members().get(key));
        if (depth == keys.size() - 1) {
            return object.with(key, setting.value().apply(there));
        }
        if (member.isEmpty()) {
            member = inherited.member(root, object, key);
        }
        if (member.isEmpty() && depth < PARAMETERS) {
            String what = depth == 1 ? "step" : "key";
            mistakes.add(here, Spelling.unknown(what, key, known(object, depth)));
            return object;
        }
        return object.with(key, replaced(member.orElse(new Node.Obj(there, Map.of())), depth + 1, there));
    }

    /** Where a step is expected, the name of an include may begin the name of one. */
    private Set<String> known(Node.Obj object, int depth) {
        Set<String> known = new TreeSet<>(object.members().keySet());
        if (depth == 1 && root.members().get("include") instanceof Node.Obj includes) {
            known.addAll(includes.members().keySet());
        }
        return known;
    }
}
