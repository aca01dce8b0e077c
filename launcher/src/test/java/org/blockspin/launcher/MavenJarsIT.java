package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plugins that are named by Maven coordinates. Maven is the real one, in the home of a user of its own; what it takes for
 * repositories are folders of this machine.
 */
@DisabledOnOs(OS.WINDOWS)
class MavenJarsIT {
    private static final String POM = """
            <project><modelVersion>4.0.0</modelVersion>
              <groupId>org.example</groupId><artifactId>%s</artifactId><version>1.0.0</version></project>
            """;

    /** Maven's own plugins come from where the build of this tree has them. */
    private static final String SETTINGS = """
            <settings>
              <mirrors><mirror><id>own</id><mirrorOf>central</mirrorOf><url>%s</url></mirror></mirrors>
              <profiles><profile><id>test</id><repositories>
                <repository><id>test</id><url>%s</url></repository></repositories></profile></profiles>
              <activeProfiles><activeProfile>test</activeProfile></activeProfiles>
            </settings>
            """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path plugins = Path.of("");

    @BeforeEach
    void aUser() throws Exception {
        BuiltTree.markAsUpToDate();
        home = Files.createDirectories(folder.resolve("home"));
        plugins = Files.createDirectories(folder.resolve("plugins"));
        Path maven = Files.createDirectories(home.resolve(".m2"));
        Path own = Path.of(System.getProperty("localRepository"));
        Files.writeString(
                maven.resolve("settings.xml"),
                SETTINGS.formatted(own.toUri(), folder.resolve("remote").toUri()));
    }

    /** Puts the plugin into a repository. */
    private Path deploy(Path repository, String artifact, String classifier) throws Exception {
        Path at = Files.createDirectories(
                repository.resolve("org/example").resolve(artifact).resolve("1.0.0"));
        Files.writeString(at.resolve(artifact + "-1.0.0.pom"), POM.formatted(artifact));
        return Files.copy(
                new SteadyPlugin(folder.resolve("work")).jar(1), at.resolve(artifact + "-1.0.0" + classifier + ".jar"));
    }

    private Command plugin(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString(), "plugin"));
        words.addAll(List.of(arguments));
        return new Command(words, folder)
                .with("BLOCKSPIN_FEATURES", "core")
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .with("BLOCKSPIN_JAVA_OPTIONS", "-Duser.home=" + home)
                .with("MAVEN_OPTS", "-Duser.home=" + home);
    }

    /** The shell's tools, and no Maven. */
    private Path pathWithoutMaven() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path shell = Path.of("/bin/sh");
        for (String tool : List.of("sh", "dirname", "basename", "readlink", "sed", "find", "head", "uname", "cat")) {
            Path found = List.of(Path.of("/usr/bin", tool), Path.of("/bin", tool)).stream()
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            Path shim = Files.writeString(bin.resolve(tool), "#!" + shell + "\nexec " + found + " \"$@\"\n");
            Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return bin;
    }

    @Test
    void aJarOfTheLocalRepositoryIsInstalledWithoutMaven() throws Exception {
        Path local = home.resolve(".m2/repository");
        deploy(local, "steady", "");
        deploy(local, "classified", "-osgi");
        String path = pathWithoutMaven().toString();
        Command.Ended verified = plugin("verify", "org.example:classified:1.0.0:osgi")
                .with("PATH", path)
                .run();
        assertThat(verified.code()).as(verified.err()).isZero();
        assertThat(plugins.toFile().list()).isEmpty();
        Command.Ended installed =
                plugin("install", "org.example:steady:1.0.0").with("PATH", path).run();
        assertThat(installed.err()).isEmpty();
        assertThat(installed.out()).contains("org.example.steady 1.0.0 can be installed", "installed as " + plugins);
        assertThat(plugins.resolve("org.example.steady.jar"))
                .hasSameBinaryContentAs(local.resolve("org/example/steady/1.0.0/steady-1.0.0.jar"));
        Command.Ended absent =
                plugin("install", "org.example:absent:1.0.0").with("PATH", path).run();
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err())
                .contains("blockspin: org.example:absent:1.0.0 cannot be fetched: Maven's mvn is not on the PATH, or")
                .doesNotContain("\tat ");
    }

    @Test
    void whatIsNotThereIsFetchedByMavenWhichIsSaidBefore() throws Exception {
        Path jar = deploy(folder.resolve("remote"), "steady", "");
        Command.Ended installed = plugin("install", "org.example:steady:1.0.0").run(3);
        assertThat(installed.code()).as(installed.err()).isZero();
        assertThat(installed.err())
                .isEqualTo("org.example:steady:1.0.0 is not in " + home.resolve(".m2/repository")
                        + ": mvn is asked to fetch it\n");
        assertThat(plugins.resolve("org.example.steady.jar")).hasSameBinaryContentAs(jar);
        Command.Ended absent = plugin("install", "org.example:absent:1.0.0").run(3);
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err().lines().toList()).hasSize(2);
        assertThat(absent.err())
                .contains("blockspin: org.example:absent:1.0.0 cannot be fetched: Could not find artifact"
                        + " org.example:absent:jar:1.0.0");
        assertThat(plugins.toFile().list()).containsExactly("org.example.steady.jar");
    }
}
