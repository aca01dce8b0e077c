package org.blockspin.figures.internal.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The parameters of a step in a few words, of whatever kind it is. */
final class Words {
    /** Parameters that are sentences, which stand elsewhere. */
    private static final Set<String> SENTENCES = Set.of("statement", "remark");

    private Words() {}

    /**
     * One phrase a parameter: a plugin by its kind and what it is given, a number or word with its name. Inputs and what
     * is switched off are left out.
     */
    static List<String> of(Step step) throws IOException {
        List<String> phrases = new ArrayList<>();
        for (Map.Entry<String, Json> member : step.parameters().members().entrySet()) {
            String phrase = phrase(member.getKey(), member.getValue().element(), step);
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        return phrases;
    }

    private static String phrase(String name, JsonElement value, Step step) {
        if (SENTENCES.contains(name) || isInput(value, step) || value.isJsonNull()) {
            return "";
        }
        if (value instanceof JsonObject object) {
            return plugin(name, object);
        }
        if (value.isJsonArray()) {
            return list(name, items(value));
        }
        String text = item(value);
        return switch (text) {
            case "false" -> "";
            case "true" -> name;
            default -> name.equals("kind") ? text : shortened(name) + " " + text;
        };
    }

    private static boolean isInput(JsonElement value, Step step) {
        List<JsonElement> items = value.isJsonArray() ? items(value) : List.of(value);
        return !items.isEmpty()
                && items.stream()
                        .allMatch(item -> isText(item) && step.localInputs().contains(item.getAsString()));
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static List<JsonElement> items(JsonElement array) {
        return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).toList();
    }

    private static String shortened(String name) {
        return name.equals("temperature") ? "T" : name;
    }

    /** A plugin is called by its kind, a lattice with its size; other objects by the name of the parameter. */
    private static String plugin(String name, JsonObject object) {
        if (object.get("kind") instanceof JsonPrimitive kind) {
            return object.has("size") && object.get("size").isJsonArray()
                    ? kind.getAsString() + " "
                            + items(object.get("size")).stream()
                                    .map(JsonElement::toString)
                                    .collect(Collectors.joining("\u00d7"))
                    : kind.getAsString();
        }
        return name;
    }

    private static String list(String name, List<JsonElement> items) {
        if (items.isEmpty() || items.stream().anyMatch(Words::isNameless)) {
            return "";
        }
        List<String> texts = items.stream().map(Words::item).toList();
        boolean numbers = items.stream().allMatch(item -> item instanceof JsonPrimitive one && one.isNumber());
        if (numbers && items.size() > 3) {
            return shortened(name) + " " + texts.get(0) + " to " + texts.get(texts.size() - 1) + " (" + texts.size()
                    + ")";
        }
        String joined = texts.stream().distinct().collect(Collectors.joining(", "));
        return items.get(0).isJsonObject() ? joined : shortened(name) + " " + joined;
    }

    /** An object of a list that is no plugin would need more than a few words. */
    private static boolean isNameless(JsonElement item) {
        return item.isJsonObject() && !item.getAsJsonObject().has("kind");
    }

    private static String item(JsonElement item) {
        if (item instanceof JsonObject object) {
            return plugin("...", object);
        }
        if (item instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return Numbers.value(primitive.getAsDouble());
        }
        return item.isJsonArray() ? "..." : item.getAsString();
    }
}
