package org.blockspin.figures.internal.report;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.blockspin.figures.internal.Notation;

/** The columns of tables of numbers. */
final class NumbersTables {
    private NumbersTables() {}

    /** A line a quantity of an ensemble or fit, repeats put together. */
    static Table<Value> values() {
        Table<Value> table = new Table<Value>().column("quantity", (value, html) -> quantity(value.quantity(), html));
        place(table, Value::main);
        return table.number(
                        "value(error)",
                        value -> Numbers.withError(
                                value.main().value(), value.main().error()))
                .text("error from", NumbersTables::method)
                .number("statistical error", value -> value.shared()
                        .map(row -> Numbers.error(row.error()))
                        .orElse(""))
                .number("standard deviation", value -> value.deviation()
                        .map(row -> Numbers.withError(row.value(), row.error()))
                        .orElse(""))
                .number("\u03c4 (samples)", value -> time(value.main().autocorrelationTime()))
                .number(
                        "samples",
                        value -> Numbers.count(
                                value.shared().orElse(value.main()).samples()));
    }

    private static String method(Value value) {
        return value.repeats().size() > 1
                ? Numbers.count(value.repeats().size()) + " repeats"
                : value.main().method();
    }

    /** A line a repeat. */
    static Table<Row> repeats() {
        Table<Row> table = new Table<Row>().column("quantity", (row, html) -> quantity(row.quantity(), html));
        place(table, Function.identity());
        return table.number("repeat", Row::repeat)
                .number("value(error)", row -> Numbers.withError(row.value(), row.error()))
                .number("\u03c4 (samples)", row -> time(row.autocorrelationTime()))
                .number("samples", row -> Numbers.count(row.samples()));
    }

    private static <R> void place(Table<R> table, Function<R, Row> row) {
        table.text("configurations", one -> row.apply(one).ensemble())
                .text("lattice (cells)", one -> row.apply(one).lattice())
                .number(
                        "depth",
                        one -> row.apply(one).depth().isPresent()
                                ? Numbers.count(row.apply(one).depth().getAsInt())
                                : "")
                .number("T (J/k)", one -> value(row.apply(one).temperature()));
    }

    /** A symbol where there is one, with its unit, and the name that files use. */
    private static void quantity(String name, Html html) {
        String symbol = Optional.of(Notation.symbolOf(name))
                .filter(found -> !found.isEmpty())
                .orElse(Notation.of(name).label());
        if (!symbol.equals(name)) {
            html.text(symbol + " ");
        }
        html.element("code", name);
    }

    private static String value(OptionalDouble number) {
        return number.isPresent() ? Numbers.value(number.getAsDouble()) : "";
    }

    private static String time(OptionalDouble tau) {
        return tau.isPresent() ? Numbers.error(tau.getAsDouble()) : "";
    }
}
