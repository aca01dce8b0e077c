package org.blockspin.figures.internal.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A step of the pipeline that was run. What a pipeline includes are steps with the name of the include in front, as in
 * {@code table-1.network}; among themselves they go without it.
 *
 * @param kind {@code sample}, {@code train}, {@code figure} and so on
 * @param parameters all of them, defaults spelled out
 * @param inputs names of the steps that it uses
 * @param members number of its products: one for every temperature, repeat and doubling
 */
record Step(String name, String kind, Json parameters, List<String> inputs, int members) {
    Step {
        inputs = List.copyOf(inputs);
    }

    /** Whether its parameters choose a plugin of this kind. */
    boolean isOf(String plugin) {
        return parameters.element() instanceof JsonObject object
                && object.get("kind") instanceof JsonPrimitive kind
                && kind.getAsString().equals(plugin);
    }

    /** The include that it comes from, with includes that that comes from in front; empty if it was not included. */
    String group() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Its name among the steps of its group. */
    String localName() {
        return local(name);
    }

    /** Names of the steps that it uses, as its parameters have them. */
    List<String> localInputs() {
        return inputs.stream().map(this::local).toList();
    }

    private String local(String step) {
        String prefix = group().isEmpty() ? "" : group() + ".";
        return step.startsWith(prefix) ? step.substring(prefix.length()) : step;
    }
}
