package org.blockspin.pipeline.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run's folder. Files and folders in it appear whole or not at all, by atomic rename. Thread-safe. */
public final class RunFolder {
    private final Path root;

    private RunFolder(Path root) {
        this.root = root;
    }

    /** Creates the folder and its parents, or takes an empty one. */
    public static RunFolder create(Path root) throws IOException {
        Files.createDirectories(root);
        return new RunFolder(root);
    }

    /** Whether there is nothing at this path but perhaps an empty folder. */
    public static boolean isFree(Path path) throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        }
    }

    public Path root() {
        return root;
    }

    /** Writes or replaces a file. */
    public void write(String name, byte[] content) throws IOException {
        Path target = root.resolve(name);
        Files.createDirectories(parent(target));
        Path temporary = Files.createTempFile(parent(target), "." + target.getFileName(), ".part");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    public void write(String name, String content) throws IOException {
        write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Fills a new folder. */
    public void writeFolder(String name, FolderWriter writer) throws IOException {
        Path target = root.resolve(name);
        Files.createDirectories(parent(target));
        Path temporary = Files.createTempDirectory(parent(target), "." + target.getFileName());
        try {
            writer.write(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(temporary);
        }
    }

    /** Writes files into an empty folder. */
    @FunctionalInterface
    public interface FolderWriter {
        void write(Path folder) throws IOException;
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("no folder holds " + path);
        }
        return parent;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(tree)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
