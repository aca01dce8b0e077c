package org.blockspin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdkTest {
    @TempDir
    private Path home;

    @Test
    void versionComesFromTheReleaseFile() throws IOException {
        make("JAVA_RUNTIME_VERSION=\"25.0.1+8\"\nJAVA_VERSION=\"25.0.1\"\n");

        Jdk jdk = Jdk.at(home).orElseThrow();

        assertThat(jdk.version()).isEqualTo("25.0.1");
        assertThat(jdk.label()).isEqualTo("JDK 25");
        assertThat(jdk.paysForVectors()).isTrue();
    }

    @Test
    void olderOnesAreNoneOfOurs() throws IOException {
        make("JAVA_VERSION=\"11.0.2\"\n");

        assertThat(Jdk.at(home)).isEmpty();
        assertThat(Jdk.at(home.resolve("nowhere"))).isEmpty();
    }

    private void make(String release) throws IOException {
        Files.createDirectory(home.resolve("bin"));
        Path java = Files.createFile(home.resolve("bin/java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), release);
    }
}
