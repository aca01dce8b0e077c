package org.blockspin.pipeline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline as its author wrote it.
 *
 * @param file name to show in messages
 * @param text the JSON
 * @param settings replacements, each {@code path=value} as in {@code steps.seeds.sample.configurations=1000}
 * @param path where it was read, in whose folder lies what it includes; empty for a text that can include nothing
 */
public record PipelineSource(String file, String text, List<String> settings, Optional<Path> path) {
    /** No pipeline is nearly as long; what is, was meant to be something else. */
    private static final long MOST_BYTES = 16L << 20;

    public PipelineSource {
        settings = List.copyOf(settings);
    }

    /** A text that includes nothing. */
    public PipelineSource(String file, String text, List<String> settings) {
        this(file, text, settings, Optional.empty());
    }

    /**
     * Reads a file.
     *
     * @param name to show in messages
     * @throws IOException if it cannot be read, is no text in UTF-8 or too long; its message is a sentence
     */
    public static PipelineSource read(Path file, String name, List<String> settings) throws IOException {
        return new PipelineSource(name, text(file), settings, Optional.of(file));
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return Files.readString(file);
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not a text file in UTF-8", e);
        } catch (IOException e) {
            String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
            throw new IOException(file + " cannot be read: " + why, e);
        }
        throw new IOException("expected a pipeline of at most " + (MOST_BYTES >> 20) + " MiB, found " + file + " with "
                + (Files.size(file) >> 20) + " MiB");
    }
}
