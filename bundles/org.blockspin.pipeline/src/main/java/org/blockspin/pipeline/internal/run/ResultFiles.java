package org.blockspin.pipeline.internal.run;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;

/** The rows of results as CSV and JSON, one row an estimate. Numbers are written so that they read back to the same bits. */
final class ResultFiles {
    static final String HEADER =
            "step,ensemble,quantity,lattice,size,depth,temperature,repeat,value,error,method,samples,tau";

    private ResultFiles() {}

    static String csv(List<Result> results) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (Result row : results) {
            Estimate estimate = row.estimate();
            csv.append(String.join(
                            ",",
                            row.step(),
                            row.ensemble().orElse(""),
                            quoted(row.quantity()),
                            row.lattice().map(Lattice::kind).orElse(""),
                            row.lattice().map(Lattice::sizeLabel).orElse(""),
                            row.depth().isPresent() ? String.valueOf(row.depth().getAsInt()) : "",
                            text(row.temperature()),
                            row.repeat(),
                            String.valueOf(estimate.value()),
                            String.valueOf(estimate.standardError()),
                            method(estimate),
                            String.valueOf(estimate.samples()),
                            text(estimate.autocorrelationTime())))
                    .append('\n');
        }
        return csv.toString();
    }

    /** Names of quantities may hold commas, but no quotes. */
    private static String quoted(String name) {
        return name.contains(",") ? '"' + name + '"' : name;
    }

    private static String text(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "";
    }

    private static String method(Estimate estimate) {
        return estimate.method().name().toLowerCase(Locale.ROOT);
    }

    static String json(List<Result> results) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setIndent(" ");
            writer.beginObject();
            writer.name("format").value(1);
            writer.name("results").beginArray();
            for (Result row : results) {
                row(writer, row);
            }
            writer.endArray().endObject();
        }
        return text.append('\n').toString();
    }

    private static void row(JsonWriter writer, Result row) throws IOException {
        Estimate estimate = row.estimate();
        writer.beginObject();
        writer.name("step").value(row.step());
        if (row.ensemble().isPresent()) {
            writer.name("ensemble").value(row.ensemble().get());
        }
        writer.name("quantity").value(row.quantity());
        if (row.lattice().isPresent()) {
            writer.name("lattice").value(row.lattice().get().kind());
            writer.name("size").beginArray();
            for (int extent : row.lattice().get().cells()) {
                writer.value(extent);
            }
            writer.endArray();
        }
        if (row.depth().isPresent()) {
            writer.name("depth").value(row.depth().getAsInt());
        }
        number(writer, "temperature", row.temperature());
        if (!row.repeat().isEmpty()) {
            writer.name("repeat").value(row.repeat());
        }
        number(writer, "value", OptionalDouble.of(estimate.value()));
        number(writer, "error", OptionalDouble.of(estimate.standardError()));
        writer.name("method").value(method(estimate));
        writer.name("samples").value(estimate.samples());
        number(writer, "tau", estimate.autocorrelationTime());
        writer.endObject();
    }

    /** JSON has no NaN: what is not finite is null. */
    private static void number(JsonWriter writer, String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            writer.name(name);
            if (Double.isFinite(value.getAsDouble())) {
                writer.value(value.getAsDouble());
            } else {
                writer.nullValue();
            }
        }
    }
}
