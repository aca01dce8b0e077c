package org.blockspin.console.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Jars from Maven repositories: from the local one, or else fetched by the user's own {@code mvn}, with its settings,
 * mirrors and credentials. Nothing here speaks to the network.
 */
final class MavenJars {
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";
    private static final Pattern REASON =
            Pattern.compile("Could not (find|transfer) artifact.*?(?=( -> )|( Try running)|$)");
    private static final String ERROR = "[ERROR] ";

    private final Path local;
    private final Consumer<String> notices;

    /** @param notices hears what is about to be fetched */
    MavenJars(Consumer<String> notices) {
        this.local = Path.of(System.getProperty("user.home"), ".m2", "repository");
        this.notices = notices;
    }

    /**
     * The jar.
     *
     * @param folder where it lies if it is fetched
     * @throws InvalidArgumentException if it is nowhere, or there is no {@code mvn} to ask
     */
    Path get(MavenCoordinates coordinates, Path folder) throws InvalidArgumentException, IOException {
        Path present = coordinates.in(local);
        if (Files.isRegularFile(present)) {
            return present;
        }
        notices.accept(coordinates + " is not in " + local + ": mvn is asked to fetch it");
        fetch(coordinates, folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst()
                    .orElseThrow(() -> new InvalidArgumentException(coordinates + " was fetched by mvn as no file"));
        }
    }

    private static void fetch(MavenCoordinates coordinates, Path folder) throws InvalidArgumentException, IOException {
        // In an empty folder: it is not about the project that happens to be here.
        ProcessBuilder maven = new ProcessBuilder(List.of(
                        "mvn",
                        "--batch-mode",
                        "--quiet",
                        COPY,
                        "-Dartifact=" + coordinates.withType(),
                        "-DoutputDirectory=" + folder))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        Process process = start(maven, coordinates);
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new InvalidArgumentException(coordinates + " cannot be fetched: " + reason(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidArgumentException(coordinates + " is not fetched: interrupted");
        } finally {
            process.destroy();
        }
    }

    private static Process start(ProcessBuilder maven, MavenCoordinates coordinates) throws InvalidArgumentException {
        try {
            return maven.start();
        } catch (IOException e) {
            throw new InvalidArgumentException(coordinates
                    + " cannot be fetched: Maven's mvn is not on the PATH, or cannot be run (" + e.getMessage() + ")");
        }
    }

    /** The one line of what Maven says that tells what is wrong. */
    private static String reason(String said) {
        Matcher matcher = REASON.matcher(said);
        return matcher.find()
                ? matcher.group()
                : said.lines()
                        .filter(line -> line.startsWith(ERROR))
                        .findFirst()
                        .map(line -> line.substring(ERROR.length()))
                        .or(() -> Optional.of(said.strip()).filter(all -> !all.isEmpty()))
                        .orElse("mvn failed and said nothing");
    }
}
