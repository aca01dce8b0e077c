package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            assertThat(workbench.context().getBundles()).hasSizeGreaterThan(20).allSatisfy(bundle -> assertThat(
                            bundle.getState())
                    .as(bundle.getSymbolicName())
                    .isEqualTo(isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE));
            assertThat(workbench.context().getBundles())
                    .filteredOn(WorkbenchIT::isFragment)
                    .extracting(Bundle::getSymbolicName)
                    .containsExactlyInAnyOrder("org.blockspin.tensorflow.natives.cpu", "slf4j.nop");
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

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders().get("Fragment-Host") != null;
    }
}
