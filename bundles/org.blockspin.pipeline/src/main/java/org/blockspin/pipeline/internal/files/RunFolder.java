package org.blockspin.pipeline.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A run's folder. Files and folders in it appear whole or not at all, by atomic rename. It belongs to one process at a
 * time. Thread-safe.
 */
public final class RunFolder implements AutoCloseable {
    /** The file that makes a folder the folder of a run. */
    public static final String RECORD = "run.json";

    /** The file with the rows of results. */
    public static final String RESULTS = "results.json";

    private static final String LOCK = ".lock";

    private final Path root;
    private final Optional<FileChannel> lock;

    private RunFolder(Path root, Optional<FileChannel> lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens the folder of a new run, or of an earlier one to go on with. Creates it and its parents where they are
     * missing.
     *
     * @return empty if another run has the folder open
     */
    public static Optional<RunFolder> open(Path root) throws IOException {
        Files.createDirectories(root);
        FileChannel channel = FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            deleteUnfinished(root);
            return Optional.of(new RunFolder(root, Optional.of(channel)));
        }
        channel.close();
        return Optional.empty();
    }

    /** The folder of a run of another process, to do some of its tasks. */
    public static RunFolder join(Path root) {
        return new RunFolder(root, Optional.empty());
    }

    /** What a killed run was writing: nobody else does now. */
    private static void deleteUnfinished(Path root) throws IOException {
        List<Path> unfinished;
        try (Stream<Path> paths = Files.walk(root)) {
            unfinished = paths.filter(path -> path.getFileName().toString().matches("\\..*\\.part"))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : unfinished) {
            delete(path);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether a run may use this path: nothing is there, or an empty folder, or the folder of an earlier run. */
    public static boolean isUsable(Path path) throws IOException {
        if (!Files.exists(path) || Files.isRegularFile(path.resolve(RECORD))) {
            return true;
        }
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.allMatch(child -> child.endsWith(LOCK));
        }
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            Files.deleteIfExists(root.resolve(LOCK));
            lock.get().close();
        }
    }

    public Path root() {
        return root;
    }

    /** Where a name is; whoever made it up, it is nowhere else. */
    private Path inside(String name) throws IOException {
        Path path = root.resolve(name);
        Path absolute = root.toAbsolutePath().normalize();
        Path target = path.toAbsolutePath().normalize();
        if (!target.startsWith(absolute) || target.equals(absolute)) {
            throw new IOException("\"" + name + "\" is outside of the run folder");
        }
        return path;
    }

    /** Writes or replaces a file. */
    public void write(String name, byte[] content) throws IOException {
        Path target = inside(name);
        Path temporary = temporary(target);
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

    /** Writes or replaces a folder. */
    public void writeFolder(String name, FolderWriter writer) throws IOException {
        Path target = inside(name);
        Path temporary = temporary(target);
        try {
            Files.createDirectory(temporary);
            writer.write(temporary);
            delete(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(temporary);
        }
    }

    /** The content of a file, if it is there. */
    public Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** A path beside the target that no other thread or process uses. */
    private Path temporary(Path target) throws IOException {
        Files.createDirectories(parent(target));
        return parent(target).resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Writes a folder, unless another process has written the same already. */
    public void addFolder(String name, FolderWriter writer) throws IOException {
        Path target = inside(name);
        Path temporary = temporary(target);
        try {
            Files.createDirectory(temporary);
            writer.write(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
        } finally {
            delete(temporary);
        }
    }

    /** Deletes a file or folder, if it is there. */
    public void delete(String name) throws IOException {
        delete(inside(name));
    }

    /** A second name for a file; a copy where the file system has no links. */
    public static void link(Path file, Path name) throws IOException {
        Files.createDirectories(parent(name));
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, name);
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
