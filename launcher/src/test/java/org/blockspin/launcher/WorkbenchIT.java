package org.blockspin.launcher;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Boots Felix from the feature files as they are. */
class WorkbenchIT {
    @Test
    void everyBundleIsActiveAndTheNativesAreAttached() {
        try (Workbench workbench = Workbench.start(BuiltTree.settings())) {
            assertThat(workbench.report()).isEmpty();
            assertThat(workbench.context().getBundles()).hasSizeGreaterThan(20);
            Map<Integer, List<String>> byState = Arrays.stream(
                            workbench.context().getBundles())
                    .collect(groupingBy(Bundle::getState, mapping(Bundle::getSymbolicName, toList())));
            assertThat(byState).containsOnlyKeys(Bundle.ACTIVE, Bundle.RESOLVED, Bundle.INSTALLED);
            assertThat(byState.get(Bundle.RESOLVED))
                    .containsExactlyInAnyOrder("org.blockspin.tensorflow.natives.cpu", "slf4j.nop");
            // This JVM was not started by the script, so that it has no Vector API; the bundle is optional.
            assertThat(byState.get(Bundle.INSTALLED)).containsExactly("org.blockspin.samplers.simd");
            assertThat(workbench.console()).isPresent();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void startingDoesNotTouchTensorFlow() throws IOException {
        try (Workbench workbench = Workbench.start(BuiltTree.settings())) {
            assertThat(workbench.report()).isEmpty();
            assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libtensorflow");
        }
    }

    @Test
    void restStartsWithoutTheCoarseGrainers(@TempDir Path folder) throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(BuiltTree.HOME.resolve("features/core.json"))) {
            lines = all.filter(line -> !line.contains("coarsegrainers")).toList();
        }
        Path core = Files.write(folder.resolve("core.json"), lines);
        try (Workbench workbench = Workbench.start(BuiltTree.settings(core))) {
            assertThat(workbench.report()).isEmpty();
            assertThat(workbench.context().getBundles())
                    .extracting(Bundle::getSymbolicName)
                    .contains("org.blockspin.console")
                    .doesNotContain("org.blockspin.coarsegrainers");
        }
    }
}
