package org.blockspin.pipeline.internal.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.Names;

/**
 * Replaces values of a pipeline by {@code path=value} settings. Every step of the path but the last must exist; the last
 * may be new, and whether it is known is checked later like any other key.
 */
public final class Settings {
    private Settings() {}

    /** The pipeline with all settings applied, in their order. */
    public static Node apply(Node root, List<String> settings, Mistakes mistakes) {
        Node result = root;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            Location here = new Location("--set " + setting, "$");
            if (equals <= 0) {
                mistakes.add(here, "expected path=value, found \"" + setting + "\"");
                continue;
            }
            String[] keys = keys(setting.substring(0, equals));
            result = replace(result, keys, 0, here, setting.substring(equals + 1), mistakes);
        }
        return result;
    }

    /** {@code $.a.b[1]} as a, b, 1: what messages print can be set. */
    private static String[] keys(String path) {
        String bare = path.startsWith("$.") ? path.substring(2) : path;
        return bare.replaceAll("\\[(\\d{1,6})]", ".$1").split("\\.", -1);
    }

    private static Node replaceElement(
            Node.Arr array, String[] keys, int depth, Location here, String value, Mistakes mistakes) {
        int index = keys[depth].matches("\\d{1,6}")
                ? Integer.parseInt(keys[depth])
                : array.elements().size();
        if (index >= array.elements().size()) {
            mistakes.add(
                    here,
                    "expected the number of an element from 0 to "
                            + (array.elements().size() - 1) + ", found \"" + keys[depth] + "\"");
            return array;
        }
        List<Node> elements = new ArrayList<>(array.elements());
        Location there = here.element(here.where(), index);
        elements.set(index, replace(elements.get(index), keys, depth + 1, there, value, mistakes));
        return new Node.Arr(array.location(), elements);
    }

    private static Node replace(Node node, String[] keys, int depth, Location here, String value, Mistakes mistakes) {
        if (depth == keys.length) {
            return LocatedReader.readSetting(here.where(), here.path(), value);
        }
        String key = keys[depth];
        if (node instanceof Node.Arr array) {
            return replaceElement(array, keys, depth, here, value, mistakes);
        }
        if (!(node instanceof Node.Obj object)) {
            mistakes.add(here, "expected an object to hold \"" + key + "\", found " + node.found());
            return node;
        }
        Node member = object.members().get(key);
        boolean last = depth == keys.length - 1;
        if (member == null && !last) {
            mistakes.add(here, Names.unknown("key", key, object.members().keySet()));
            return node;
        }
        Map<String, Node> members = new LinkedHashMap<>(object.members());
        Location there = here.member(here.where(), key);
        members.put(
                key, replace(member == null ? new Node.Null(there) : member, keys, depth + 1, there, value, mistakes));
        return new Node.Obj(object.location(), members);
    }
}
