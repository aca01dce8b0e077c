package org.blockspin.launcher;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file {@value #NAME} in the folder of plugins. Where it exists, a jar whose SHA-256 it does not list is refused:
 * {@code {"format": 1, "sha256": ["..."]}}.
 */
final class AllowedJars {
    static final String NAME = "allowed.json";

    private static final int FORMAT = 1;

    private final Path file;

    AllowedJars(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** What changes when the file is written; empty where there is none. */
    Optional<JarCopy.Signature> signature() {
        try {
            return Optional.of(JarCopy.Signature.of(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Why a jar is refused, in one sentence. A list that cannot be read allows nothing. */
    Optional<String> problem(JarCopy jar) {
        try {
            Optional<Set<String>> allowed = read();
            if (allowed.isEmpty() || allowed.get().contains(jar.sha256())) {
                return Optional.empty();
            }
            return Optional.of(jar.jar() + " is not allowed: " + file + " does not list its SHA-256, " + jar.sha256());
        } catch (IOException | JsonException | ClassCastException | NullPointerException e) {
            return Optional.of(jar.jar() + " is not allowed: " + file
                    + " cannot be read as {\"format\": 1, \"sha256\": [\"...\"]} (" + e.getMessage() + ")");
        }
    }

    private Optional<Set<String>> read() throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            var list = reader.readObject();
            if (list.getInt("format") != FORMAT) {
                throw new IOException("format " + list.getInt("format"));
            }
            return Optional.of(list.getJsonArray("sha256").getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
