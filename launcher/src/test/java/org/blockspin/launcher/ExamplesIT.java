package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of a plugin does, outside the reactor: Maven, with the API jar as installed, and then the workbench. */
@DisabledOnOs(OS.WINDOWS)
class ExamplesIT {
    private static final int MINUTES = 5;

    @TempDir
    private static Path folder;

    private static Path repository;

    /** What a build installs goes into a repository of its own, and not into that of whoever runs this test. */
    @BeforeAll
    static void installApi() throws IOException {
        BuiltTree.markAsUpToDate();
        Path users = Path.of(System.getProperty("localRepository"));
        repository = Files.createDirectories(folder.resolve("repository"));
        link(users, repository, "org");
        link(users.resolve("org"), Files.createDirectory(repository.resolve("org")), "blockspin");
        succeed(List.of("mvn", "-B", "-q", "-pl", "bundles/org.blockspin.api", "-am", "install", "-DskipTests"));
    }

    /** Makes everything in a folder visible in another one, but for one entry. */
    private static void link(Path from, Path to, String except) throws IOException {
        try (var entries = Files.newDirectoryStream(from, entry -> !entry.endsWith(except))) {
            for (Path entry : entries) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"triangular", "cubic-rg"})
    void exampleIsBuiltApartAndUsed(String example) {
        succeed(List.of("mvn", "-B", "-q", "-f", "examples/" + example, "verify"));
    }

    @Test
    void latticeIsWrittenInTenMinutes() throws IOException {
        ResultRows rows = follow("your-lattice", "org.example.honeycomb");
        double[] small = energy(rows, "size", "8x8");
        double[] large = energy(rows, "size", "16x16");
        double error = Math.hypot(2 * large[1], small[1]);
        assertThat(error).isLessThan(0.01);
        assertThat(2 * large[0] - small[0]).isCloseTo(-2 / Math.sqrt(3), within(5 * error));
    }

    @Test
    void ruleIsWrittenInTenMinutes() throws IOException {
        ResultRows rows = follow("your-rule", "org.example.kadanoff");
        for (String ensemble : List.of("simulated", "resolved")) {
            double[] energy = energy(rows, "ensemble", ensemble);
            assertThat(energy[1]).as(ensemble).isLessThan(0.01);
            assertThat(energy[0]).as(ensemble).isCloseTo(PipelineIT.ENERGY, within(5 * energy[1]));
        }
    }

    /** Does what a page says, and reads the results of the run at its end. */
    private static ResultRows follow(String page, String project) throws IOException {
        succeed(List.of("bash", "-c", Tutorial.script(BuiltTree.HOME.resolve("docs/" + page + ".md"))));
        return ResultRows.of(
                folder.resolve("blockspin-plugins").resolve(project).resolve("run"));
    }

    private static double[] energy(ResultRows rows, String column, String value) {
        var row = rows.only("quantity", "energy", column, value);
        return new double[] {Double.parseDouble(row.get("value")), Double.parseDouble(row.get("error"))};
    }

    private static void succeed(List<String> words) {
        Command.Ended ended = new Command(words, BuiltTree.HOME)
                .with("HOME", folder.toString())
                .with("MAVEN_OPTS", "-Dmaven.repo.local=" + repository)
                .run(MINUTES);
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    }
}
