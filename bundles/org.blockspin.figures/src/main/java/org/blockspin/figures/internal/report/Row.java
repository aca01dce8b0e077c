package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A row of {@code results.json}.
 *
 * @param ensemble name of the step that made the configurations; empty for a fit
 * @param lattice kind and size, as in square 16 x 16, with a multiplication sign; empty for a fit
 * @param repeat number of the repeat; {@code all} for all together; empty without repeats
 * @param value NaN where it could not be determined
 * @param error one standard error; NaN where it could not be determined
 */
record Row(
        String step,
        String ensemble,
        String quantity,
        String lattice,
        OptionalInt depth,
        OptionalDouble temperature,
        String repeat,
        double value,
        double error,
        String method,
        long samples,
        OptionalDouble autocorrelationTime) {

    static Row of(Json row) throws IOException {
        return new Row(
                row.member("step").text(),
                text(row, "ensemble"),
                row.member("quantity").text(),
                lattice(row),
                depth(row),
                number(row, "temperature"),
                text(row, "repeat"),
                number(row, "value").orElse(Double.NaN),
                number(row, "error").orElse(Double.NaN),
                row.member("method").text(),
                row.member("samples").integer(),
                number(row, "tau"));
    }

    private static String lattice(Json row) throws IOException {
        Optional<Json> kind = row.find("lattice");
        if (kind.isEmpty()) {
            return "";
        }
        String size = row.member("size").items().stream()
                .map(extent -> extent.element().toString())
                .collect(Collectors.joining("\u2009\u00d7\u2009"));
        return kind.get().text() + " " + size;
    }

    private static OptionalInt depth(Json row) throws IOException {
        Optional<Json> depth = row.find("depth");
        return depth.isPresent() ? OptionalInt.of((int) depth.get().integer()) : OptionalInt.empty();
    }

    private static OptionalDouble number(Json row, String member) throws IOException {
        Optional<Json> number = row.find(member);
        return number.isPresent() ? OptionalDouble.of(number.get().number()) : OptionalDouble.empty();
    }

    private static String text(Json row, String member) throws IOException {
        Optional<Json> text = row.find(member);
        return text.isPresent() ? text.get().text() : "";
    }
}
