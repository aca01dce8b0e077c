package org.blockspin.pipeline.internal.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.blockspin.api.Chosen;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Positive;
import org.blockspin.api.TrainedResolver;
import org.blockspin.api.Unit;
import org.blockspin.pipeline.CatalogueEntry;
import org.blockspin.pipeline.internal.Names;

/** What the component types and annotations of a parameter record mean, in words. */
public final class ParameterTypes {
    private static final Map<Class<?>, String> SIMPLE = Map.of(
            int.class, "an integer",
            Integer.class, "an integer",
            long.class, "an integer",
            Long.class, "an integer",
            double.class, "a number",
            Double.class, "a number",
            boolean.class, "true or false",
            Boolean.class, "true or false",
            String.class, "a text",
            Temperatures.class, "a temperature");

    private ParameterTypes() {}

    /** The parameters that a record declares. */
    public static List<CatalogueEntry.Parameter> parameters(Class<? extends Record> type) {
        List<CatalogueEntry.Parameter> parameters = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Inline.class)) {
                String kind = kind(component.getGenericType()).word();
                parameters.add(new CatalogueEntry.Parameter(
                        "kind", "a " + kind, "-", "", "", "", "which " + kind + "; its parameters stand beside it"));
                continue;
            }
            String without = component.getType() == Optional.class ? "none" : "-";
            parameters.add(new CatalogueEntry.Parameter(
                    Names.kebab(component.getName()),
                    describe(component.getGenericType()),
                    said(component, Default.class, Default::value).orElse(without),
                    range(component),
                    said(component, Unit.class, Unit::value).orElse(""),
                    said(component, Example.class, Example::value).orElse(""),
                    said(component, Description.class, Description::value).orElse("")));
        }
        return parameters;
    }

    private static <A extends Annotation> Optional<String> said(
            RecordComponent component, Class<A> type, Function<A, String> value) {
        return Optional.ofNullable(component.getAnnotation(type)).map(value);
    }

    /** A type in words, as in "a list of integers". */
    static String describe(Type type) {
        Class<?> raw = raw(type);
        if (SIMPLE.containsKey(raw)) {
            return SIMPLE.get(raw);
        } else if (raw.isEnum()) {
            return "one of " + constants(raw).keySet().stream().collect(Collectors.joining(", "));
        } else if (raw == Optional.class) {
            return describe(argument(type, 0));
        } else if (raw == List.class) {
            return "a list, each element " + describe(argument(type, 0));
        } else if (raw == Chosen.class) {
            return "a " + kind(type).word();
        } else if (raw == Input.class) {
            return "the name of " + inputWord(raw(argument(type, 0)));
        }
        return "an object";
    }

    static String inputWord(Class<?> product) {
        if (product == Drawable.class) {
            return "a step that makes configurations or results";
        }
        return product == Ensemble.class
                ? "a step that makes configurations"
                : product == TrainedResolver.class ? "a train step" : "a step that makes results";
    }

    /** The valid range in words, or empty. */
    static String range(AnnotatedElement component) {
        Min min = component.getAnnotation(Min.class);
        Max max = component.getAnnotation(Max.class);
        List<String> parts = new ArrayList<>();
        if (component.isAnnotationPresent(Positive.class)) {
            parts.add("greater than 0");
        }
        if (min != null) {
            parts.add("at least " + number(min.value()));
        }
        if (max != null) {
            parts.add("at most " + number(max.value()));
        }
        return String.join(" and ", parts);
    }

    static boolean inRange(AnnotatedElement component, double value) {
        Min min = component.getAnnotation(Min.class);
        Max max = component.getAnnotation(Max.class);
        return !(component.isAnnotationPresent(Positive.class) && !(value > 0))
                && (min == null || value >= min.value())
                && (max == null || value <= max.value());
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    /** Enum constants by their names in the JSON. */
    static Map<String, Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> Names.kebab(((Enum<?>) constant).name()),
                        constant -> constant,
                        (a, b) -> a,
                        java.util.LinkedHashMap::new));
    }

    /** Which plugins a component of type {@link Chosen} takes. */
    static PluginKind kind(Type chosen) {
        Class<?> service = raw(argument(chosen, 0));
        return PluginKind.of(service)
                .orElseThrow(() -> new IllegalStateException(service.getName() + " is no kind of plugin"));
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        } else if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        throw new IllegalStateException(type + " cannot be the type of a parameter");
    }

    static Type argument(Type type, int index) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[index];
        }
        throw new IllegalStateException(type + " needs its type arguments");
    }
}
