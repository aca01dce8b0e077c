package org.blockspin.figures.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blockspin.api.Result;

/**
 * The values of a function whose argument stands in the names of its quantities.
 *
 * @param name the function, without an argument
 * @param values by ascending argument; those that are not determined are left out
 */
record FunctionValues(String name, List<Value> values) {
    private static final Pattern QUANTITY = Pattern.compile("(.+)\\((-?\\d+(?:\\.\\d+)?)\\)");

    /** One of them. */
    record Value(double argument, Result row) {}

    FunctionValues {
        values = List.copyOf(values);
    }

    static FunctionValues of(String name, List<Result> results) {
        List<Value> values = results.stream()
                .map(Result::quantity)
                .distinct()
                .filter(quantity -> isOf(name, quantity))
                .flatMap(quantity -> Repeats.shown(quantity, results).stream())
                .filter(row -> Double.isFinite(row.estimate().value()))
                .map(row -> new Value(argument(row.quantity()), row))
                .sorted(Comparator.comparingDouble(Value::argument))
                .toList();
        return new FunctionValues(name, values);
    }

    private static double argument(String quantity) {
        Matcher matcher = QUANTITY.matcher(quantity);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(quantity + " has no argument");
        }
        return Double.parseDouble(matcher.group(2));
    }

    static boolean isOf(String name, String quantity) {
        return function(quantity).equals(Optional.of(name));
    }

    private static Optional<String> function(String quantity) {
        Matcher matcher = QUANTITY.matcher(quantity);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The functions among quantities, each once. */
    static List<String> names(Collection<String> quantities) {
        return quantities.stream()
                .flatMap(quantity -> function(quantity).stream())
                .distinct()
                .toList();
    }
}
