package org.blockspin.pipeline.internal.binding;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.Node;

/** Reads a temperature: a number, {@code "critical"}, a list of these, or {@code {"linspace": [first, last, count]}}. */
final class TemperatureReader {
    private static final int MOST = 1000;

    private static final String LINSPACE = "linspace";
    private static final String NUMBER = "a temperature from 1e-9 to 1e9";
    private static final String ONE = NUMBER + ", or \"critical\"";
    private static final String ANY =
            NUMBER + ", \"critical\", a list of them, or {\"linspace\": [first, last, count]}";

    private static final String NUMBER_SCHEMA = """
            {"type": "number", "minimum": 1e-9, "maximum": 1e9}""";
    private static final String ONE_SCHEMA = """
            {"if": {"type": "string"}, "then": {"const": "critical"}, "else": %s}""".formatted(NUMBER_SCHEMA);
    private static final String LINSPACE_SCHEMA = """
            {"type": "array", "minItems": 3, "maxItems": 3,
             "prefixItems": [%1$s, %1$s, {"type": "integer", "minimum": 2, "maximum": %2$d}]}""".formatted(NUMBER_SCHEMA, MOST);
    private static final String SCHEMA = """
            {"if": {"type": "array"},
             "then": {"items": %1$s, "minItems": 1, "maxItems": %2$d},
             "else": {"if": {"type": "object"},
                      "then": {"properties": {"linspace": %3$s}, "required": ["linspace"], "additionalProperties": false},
                      "else": %1$s}}""".formatted(ONE_SCHEMA, MOST, LINSPACE_SCHEMA);

    private final Mistakes mistakes;

    TemperatureReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Temperatures> read(Node node) {
        if (node instanceof Node.Obj object) {
            return linspace(object).map(values -> new Temperatures(node, values, true));
        } else if (node instanceof Node.Arr array) {
            return list(array).map(values -> new Temperatures(node, values, true));
        }
        return one(node, ANY).map(value -> new Temperatures(node, List.of(value), false));
    }

    private Optional<List<OptionalDouble>> list(Node.Arr array) {
        int size = array.elements().size();
        if (size == 0 || size > MOST) {
            mistakes.add(array.location(), "expected 1 to " + MOST + " temperatures, found " + size);
            return Optional.empty();
        }
        List<OptionalDouble> values = new ArrayList<>();
        Set<OptionalDouble> seen = new HashSet<>();
        for (Node element : array.elements()) {
            Optional<OptionalDouble> value = one(element, ONE);
            if (value.isPresent() && !seen.add(value.get())) {
                value = refuse(element, "temperatures that differ");
            }
            value.ifPresent(values::add);
        }
        return values.size() == size ? Optional.of(values) : Optional.empty();
    }

    private Optional<OptionalDouble> one(Node node, String expected) {
        if (node instanceof Node.Text text) {
            if (text.value().equals(Temperatures.CRITICAL)) {
                return Optional.of(OptionalDouble.empty());
            }
            String suggestion = Spelling.suggestion(text.value(), List.of(Temperatures.CRITICAL));
            mistakes.add(node.location(), "expected " + expected + ", found " + node.found() + suggestion);
            return Optional.empty();
        }
        return number(node, expected);
    }

    private Optional<OptionalDouble> number(Node node, String expected) {
        double value = Binder.decimal(node).map(BigDecimal::doubleValue).orElse(Double.NaN);
        return Temperatures.isInRange(value) ? Optional.of(OptionalDouble.of(value)) : refuse(node, expected);
    }

    private Optional<List<OptionalDouble>> linspace(Node.Obj object) {
        for (String key : object.members().keySet()) {
            if (!key.equals(LINSPACE)) {
                Node value = object.members().getOrDefault(key, object);
                mistakes.add(value.location(), Spelling.unknown("key", key, List.of(LINSPACE)));
            }
        }
        Node range = object.members().getOrDefault(LINSPACE, object);
        if (range instanceof Node.Arr array && array.elements().size() == 3) {
            return linspace(
                    array.elements().get(0),
                    array.elements().get(1),
                    array.elements().get(2));
        }
        if (range == object) {
            return object.members().isEmpty() ? refuse(object, ANY) : Optional.empty();
        }
        return refuse(range, "[first, last, count]");
    }

    private Optional<List<OptionalDouble>> linspace(Node firstNode, Node lastNode, Node countNode) {
        Optional<OptionalDouble> first = number(firstNode, NUMBER);
        Optional<OptionalDouble> last = number(lastNode, NUMBER);
        double count = Binder.decimal(countNode).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (!(count >= 2 && count <= MOST && count == Math.rint(count))) {
            return refuse(countNode, "an integer from 2 to " + MOST);
        } else if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        } else if (!(first.get().getAsDouble() < last.get().getAsDouble())) {
            return refuse(lastNode, "a temperature above the first, " + firstNode.found());
        }
        return Optional.of(values(first.get().getAsDouble(), last.get().getAsDouble(), (int) count));
    }

    private static List<OptionalDouble> values(double first, double last, int count) {
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(OptionalDouble.of(i == count - 1 ? last : first + i * ((last - first) / (count - 1))));
        }
        return values;
    }

    /** What is read here, as JSON Schema. */
    static JsonObject schema() {
        return JsonParser.parseString(SCHEMA).getAsJsonObject();
    }

    private <T> Optional<T> refuse(Node node, String expected) {
        mistakes.refuse(node, expected);
        return Optional.empty();
    }
}
