package org.blockspin.console.internal;

import java.io.IOException;
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
        try {
            return PipelineSource.read(file, argument, settings);
        } catch (IOException e) {
            throw new InvalidArgumentException(String.valueOf(e.getMessage()));
        }
    }

    private static Path path(String argument) throws InvalidArgumentException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new InvalidArgumentException(
                    "\"" + argument + "\" cannot be the name of a file here: " + e.getReason());
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
