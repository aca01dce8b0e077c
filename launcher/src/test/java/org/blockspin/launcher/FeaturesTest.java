package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
    private final Path folder;

    FeaturesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void coordinatesBecomeFilesOfTheRepository() throws IOException {
        Path feature = feature("{\"id\": \"org.foo:bar:1.0\"}, {\"id\": \"org.foo:bar:jar:linux-x86_64:1.0\"}");
        assertThat(read(feature))
                .extracting(Artifact::file)
                .containsExactly(
                        folder.resolve("org/foo/bar/1.0/bar-1.0.jar"),
                        folder.resolve("org/foo/bar/1.0/bar-1.0-linux-x86_64.jar"));
    }

    @Test
    void onlyThePlatformAtHandIsUsed() throws IOException {
        Path feature = feature("{\"id\": \"a:b:1\", \"platform\": \"macosx-arm64\"},"
                + "{\"id\": \"a:c:1\", \"platform\": \"linux-x86_64\"}, {\"id\": \"a:d:1\"}");
        assertThat(read(feature)).extracting(Artifact::name).containsExactly("a:c:1", "a:d:1");
    }

    @Test
    void capitalisedMetadataAreHeaders() throws IOException {
        Path feature = feature("{\"id\": \"a:b:1\", \"hash\": \"x\", \"Bundle-SymbolicName\": \"b\"}");
        assertThat(read(feature)).extracting(Artifact::headers).containsExactly(Map.of("Bundle-SymbolicName", "b"));
    }

    @Test
    void whatIsUnpackedForTheLinkerIsNotInstalled() throws IOException {
        Path feature = feature("{\"id\": \"a:b:1\", \"library-path\": \"some/folder\"}, {\"id\": \"a:c:1\"}");
        assertThat(read(feature)).extracting(Artifact::name).containsExactly("a:c:1");
    }

    @Test
    void bundleOfTwoFeaturesIsTakenOnce() throws IOException {
        Path feature = feature("{\"id\": \"a:b:1\"}, {\"id\": \"a:b:2\"}");
        assertThat(read(feature, feature)).extracting(Artifact::name).containsExactly("a:b:1", "a:b:2");
    }

    @Test
    void bundlesThatTheReaderWouldDropAreAMistake() throws IOException {
        Path feature = feature("\"a:b:1\", \"a:c:1\"");
        assertThatThrownBy(() -> read(feature))
                .isInstanceOf(LaunchException.class)
                .hasMessage(feature + " names no bundles: each must be an object with an id");
    }

    private List<Artifact> read(Path... features) {
        return new Features(folder, "linux-x86_64").read(List.of(features));
    }

    private Path feature(String bundles) throws IOException {
        String text = "{\"feature-resource-version\": \"1.0\", \"id\": \"a:f:1\", \"bundles\": [" + bundles + "]}";
        return Files.writeString(folder.resolve("feature.json"), text);
    }
}
