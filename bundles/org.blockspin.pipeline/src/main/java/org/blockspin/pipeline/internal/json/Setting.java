package org.blockspin.pipeline.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.blockspin.pipeline.internal.Mistakes;

/**
 * A value for a place in a pipeline.
 *
 * @param keys the path to it: names of members and numbers of elements
 * @param place where the setting stands
 * @param value gives the value, said to stand at the place that it is put
 */
public record Setting(List<String> keys, Location place, Function<Location, Node> value) {
    private static final String STEPS = "steps";

    public Setting {
        keys = List.copyOf(keys);
    }

    /** {@code path=value}, as {@code --set} has it. */
    public static Optional<Setting> of(String setting, Mistakes mistakes) {
        int equals = setting.indexOf('=');
        Location here = Location.ofSetting(setting);
        if (equals <= 0) {
            mistakes.add(here, "expected path=value, found " + Node.shown(setting));
            return Optional.empty();
        }
        String value = setting.substring(equals + 1);
        return Optional.of(new Setting(
                keys(setting.substring(0, equals)), here, there -> LocatedReader.readAt(there, value, mistakes)));
    }

    /** A value that stands in a file. */
    public static Setting of(String path, Node value) {
        return new Setting(keys(path), value.location().at("$"), there -> value);
    }

    /** {@code $.a.b[1]} as a, b, 1: what messages print can be set. */
    private static List<String> keys(String path) {
        String bare = path.startsWith("$.") ? path.substring(2) : path;
        return List.of(bare.replaceAll("\\[([^\\[\\].]*)]", ".$1").split("\\.", -1));
    }

    /** Whether it is about this member of the pipeline. */
    public boolean isOf(String key) {
        return keys.get(0).equals(key);
    }

    /** What {@code steps.NAME.STEP...} sets in the pipeline that is included as NAME; empty if it is about another. */
    public Optional<Setting> inside(String include) {
        if (keys.size() < 3 || !isOf(STEPS) || !keys.get(1).equals(include)) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(keys);
        rest.remove(1);
        return Optional.of(new Setting(rest, place, value));
    }
}
