package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The script with the real JVM and bundles. */
@DisabledOnOs(OS.WINDOWS)
class ScriptIT {
    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    @Test
    void answersThroughASymbolicLinkFromAnotherDirectory(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("bs"), BuiltTree.HOME.resolve("launcher/blockspin"));
        Command.Ended ended = new Command(List.of(link.toString(), "--version"), folder).run();
        // JUnit warns where it has to delete a link that leads out of its folder.
        Files.delete(link);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("0.1.0");
        assertThat(ended.code()).isZero();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void answersOnEveryJdkThatIsHere(Path jdk, @TempDir Path folder) {
        String script = BuiltTree.HOME.resolve("launcher/blockspin").toString();
        Command.Ended ended = new Command(List.of(script, "list"), folder)
                .with("BLOCKSPIN_JAVA_HOME", jdk.toString())
                .run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("majority");
        assertThat(ended.code()).isZero();
    }

    /** The Vector API pays from JDK 25 on; where its bundle does not resolve, nobody is bothered. */
    @ParameterizedTest
    @MethodSource("jdks")
    void doctorNamesTheKernelsOfSamplers(Path jdk, @TempDir Path folder) {
        String script = BuiltTree.HOME.resolve("launcher/blockspin").toString();
        Command.Ended ended = new Command(List.of(script, "doctor", "--quick"), folder)
                .with("BLOCKSPIN_JAVA_HOME", jdk.toString())
                .run();
        int version = Integer.parseInt(ended.out().replaceFirst("(?s)^Java +(\\d+).*", "$1"));
        assertThat(ended.out()).contains(version >= 25 ? "Vector API" : "in plain Java", "0 with problems");
    }

    /** The JDK of this test, and those of version 17 or newer in the folders where Linux and macOS put them. */
    static Stream<Path> jdks() throws IOException {
        Stream.Builder<Path> found = Stream.builder();
        found.add(Path.of(System.getProperty("java.home")).toRealPath());
        for (Path folder : List.of(Path.of("/usr/lib/jvm"), Path.of("/Library/Java/JavaVirtualMachines"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> jdks = Files.list(folder)) {
                    for (Path jdk : jdks.toList()) {
                        Path home =
                                Files.isDirectory(jdk.resolve("Contents/Home")) ? jdk.resolve("Contents/Home") : jdk;
                        if (isRecent(home)) {
                            found.add(home.toRealPath());
                        }
                    }
                }
            }
        }
        return found.build().distinct();
    }

    private static boolean isRecent(Path jdk) throws IOException {
        return Files.isExecutable(jdk.resolve("bin/java"))
                && Files.isRegularFile(jdk.resolve("release"))
                && Files.readString(jdk.resolve("release")).matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9]\\d).*");
    }
}
