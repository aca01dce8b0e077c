package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plugin list|verify|install|remove} over real jars. */
class PluginCommandIT {
    @TempDir
    private Path folder;

    private Path plugins = Path.of("");

    @BeforeEach
    void folders() throws Exception {
        plugins = Files.createDirectories(folder.resolve("plugins"));
    }

    private SteadyPlugin plugin() {
        return new SteadyPlugin(folder.resolve("work"));
    }

    /** A command in a workbench of its own, as a user would start it. */
    private Command.Ended plugin(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "plugin";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try (InProcess workbench = new InProcess(plugins, Duration.ofSeconds(5))) {
            return workbench.run(all);
        }
    }

    @Test
    void aPluginIsInstalledListedReplacedAndRemoved() throws Exception {
        Path jar = plugin().jar(1);
        assertThat(plugin("list").out()).contains("no plugins in " + plugins);
        Command.Ended installed = plugin("install", jar.toString());
        assertThat(installed.err()).isEmpty();
        assertThat(installed.out().lines())
                .containsExactly(
                        "org.example.steady 1.0.0 can be installed",
                        "  brings observable \"steady\"",
                        "installed as " + plugins.resolve("org.example.steady.jar"));
        assertThat(plugin("list").out())
                .contains("org.example.steady  1.0.0", Sha256.of(jar).substring(0, 12), "serving");
        Files.move(plugins.resolve("org.example.steady.jar"), plugins.resolve("as-downloaded.jar"));
        Path newer = plugin().jar("", "", "", Map.of("Bundle-Version", "1.1.0"));
        assertThat(plugin("install", newer.toString()).out())
                .contains("org.example.steady 1.1.0 can be installed")
                .contains("  replaces org.example.steady 1.0.0 (" + plugins.resolve("as-downloaded.jar") + ")");
        assertThat(plugins.toFile().list()).containsExactly("org.example.steady.jar");
        Command.Ended mistyped = plugin("remove", "org.example.stedy");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.err()).contains("did you mean \"org.example.steady\"?");
        assertThat(plugin("remove", "org.example.steady").code()).isZero();
        assertThat(plugins.toFile().list()).isEmpty();
    }

    @Test
    void whatCannotServeIsNotInstalled() throws Exception {
        Path cut = folder.resolve("cut.jar");
        byte[] whole = Files.readAllBytes(plugin().jar(1));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        refused(cut, cut + " is not a bundle: it cannot be read as a jar");
        Path damaged = folder.resolve("damaged.jar");
        for (int i = 100; i < 400; i++) {
            whole[i] ^= 0x55;
        }
        Files.write(damaged, whole);
        refused(damaged, damaged + " is ");
        Path plain = Bundles.jar(folder.resolve("plain.jar"), Map.of());
        refused(plain, plain + " is not a bundle: its manifest has no Bundle-SymbolicName");
        refused(
                plugin().jar("", "", "", Map.of("Import-Package", "org.blockspin.api;version=\"[0.1,0.2)\",*")),
                "needs package org.blockspin.api in [0.1,0.2), but bundles export only 1.5: it was made for an older"
                        + " Blockspin");
        refused(
                plugin().withMembers("static { if (true) throw new IllegalStateException(\"no licence\"); }"),
                "org.example.steady 1.0.0 cannot be used: its observable \"steady\" cannot be created: it threw"
                        + " IllegalStateException: no licence");
        refused(
                plugin().withMembers("public Steady() { await(\"" + folder + "\"); }"),
                "org.example.steady 1.0.0 cannot be used: a plugin of it has not returned for 5.0 s");
        Command.Ended absent = plugin("verify", folder.resolve("absent.jar").toString());
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("expected a jar or Maven coordinates, found no file");
    }

    private void refused(Path jar, String sentence) {
        Command.Ended ended = plugin("install", jar.toString());
        assertThat(ended.code()).as(ended.out()).isEqualTo(2);
        assertThat(ended.err()).contains("blockspin: ").contains(sentence).doesNotContain("\tat ");
        assertThat(plugins.toFile().list()).isEmpty();
    }

    @Test
    void whoeverInstallsIsToldOfJarsThatBringNothingAndOfNamesThatAreTaken() throws Exception {
        Path nothing = Bundles.jar(
                folder.resolve("nothing.jar"),
                Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "nothing", "Bundle-Version", "1"));
        assertThat(plugin("verify", nothing.toString()).err())
                .contains("note: nothing 1.0.0 contributes nothing: it registers no plugin and exports no package");
        Path energy = energy("");
        assertThat(plugin("verify", energy.toString()).err())
                .contains("note: observable \"energy\" is in org.example.energy 1.0.0 and in org.blockspin.observables"
                        + " 0.1.0; pipelines get that of org.blockspin.observables");
        assertThat(plugin(
                                "verify",
                                energy("(property = \"service.ranking:Integer=5\")")
                                        .toString())
                        .err())
                .contains("pipelines get that of org.example.energy");
    }

    /** The observable of the README under a name that is taken. */
    private Path energy(String component) throws Exception {
        String source = PluginJar.sourceInReadme()
                .replace("package org.example.staggered", "package org.example.energy")
                .replace("name = \"staggered\"", "name = \"energy\"")
                .replace("@Component", "@Component" + component);
        Path work = Files.createTempDirectory(folder, "energy");
        return PluginJar.write("org.example.energy", "Staggered", source, Map.of(), work, work.resolve("energy.jar"));
    }

    @Test
    void onlyListedJarsAreTakenWhereThereIsAList() throws Exception {
        Path jar = plugin().jar(1);
        Path list = plugins.resolve("allowed.json");
        Files.writeString(list, "{\"format\": 1, \"sha256\": []}");
        assertThat(plugin("install", jar.toString()).err())
                .contains("is not allowed: " + list + " does not list its SHA-256, " + Sha256.of(jar));
        Files.copy(jar, plugins.resolve("smuggled.jar"));
        assertThat(plugin("list").out()).contains("no plugins");
        Files.writeString(list, "{\"format\": 1, \"sha256\": [\"" + Sha256.of(jar) + "\"]}");
        assertThat(plugin("list").out()).contains("smuggled.jar");
        assertThat(plugin("install", jar.toString()).code()).isZero();
        Files.writeString(list, "[\"" + Sha256.of(jar) + "\"]");
        assertThat(plugin("list").out()).contains("no plugins");
        assertThat(plugin("verify", jar.toString()).err()).contains(list + " cannot be read as {\"format\": 1");
    }

    @Test
    void ofTwoJarsOfOneNameTheLaterVersionServesWhateverTheFilesAreCalled() throws Exception {
        Files.copy(plugin().jar("", "", "", Map.of("Bundle-Version", "1.10.0")), plugins.resolve("a.jar"));
        Files.copy(plugin().jar("", "", "", Map.of("Bundle-Version", "1.9.0")), plugins.resolve("b.jar"));
        List<String> lines = plugin("list").out().lines().toList();
        assertThat(lines).anyMatch(line -> line.contains("1.10.0") && line.contains("serving"));
        assertThat(lines).anyMatch(line -> line.contains("1.9.0") && line.contains("superseded"));
    }
}
