package org.blockspin.console.internal;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Spelling;

/** Finds a pipeline by file or by the name of a shipped one. */
final class Pipelines {
    private static final String EXTENSION = ".json";

    /** No pipeline is nearly as long; what is, was meant to be something else. */
    private static final long MOST_BYTES = 16L << 20;

    private final Path shipped;

    Pipelines(Path shipped) {
        this.shipped = shipped;
    }

    /** The pipeline that an argument means: a file, or else a shipped one. */
    PipelineSource find(String argument, List<String> settings) throws InvalidArgumentException {
        Path file = path(argument);
        if (!Files.isRegularFile(file)) {
            file = shipped.resolve(argument + EXTENSION).normalize();
            if (!file.startsWith(shipped.normalize()) || !Files.isRegularFile(file)) {
                String found = Files.isDirectory(path(argument)) ? "the folder " : "";
                throw new InvalidArgumentException("expected a pipeline file or the name of a shipped pipeline ("
                        + String.join(", ", names()) + "), found " + found + "\"" + argument + "\""
                        + Spelling.suggestion(argument, names()));
            }
        }
        return new PipelineSource(argument, text(file), settings);
    }

    private static Path path(String argument) throws InvalidArgumentException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new InvalidArgumentException(
                    "\"" + argument + "\" cannot be the name of a file here: " + e.getReason());
        }
    }

    private static String text(Path file) throws InvalidArgumentException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidArgumentException("expected a pipeline of at most " + (MOST_BYTES >> 20)
                        + " MiB, found " + file + " with " + (Files.size(file) >> 20) + " MiB");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new InvalidArgumentException(file + " is not a text file in UTF-8");
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
            throw new InvalidArgumentException(file + " cannot be read: " + why);
        }
    }

    /** Names of the shipped pipelines, in order. */
    List<String> names() {
        try (Stream<Path> files = Files.walk(shipped)) {
            return files.map(file -> shipped.relativize(file).toString())
                    .filter(name -> name.endsWith(EXTENSION))
                    .map(name -> name.substring(0, name.length() - EXTENSION.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
