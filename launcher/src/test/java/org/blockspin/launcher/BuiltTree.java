package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tree that the build has just packaged, as tests after the packaging find it. */
final class BuiltTree {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path REPOSITORY = HOME.resolve("launcher/target/repository");

    private BuiltTree() {}

    /** A source that is edited while tests run must not make the script build again. */
    static void markAsUpToDate() throws IOException {
        Files.setLastModifiedTime(HOME.resolve("launcher/target/built"), FileTime.from(Instant.now()));
    }

    /** The features that the script starts by default, without plugins. */
    static Settings settings(Path core) {
        return new Settings(
                HOME,
                REPOSITORY,
                List.of(core, HOME.resolve("features/tensorflow-cpu.json")),
                Optional.empty(),
                Platform.current());
    }

    /** The same with plugins, and without TensorFlow. */
    static Settings withPlugins(Path folder) {
        return new Settings(
                HOME, REPOSITORY, List.of(HOME.resolve("features/core.json")), Optional.of(folder), Platform.current());
    }

    static Settings settings() {
        return settings(HOME.resolve("features/core.json"));
    }
}
