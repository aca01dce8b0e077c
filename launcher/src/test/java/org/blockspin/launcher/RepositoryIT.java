package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bundles are named twice: in the features, and in the pom that copies them. This holds the two together. */
class RepositoryIT {
    private static final Path GPU = BuiltTree.HOME.resolve("features/tensorflow-core-platform-gpu.json");

    @Test
    void repositoryHoldsWhatTheFeaturesNameAndNothingElse() throws IOException {
        List<Path> features = new ArrayList<>(BuiltTree.settings().features());
        features.add(BuiltTree.HOME.resolve("features/shell.json"));
        List<Path> named = files(Platform.current(), features);
        // What a user of this tree had the script fetch.
        List<Path> optional = files("linux-x86_64", List.of(GPU));
        try (Stream<Path> files = Files.walk(BuiltTree.REPOSITORY)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")).filter(file -> !optional.contains(file)))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void nativesOfBothDevicesAreOfOneVersionAndServedAlike() {
        List<Path> cpu = List.of(BuiltTree.HOME.resolve("features/tensorflow-cpu.json"));
        Artifact onCpu = read("linux-x86_64", cpu).get(0);
        Artifact onGpu = read("linux-x86_64", List.of(GPU)).get(0);
        assertThat(onGpu.file().getParent()).isEqualTo(onCpu.file().getParent());
        assertThat(withoutName(onGpu)).isEqualTo(withoutName(onCpu));
        assertThat(read("macosx-arm64", List.of(GPU))).isEmpty();
    }

    @Test
    void cudaIsNoBundle() {
        assertThat(read("linux-x86_64", List.of(BuiltTree.HOME.resolve("features/cuda-redist.json"))))
                .isEmpty();
    }

    private static Map<String, String> withoutName(Artifact artifact) {
        Map<String, String> headers = new TreeMap<>(artifact.headers());
        headers.remove("Bundle-SymbolicName");
        return headers;
    }

    private static List<Path> files(String platform, List<Path> features) {
        return read(platform, features).stream().map(Artifact::file).toList();
    }

    private static List<Artifact> read(String platform, List<Path> features) {
        return new Features(BuiltTree.REPOSITORY, platform).read(features);
    }
}
