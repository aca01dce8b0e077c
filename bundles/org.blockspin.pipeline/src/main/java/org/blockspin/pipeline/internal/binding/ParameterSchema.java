package org.blockspin.pipeline.internal.binding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.blockspin.api.Chosen;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Positive;
import org.blockspin.api.Unit;
import org.blockspin.pipeline.internal.Names;

/** What the {@link Binder} takes, as JSON Schema: the same component types and annotations, in the same order. */
public final class ParameterSchema {
    private final Function<PluginKind, JsonObject> chosen;

    /** @param chosen gives the schema of a plugin that may be chosen */
    public ParameterSchema(Function<PluginKind, JsonObject> chosen) {
        this.chosen = chosen;
    }

    /** An object that has these members and no others. */
    public static JsonObject object(JsonObject properties, List<String> required) {
        JsonObject schema = typed("object");
        schema.add("properties", properties);
        schema.add("required", array(required));
        schema.addProperty("additionalProperties", false);
        return schema;
    }

    /** The components of a record, each with its schema, but not the one that stands {@link Inline}. */
    public JsonObject properties(Class<? extends Record> type) {
        JsonObject properties = new JsonObject();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.isAnnotationPresent(Inline.class)) {
                properties.add(Names.kebab(component.getName()), described(component));
            }
        }
        return properties;
    }

    /** The components that every object must have. */
    public static List<String> required(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(Inline.class)
                        && !component.isAnnotationPresent(Default.class)
                        && component.getType() != Optional.class)
                .map(component -> Names.kebab(component.getName()))
                .toList();
    }

    /** The plugin that stands among the members of a record, if there is one. */
    public static Optional<PluginKind> inline(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Inline.class))
                .map(component -> ParameterTypes.kind(component.getGenericType()))
                .findFirst();
    }

    private JsonObject described(RecordComponent component) {
        JsonObject schema = of(component.getGenericType(), component);
        Optional.ofNullable(component.getAnnotation(Description.class))
                .ifPresent(description -> schema.addProperty("description", description.value() + unit(component)));
        Optional.ofNullable(component.getAnnotation(Default.class))
                .ifPresent(value -> schema.add("default", written(component.getType(), value.value())));
        Optional.ofNullable(component.getAnnotation(Example.class))
                .ifPresent(value -> schema.add("examples", examples(component, value.value())));
        return schema;
    }

    private static String unit(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Unit.class))
                .map(unit -> " [" + unit.value() + "]")
                .orElse("");
    }

    private static JsonArray examples(RecordComponent component, String value) {
        JsonArray examples = new JsonArray();
        Type type = component.getGenericType();
        examples.add(written(
                ParameterTypes.raw(component.getType() == Optional.class ? ParameterTypes.argument(type, 0) : type),
                value));
        return examples;
    }

    /** As it would stand in the JSON: texts are written without quotes. What is not JSON is shown as the text that it is. */
    private static JsonElement written(Class<?> type, String value) {
        boolean text = type == String.class
                || type == Input.class
                || type.isEnum()
                || (type == Chosen.class && !value.startsWith("{"));
        try {
            return text ? new JsonPrimitive(value) : JsonParser.parseString(value);
        } catch (JsonParseException e) {
            return new JsonPrimitive(value);
        }
    }

    private JsonObject of(Type type, AnnotatedElement limits) {
        Class<?> raw = ParameterTypes.raw(type);
        if (raw == Optional.class) {
            return of(ParameterTypes.argument(type, 0), limits);
        } else if (raw == int.class || raw == Integer.class) {
            return integer(limits, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (raw == long.class || raw == Long.class) {
            return integer(limits, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (raw == double.class || raw == Double.class) {
            return limited(typed("number"), limits);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return typed("boolean");
        } else if (raw == String.class) {
            return typed("string", "number");
        } else if (raw.isEnum()) {
            return constants(ParameterTypes.constants(raw).keySet().stream().toList());
        } else if (raw == List.class) {
            return list(ParameterTypes.argument(type, 0), limits);
        } else if (raw == Chosen.class) {
            return chosen.apply(ParameterTypes.kind(type));
        } else if (raw == Input.class) {
            return typed("string");
        } else if (raw == Temperatures.class) {
            return TemperatureReader.schema();
        }
        Class<? extends Record> nested = raw.asSubclass(Record.class);
        return object(properties(nested), required(nested));
    }

    private static JsonObject integer(AnnotatedElement limits, long min, long max) {
        JsonObject schema = typed("integer");
        schema.addProperty("minimum", min);
        schema.addProperty("maximum", max);
        return limited(schema, limits);
    }

    private static JsonObject limited(JsonObject schema, AnnotatedElement limits) {
        Optional.ofNullable(limits.getAnnotation(Min.class))
                .ifPresent(min -> schema.addProperty("minimum", min.value()));
        Optional.ofNullable(limits.getAnnotation(Max.class))
                .ifPresent(max -> schema.addProperty("maximum", max.value()));
        if (limits.isAnnotationPresent(Positive.class)) {
            schema.addProperty("exclusiveMinimum", 0);
        }
        return schema;
    }

    private JsonObject list(Type element, AnnotatedElement limits) {
        JsonObject schema = ParameterTypes.raw(element) == Input.class ? typed("array", "string") : typed("array");
        schema.add("items", of(element, limits));
        schema.addProperty("maxItems", Binder.MOST_ELEMENTS);
        return schema;
    }

    /** Of values that have one of these types. */
    static JsonObject typed(String... types) {
        JsonObject schema = new JsonObject();
        schema.add("type", types.length == 1 ? new JsonPrimitive(types[0]) : array(List.of(types)));
        return schema;
    }

    /** Of one of these texts. */
    public static JsonObject constants(List<String> values) {
        JsonObject schema = new JsonObject();
        schema.add("enum", array(values));
        return schema;
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
