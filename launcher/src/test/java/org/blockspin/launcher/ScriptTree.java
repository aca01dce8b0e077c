package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** The script in a tree of its own, with JDKs and a Maven that only say how they were called. */
abstract class ScriptTree {
    final Path folder;
    final Path root;
    final Path tools;

    ScriptTree(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.root = this.folder.resolve("a tree");
        this.tools = this.folder.resolve("tools");
    }

    @BeforeEach
    void makeTree() throws IOException {
        Files.createDirectories(root.resolve("features"));
        Files.createDirectories(root.resolve("launcher/src/main"));
        Files.createDirectories(root.resolve("bundles/b/src/main"));
        for (String file : List.of("pom.xml", "launcher/pom.xml", "bundles/b/pom.xml", "features/core.json")) {
            write(root.resolve(file), "");
        }
        Files.copy(Path.of("blockspin"), root.resolve("launcher/blockspin"));
        Files.copy(Path.of("gpu.sh"), root.resolve("launcher/gpu.sh"));
        executable(root.resolve("launcher/blockspin"));
        tool(
                "mvn",
                "echo \"mvn $*\"; echo called >> '" + folder + "/mvn-calls'; " + "touch '" + root
                        + "/launcher/target/built'");
    }

    final Command script(Path jdk, String... arguments) {
        return command(root.resolve("launcher/blockspin"), jdk, arguments);
    }

    final Command command(Path file, Path jdk, String... arguments) {
        List<String> words = new ArrayList<>(List.of(file.toString()));
        words.addAll(List.of(arguments));
        return new Command(words, folder)
                .with("HOME", folder.resolve("home").toString())
                .with("PATH", tools + ":/usr/bin:/bin")
                .with("BLOCKSPIN_JAVA_HOME", jdk.toString());
    }

    final void markBuilt() throws IOException {
        Files.createDirectories(root.resolve("launcher/target"));
        write(root.resolve("launcher/target/built"), "");
    }

    final Path jdk(String version) throws IOException {
        return jdkAt(folder.resolve("jdks").resolve(version), version);
    }

    /** Its java prints where it lies, its arguments in brackets and how loud TensorFlow is. */
    final Path jdkAt(Path home, String version) throws IOException {
        write(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        write(
                home.resolve("bin/java"),
                "#!/bin/sh\nprintf '" + home + "'\nprintf ' [%s]' \"$@\"\necho \" $TF_CPP_MIN_LOG_LEVEL\"\n");
        executable(home.resolve("bin/java"));
        return home;
    }

    final void tool(String name, String body) throws IOException {
        write(tools.resolve(name), "#!/bin/sh\n" + body + "\n");
        executable(tools.resolve(name));
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.writeString(file, text);
    }

    static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
