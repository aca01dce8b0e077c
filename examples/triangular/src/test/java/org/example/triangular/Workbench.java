package org.example.triangular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The workbench with the plugin in it, as its user starts it. */
final class Workbench {
    private static final Path HOME = Path.of(System.getProperty("blockspin.home"));

    private Workbench() {}

    /** Does {@code launcher/blockspin ARGUMENTS} with the jar of this project; returns what it prints. */
    static String blockspin(String... arguments) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(HOME.resolve("launcher/blockspin").toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment()
                .put("BLOCKSPIN_PLUGINS", Path.of("target").toAbsolutePath().toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    /** Value and standard error in the only row of a run's results that has all of these cells. */
    static double[] result(Path run, String... cells) throws IOException {
        List<List<String>> rows = Files.readAllLines(run.resolve("results.csv")).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        List<List<String>> found =
                rows.stream().filter(row -> row.containsAll(List.of(cells))).toList();
        assertThat(found).as(String.join(" ", cells)).hasSize(1);
        return List.of("value", "error").stream()
                .mapToDouble(
                        name -> Double.parseDouble(found.get(0).get(rows.get(0).indexOf(name))))
                .toArray();
    }
}
