package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.blockspin.launcher.fixture.ConsoleActivator;
import org.blockspin.launcher.fixture.HangingActivator;
import org.blockspin.launcher.fixture.ThrowingActivator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class WorkbenchTest {
    private final Path home;
    private final Bundles bundles;

    WorkbenchTest(@TempDir Path home) {
        this.home = home;
        this.bundles = new Bundles(home);
    }

    @Test
    void activatorThatThrowsIsReportedAndTheOthersRun() {
        bundles.activated("a.throwing", ThrowingActivator.class);
        bundles.activated("b.console", ConsoleActivator.class);
        try (Workbench workbench = Workbench.start(bundles.settings())) {
            assertThat(workbench.report())
                    .containsExactly(
                            "a.throwing 1.0.0 does not start: its activator threw IllegalStateException: no licence");
            assertThat(state(workbench, "b.console")).isEqualTo(Bundle.ACTIVE);
            assertThat(workbench.console()).isPresent();
        }
    }

    @Test
    void activatorThatNeverReturnsIsReportedAndTheOthersRun() {
        bundles.activated("a.hanging", HangingActivator.class);
        bundles.activated("b.console", ConsoleActivator.class);
        try (Workbench workbench = Workbench.start(bundles.settings(), Duration.ofMillis(500))) {
            assertThat(workbench.report())
                    .containsExactly("a.hanging 1.0.0 does not start: its activator has not returned for 0.5 s");
            assertThat(state(workbench, "b.console")).isEqualTo(Bundle.ACTIVE);
        }
    }

    @Test
    void packageThatNobodyExportsIsNamedWithItsRange() {
        bundles.plugin("a", Map.of("Import-Package", "java.util,org.foo;version=\"[1,2)\""));
        assertReport("a 1.0.0 does not resolve: needs package org.foo in [1,2), which no bundle exports");
    }

    @Test
    void packageOfAnotherVersionIsNamedWithTheVersionsThatAreThere() {
        bundles.plugin("a", Map.of("Import-Package", "org.foo;version=\"[1.2,2)\""));
        bundles.plugin("b", Map.of("Export-Package", "org.foo;version=3.1"));
        assertReport("a 1.0.0 does not resolve: needs package org.foo in [1.2,2), but bundles export only 3.1");
    }

    @Test
    void closedAndOpenRangesAreSaidAsSuch() {
        bundles.plugin("a", Map.of("Import-Package", "org.foo;version=\"[1,2]\""));
        bundles.plugin("b", Map.of("Import-Package", "org.foo;version=1.5"));
        bundles.plugin("c", Map.of("Import-Package", "org.foo"));
        assertReport(
                "a 1.0.0 does not resolve: needs package org.foo in [1,2], which no bundle exports",
                "b 1.0.0 does not resolve: needs package org.foo from version 1.5, which no bundle exports",
                "c 1.0.0 does not resolve: needs package org.foo, which no bundle exports");
    }

    @Test
    void bundleThatHangsOnAnUnresolvedOneSaysOnWhich() {
        bundles.plugin("a", Map.of("Import-Package", "org.foo"));
        bundles.plugin("b", Map.of("Export-Package", "org.foo", "Import-Package", "org.bar"));
        assertReport(
                "a 1.0.0 does not resolve: needs package org.foo of b 1.0.0, which does not resolve either",
                "b 1.0.0 does not resolve: needs package org.bar, which no bundle exports");
    }

    @Test
    void optionalImportsAreNoProblem() {
        bundles.plugin("a", Map.of("Import-Package", "org.foo;resolution:=optional", "DynamicImport-Package", "*"));
        assertReport();
    }

    @Test
    void otherRequirementsAreSaidInWords() {
        bundles.plugin("a", Map.of("Fragment-Host", "nobody"));
        bundles.plugin("b", Map.of("Require-Bundle", "nobody"));
        bundles.plugin("c", Map.of("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        bundles.plugin("d", Map.of("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\""));
        assertReport(
                "a 1.0.0 does not resolve: is a fragment of nobody, which is not installed",
                "b 1.0.0 does not resolve: needs bundle nobody, which is not installed",
                "c 1.0.0 does not resolve: needs Java 99, and this is Java "
                        + Runtime.version().feature(),
                "d 1.0.0 does not resolve: needs capability osgi.extender (osgi.extender=osgi.component),"
                        + " which no bundle provides");
    }

    @Test
    void jarsThatAreNoBundlesAreNamedAndLeftOut() throws Exception {
        Path plain = Bundles.jar(home.resolve("plugins/a-plain.jar"), Map.of());
        Path broken = Files.writeString(home.resolve("plugins/b-broken.jar"), "no zip");
        Files.writeString(home.resolve("plugins/notes.txt"), "no jar");
        bundles.plugin("c", Map.of());
        try (Workbench workbench = Workbench.start(bundles.settings())) {
            assertThat(workbench.report())
                    .containsExactly(
                            plain + " is not a bundle: its manifest has no Bundle-SymbolicName",
                            broken + " is not a bundle: it cannot be read as a jar");
            assertThat(state(workbench, "c")).isEqualTo(Bundle.ACTIVE);
        }
    }

    @Test
    void folderOfPluginsThatIsNotThereIsNamed() {
        Settings settings = bundles.settings();
        Path absent = home.resolve("absent");
        Settings other = new Settings(
                settings.home(), settings.repository(), settings.features(), Optional.of(absent), settings.platform());
        try (Workbench workbench = Workbench.start(other)) {
            assertThat(workbench.report()).containsExactly("the folder of plugins " + absent + " cannot be read");
        }
    }

    @Test
    void bundleOfAFeatureThatIsNotBuiltIsNamed() throws Exception {
        Path file = bundles.inFeature("absent", "", Map.of());
        Files.delete(file);
        assertReport("org.test:absent:1.0.0 is not installed: there is no file " + file);
    }

    @Test
    void jarWithHeadersInTheFeatureIsServedAsItIs() {
        bundles.inFeature("host", "", Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "host"));
        bundles.inFeature(
                "plain",
                ", \"Bundle-ManifestVersion\": \"2\", \"Bundle-SymbolicName\": \"piece\", \"Fragment-Host\": \"host\"",
                Map.of(),
                ThrowingActivator.class);
        try (Workbench workbench = Workbench.start(bundles.settings())) {
            assertThat(workbench.report()).isEmpty();
            assertThat(state(workbench, "piece")).isEqualTo(Bundle.RESOLVED);
            assertThat(bundle(workbench, "host").getResource("org/blockspin/launcher/fixture/ThrowingActivator.class"))
                    .isNotNull();
            assertThat(bundle(workbench, "host").getResource("org/blockspin/launcher/fixture/Absent.class"))
                    .isNull();
        }
    }

    @Test
    void workbenchesSideBySideDoNotDisturbEachOther() {
        bundles.activated("console", ConsoleActivator.class);
        try (Workbench first = Workbench.start(bundles.settings());
                Workbench second = Workbench.start(bundles.settings())) {
            assertThat(first.report()).isEmpty();
            assertThat(second.report()).isEmpty();
            assertThat(first.console()).isPresent();
            assertThat(second.console()).isPresent();
        }
    }

    @Test
    void nothingIsLeftInTheFolderOfTemporaryFiles() {
        Path storage;
        try (Workbench workbench = Workbench.start(bundles.settings())) {
            storage = Path.of(workbench.context().getProperty("org.osgi.framework.storage"));
            assertThat(storage).isDirectory();
        }
        assertThat(storage).doesNotExist();
    }

    @Test
    void featureThatIsNotThereOrNotReadableStopsTheStart() throws Exception {
        Settings settings = bundles.settings();
        Path feature = settings.features().get(0);
        Files.writeString(feature, "{\"id\": ");
        assertThatThrownBy(() -> Workbench.start(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith(feature + " is not a feature: ");
        Files.delete(feature);
        assertThatThrownBy(() -> Workbench.start(settings))
                .isInstanceOf(LaunchException.class)
                .hasMessage("there is no feature file " + feature);
    }

    private void assertReport(String... sentences) {
        try (Workbench workbench = Workbench.start(bundles.settings())) {
            assertThat(workbench.report()).containsExactly(sentences);
        }
    }

    private static int state(Workbench workbench, String symbolicName) {
        return bundle(workbench, symbolicName).getState();
    }

    private static Bundle bundle(Workbench workbench, String symbolicName) {
        List<Bundle> found = Stream.of(workbench.context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
