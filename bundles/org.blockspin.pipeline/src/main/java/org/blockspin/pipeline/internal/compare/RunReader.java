package org.blockspin.pipeline.internal.compare;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.blockspin.api.Estimate;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.RunComparison.Row;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.json.LocatedReader;
import org.blockspin.pipeline.internal.json.Node;

/** Reads the files that a finished run leaves, and refuses what is none, is damaged, or is of a later format. */
final class RunReader {
    /** The formats that this version reads are 1 to this. */
    private static final int LATEST_FORMAT = 1;

    private RunReader() {}

    static RecordedRun read(Path folder) throws InvalidRunException {
        Fields run = record(folder);
        return RecordedRun.of(run, rows(folder.resolve(RunFolder.RESULTS)));
    }

    private static Fields record(Path folder) throws InvalidRunException {
        Path file = folder.resolve(RunFolder.RECORD);
        if (!Files.isRegularFile(file)) {
            throw new InvalidRunException("expected the folder of a run, with a file " + RunFolder.RECORD
                    + " in it, found " + (folder.toString().isEmpty() ? "\"\"" : folder));
        }
        Fields run = json(file, text(file));
        String status = run.text("status");
        if (!status.equals("done")) {
            throw new InvalidRunException(
                    folder + " is a run that did not finish (it is " + status + "); run it again to go on with it");
        }
        return run;
    }

    /** The text of a finished run's record, in which only the pipeline is left: all of it stands where it stood. */
    static String pipelineText(Path folder) throws InvalidRunException {
        Node.Obj pipeline = read(folder).pipeline();
        return Excerpt.of(text(folder.resolve(RunFolder.RECORD)), pipeline.location());
    }

    private static List<Row> rows(Path file) throws InvalidRunException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidRunException(file + " is missing; the run is damaged");
        }
        List<Row> rows = new ArrayList<>();
        for (Fields row : json(file, text(file)).objects("results")) {
            rows.add(row(row));
        }
        return rows;
    }

    private static Row row(Fields row) throws InvalidRunException {
        Optional<Long> depth = row.optionalInteger("depth");
        return new Row(
                row.text("step"),
                row.optionalText("ensemble").orElse(""),
                row.text("quantity"),
                row.optionalText("lattice").orElse(""),
                row.members().containsKey("size") ? size(row.list("size")) : "",
                depth.isPresent() ? OptionalInt.of(depth.get().intValue()) : OptionalInt.empty(),
                optional(row.optionalReal("temperature")),
                row.optionalText("repeat").orElse(""),
                new Estimate(
                        row.real("value"),
                        row.real("error"),
                        method(row),
                        row.integer("samples"),
                        optional(row.optionalReal("tau"))));
    }

    private static String size(List<Node> extents) {
        return extents.stream().map(Node::json).collect(Collectors.joining("x"));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static Estimate.Method method(Fields row) throws InvalidRunException {
        String name = row.text("method");
        for (Estimate.Method method : Estimate.Method.values()) {
            if (name.equals(method.name().toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        String known = Arrays.stream(Estimate.Method.values())
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw row.refuse("method", "one of " + known);
    }

    private static Fields json(Path file, String text) throws InvalidRunException {
        Mistakes mistakes = new Mistakes();
        try {
            Fields fields = Fields.of(LocatedReader.read(file.toString(), text, mistakes));
            mistakes.throwIfAny();
            requireFormat(file, fields.integer("format"));
            return fields;
        } catch (InvalidPipelineException e) {
            throw new InvalidRunException(e.mistakes().get(0) + "; the file is damaged", e);
        }
    }

    private static void requireFormat(Path file, long format) throws InvalidRunException {
        if (format > LATEST_FORMAT) {
            throw new InvalidRunException(file + " has format " + format + ", and this version reads formats up to "
                    + LATEST_FORMAT + ": it was written by a newer Blockspin");
        } else if (format < 1) {
            throw new InvalidRunException(
                    file + " has format " + format + ", and there is none below 1; it is damaged");
        }
    }

    private static String text(Path file) throws InvalidRunException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidRunException(file + " is not a text file in UTF-8; it is damaged", e);
        } catch (IOException e) {
            throw new InvalidRunException("the run cannot be read: " + Reason.of(e), e);
        }
    }
}
