package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bundles are named twice: in the features, and in the pom that copies them. This holds the two together. */
class RepositoryIT {
    @Test
    void repositoryHoldsWhatTheFeaturesNameAndNothingElse() throws IOException {
        List<Path> named = new Features(BuiltTree.REPOSITORY, Platform.current())
                .read(BuiltTree.settings().features()).stream()
                        .map(Artifact::file)
                        .toList();
        try (Stream<Path> files = Files.walk(BuiltTree.REPOSITORY)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jar")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }
}
