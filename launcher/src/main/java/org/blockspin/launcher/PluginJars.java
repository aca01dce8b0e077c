package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The jars in the folder of plugins, and the copies of them that are installed. Not thread-safe. */
final class PluginJars {
    private static final String EXTENSION = ".jar";

    private final Path folder;
    private final Path copies;
    private int copied;

    /** @param copies a folder for the copies; made when it is needed */
    PluginJars(Path folder, Path copies) {
        this.folder = folder;
        this.copies = copies;
    }

    Path folder() {
        return folder;
    }

    /** By name; none where there is no such folder. */
    List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(EXTENSION))
                    .sorted()
                    .toList();
        }
    }

    /** Those that bring this symbolic name. */
    List<Path> named(String symbolicName) throws IOException {
        List<Path> named = new ArrayList<>();
        for (Path jar : list()) {
            if (symbolicName(jar).filter(symbolicName::equals).isPresent()) {
                named.add(jar);
            }
        }
        return named;
    }

    private static Optional<String> symbolicName(Path jar) {
        try {
            return BundleIdentity.of(jar).map(BundleIdentity::name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    JarCopy copy(Path jar) throws IOException {
        JarCopy.Signature signature = JarCopy.Signature.of(jar);
        Path own = Files.createDirectories(copies.resolve(String.valueOf(copied++)));
        Path file = own.resolve(String.valueOf(jar.getFileName()));
        Files.copy(jar, file);
        return new JarCopy(jar.toAbsolutePath(), file, signature);
    }

    /** Puts a jar into the folder, whole or not at all. */
    Path put(Path jar, String name) throws IOException {
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw new IOException("the symbolic name \"" + name + "\" cannot be the name of a file");
        }
        Files.createDirectories(folder);
        Path target = folder.resolve(name + EXTENSION);
        Path part = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        try {
            Files.copy(jar, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        return target;
    }
}
