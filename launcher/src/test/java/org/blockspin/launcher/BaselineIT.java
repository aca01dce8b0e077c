package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Plugins that were compiled against an earlier API go on working, or its version says that they do not: changes since the
 * API in {@code src/test/baseline} need the version of their package that semantic versioning gives them. Whoever
 * publishes an API puts its jar there.
 */
class BaselineIT {
    private static final Path EARLIER = BuiltTree.HOME.resolve("launcher/src/test/baseline/org.blockspin.api.jar");

    private static Path built() throws IOException {
        try (Stream<Path> files = Files.walk(BuiltTree.REPOSITORY.resolve("org/blockspin/org.blockspin.api"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void versionsOfTheApiTellWhatChanged() throws Exception {
        try (Processor reporter = new Processor();
                Jar newer = new Jar(built().toFile());
                Jar older = new Jar(EARLIER.toFile())) {
            Set<Baseline.Info> packages = new Baseline(reporter, new DiffPluginImpl()).baseline(newer, older, null);
            assertThat(packages).isNotEmpty().allSatisfy(changed -> assertThat(changed.mismatch)
                    .as(
                            "%s is at version %s and was at %s, what changed needs %s: %s",
                            changed.packageName,
                            changed.newerVersion,
                            changed.olderVersion,
                            changed.suggestedVersion,
                            changed.packageDiff)
                    .isFalse());
        }
    }
}
