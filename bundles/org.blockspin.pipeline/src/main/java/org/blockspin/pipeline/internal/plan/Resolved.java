package org.blockspin.pipeline.internal.plan;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.blockspin.api.Chosen;
import org.blockspin.api.Input;
import org.blockspin.pipeline.internal.Names;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.binding.Inline;
import org.blockspin.pipeline.internal.binding.Temperatures;

/** Writes bound parameters as the JSON that would bind to them again, every default spelled out. */
final class Resolved {
    private Resolved() {}

    /** Parameters by name, each as compact JSON. */
    static Map<String, String> parameters(Record parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        object(parameters)
                .entrySet()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().toString()));
        return all;
    }

    static String json(PipelineReader.Head head, Collection<StepBinding<?>> bindings) {
        JsonObject pipeline = object(head);
        JsonObject steps = new JsonObject();
        for (StepBinding<?> binding : bindings) {
            JsonObject step = new JsonObject();
            step.add(binding.kind().name(), object(binding.parameters().orElseThrow()));
            steps.add(binding.name(), step);
        }
        pipeline.add("steps", steps);
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(pipeline);
    }

    /** What of the parameters determines each member of a step's family. */
    static JsonObject determinants(Record record) {
        return object(record, component -> !component.isAnnotationPresent(Expanded.class));
    }

    /** A record as JSON; what is not present is left out. */
    static JsonObject object(Record record) {
        return object(record, component -> true);
    }

    private static JsonObject object(Record record, Predicate<RecordComponent> filter) {
        JsonObject object = new JsonObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (!filter.test(component)) {
                continue;
            }
            if (component.isAnnotationPresent(Inline.class) && value instanceof Chosen<?, ?, ?> chosen) {
                chosen(chosen).entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
            } else if (isPresent(value)) {
                object.add(Names.kebab(component.getName()), element(value));
            }
        }
        return object;
    }

    private static boolean isPresent(Object value) {
        return !(value instanceof Optional<?> optional && optional.isEmpty())
                && !(value instanceof OptionalDouble number && number.isEmpty());
    }

    private static JsonElement element(Object value) {
        if (value instanceof Optional<?> optional) {
            return element(optional.orElseThrow());
        } else if (value instanceof Chosen<?, ?, ?> chosen) {
            return chosen(chosen);
        } else if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(item -> array.add(element(item)));
            return array;
        } else if (value instanceof OptionalDouble number) {
            return new JsonPrimitive(number.getAsDouble());
        } else if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((key, entry) -> object.add(key.toString(), element(entry)));
            return object;
        } else if (value instanceof Temperatures temperatures) {
            return temperatures(temperatures);
        } else if (value instanceof Record record) {
            return object(record);
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof Boolean bool) {
            return new JsonPrimitive(bool);
        } else if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(Names.kebab(constant.name()));
        } else if (value instanceof Input<?> input) {
            return new JsonPrimitive(input.step());
        }
        return new JsonPrimitive(value.toString());
    }

    private static JsonObject chosen(Chosen<?, ?, ?> chosen) {
        JsonObject object = new JsonObject();
        object.addProperty("kind", chosen.name());
        object(chosen.parameters()).entrySet().forEach(entry -> object.add(entry.getKey(), entry.getValue()));
        return object;
    }

    private static JsonElement temperatures(Temperatures temperatures) {
        JsonArray array = new JsonArray();
        for (OptionalDouble value : temperatures.values()) {
            array.add(
                    value.isPresent()
                            ? new JsonPrimitive(value.getAsDouble())
                            : new JsonPrimitive(Temperatures.CRITICAL));
        }
        return temperatures.swept() ? array : array.get(0);
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parameter " + component + " cannot be read", e);
        }
    }
}
