package org.blockspin.pipeline.internal.binding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.Node;

/** Reads a temperature: a number, {@code "critical"}, a list of these, or {@code {"linspace": [first, last, count]}}. */
final class TemperatureReader {
    private static final int MOST = 1000;
    private static final String EXPECTED =
            "a temperature greater than 0, \"critical\", a list of them, or {\"linspace\": [first, last, count]}";

    private final Mistakes mistakes;

    TemperatureReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Temperatures> read(Node node) {
        if (node instanceof Node.Obj object) {
            return linspace(object).map(values -> new Temperatures(node, values, true));
        } else if (node instanceof Node.Arr array && !array.elements().isEmpty()) {
            List<OptionalDouble> values = new ArrayList<>();
            array.elements().forEach(element -> one(element).ifPresent(values::add));
            if (values.size() < array.elements().size()) {
                return Optional.empty();
            }
            if (values.stream().distinct().count() < values.size()) {
                return refuse(node, "temperatures that differ");
            }
            return Optional.of(new Temperatures(node, values, true));
        }
        return one(node).map(value -> new Temperatures(node, List.of(value), false));
    }

    private Optional<OptionalDouble> one(Node node) {
        if (node instanceof Node.Text text && text.value().equals(Temperatures.CRITICAL)) {
            return Optional.of(OptionalDouble.empty());
        }
        OptionalDouble value = number(node);
        if (value.isPresent() && value.getAsDouble() > 0) {
            return Optional.of(value);
        }
        return refuse(node, EXPECTED);
    }

    private Optional<List<OptionalDouble>> linspace(Node.Obj object) {
        Node range = object.members().get("linspace");
        if (object.members().size() != 1
                || !(range instanceof Node.Arr array)
                || array.elements().size() != 3) {
            return refuse(object, EXPECTED);
        }
        OptionalDouble first = number(array.elements().get(0));
        OptionalDouble last = number(array.elements().get(1));
        OptionalDouble count = number(array.elements().get(2));
        boolean valid = first.isPresent()
                && last.isPresent()
                && count.isPresent()
                && first.getAsDouble() > 0
                && last.getAsDouble() > first.getAsDouble()
                && count.getAsDouble() >= 2
                && count.getAsDouble() <= MOST
                && count.getAsDouble() == Math.rint(count.getAsDouble());
        return valid
                ? Optional.of(values(first.getAsDouble(), last.getAsDouble(), (int) count.getAsDouble()))
                : refuse(range, "[first, last, count] with 0 < first < last and an integer count from 2 to " + MOST);
    }

    private static List<OptionalDouble> values(double first, double last, int count) {
        List<OptionalDouble> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(OptionalDouble.of(i == count - 1 ? last : first + i * ((last - first) / (count - 1))));
        }
        return values;
    }

    private static OptionalDouble number(Node node) {
        if (!(node instanceof Node.Num number)) {
            return OptionalDouble.empty();
        }
        double value = Binder.decimal(number).map(BigDecimal::doubleValue).orElse(Double.NaN);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private <T> Optional<T> refuse(Node node, String expected) {
        mistakes.add(node.location(), "expected " + expected + ", found " + node.found());
        return Optional.empty();
    }
}
