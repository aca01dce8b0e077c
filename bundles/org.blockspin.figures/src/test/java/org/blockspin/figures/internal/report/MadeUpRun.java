package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the folder of a run that never was. */
final class MadeUpRun {
    private static final String RECORD = """
            {"format": 1, "status": "running", "started": "2026-01-02T03:04:05Z", "seed": 2019, "threads": 7,
             "java": {"java.version": "21.0.1", "java.vm.name": "VM", "os.name": "Linux", "processors": 13},
             "git": {"commit": "0123abcd", "clean": false},
             "bundles": [{"name": "org.blockspin.pipeline", "version": "0.1.0", "sha256": "beef"}],
             "pipeline": {"format": 1, "name": "made-up", "seed": 2019, "description": "%s", "steps": {%s}},
             "graph": {%s},
             "diagnostics": {"TensorFlow": "2.18.0 on the CPU"}}
            """;

    private final Path folder;
    private final List<String> steps = new ArrayList<>();
    private final List<String> graph = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String description = "What it is for.";

    MadeUpRun(Path folder) {
        this.folder = folder;
    }

    /** A run as the paper has it: a training that was repeated twice, a measurement, a fit and a figure. */
    static MadeUpRun ofTheUsualKind(Path folder) throws IOException {
        MadeUpRun run = new MadeUpRun(folder)
                .step("simulated", "sample", "{\"lattice\": {\"kind\": \"square\", \"size\": [16, 16]}}", 1)
                .step("network", "train", "{\"resolver\": {\"kind\": \"cnn\"}, \"repeat\": 2}", 2, "simulated")
                .step("measured", "observe", "{\"from\": [\"simulated\"], \"observables\": []}", 1, "simulated")
                .step("exponents", "fit", "{\"from\": [\"measured\"], \"kind\": \"scaling\"}", 2, "measured")
                .step("picture", "figure", "{\"from\": [\"exponents\"], \"kind\": \"log-log\"}", 1, "exponents")
                .row("measured", "energy", "16, 16", "", -1.4525, 0.0013, "jackknife")
                .row("exponents", "beta", "", "0", 0.119, 1e-4, "jackknife")
                .row("exponents", "beta", "", "1", 0.123, 1e-4, "jackknife")
                .row("exponents", "beta", "", "all", 0.121, 0.002, "repeats")
                .row("exponents", "beta", "", "all", 0.121, 7.5e-5, "jackknife")
                .row("exponents", "beta.standard-deviation", "", "all", 0.0028, 0.002, "repeats");
        run.file("figures/picture.svg", svg("<text x=\"1\" y=\"9\">drawn</text>"))
                .file("figures/picture.csv", "L,value\n")
                .file("models/network/0/loss.csv", losses("1,0.5,0.4,1e-3", "2,0.3,0.25,1e-3"))
                .file("models/network/1/loss.csv", losses("1,0.6,0.5,1e-3", "2,0.31,0.27,1e-3"))
                .file("models/network/1/task.json", "{\"task\": \"network[repeat=1,temperature=2.5]\"}");
        return run;
    }

    static String svg(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">" + content + "</svg>";
    }

    static String losses(String... epochs) {
        return "epoch,training_loss,validation_loss,learning_rate\n" + String.join("\n", epochs) + "\n";
    }

    MadeUpRun description(String text) {
        description = text;
        return this;
    }

    MadeUpRun step(String name, String kind, String parameters, int members, String... inputs) {
        steps.add("%s: {\"%s\": %s}".formatted(quoted(name), kind, parameters));
        List<String> names = new ArrayList<>();
        for (String input : inputs) {
            names.add(quoted(input));
        }
        graph.add("%s: {\"inputs\": %s, \"members\": %d}".formatted(quoted(name), names, members));
        return this;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A row; NaN is written as null, as the engine does. */
    MadeUpRun row(String step, String quantity, String size, String repeat, double value, double error, String method) {
        String lattice = size.isEmpty()
                ? ""
                : "\"lattice\": \"square\", \"size\": [%s], \"depth\": -1, \"temperature\": 2.25, ".formatted(size);
        rows.add(
                "{\"step\": %s, \"quantity\": %s, %s%s\"value\": %s, \"error\": %s, \"method\": \"%s\", \"samples\": 20000}"
                        .formatted(
                                quoted(step),
                                quoted(quantity),
                                lattice,
                                repeat.isEmpty() ? "" : "\"repeat\": \"" + repeat + "\", ",
                                number(value),
                                number(error),
                                method));
        return this;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "null" : String.valueOf(value);
    }

    MadeUpRun file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
        return this;
    }

    /** Writes run.json and results.json. */
    Path write() throws IOException {
        file("run.json", RECORD.formatted(description, String.join(", ", steps), String.join(", ", graph)));
        file("results.json", "{\"format\": 1, \"results\": [" + String.join(",\n", rows) + "]}");
        return folder;
    }
}
