package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script, with JDKs and a Maven that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest extends ScriptTree {
    ScriptTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void firstRunBuildsAndSaysSo() throws IOException {
        Command.Ended ended = script(jdk("25.0.3"), "list").run();
        assertThat(ended.err()).isEqualTo("blockspin: building (first run, a few minutes) ...\n");
        assertThat(ended.code()).isZero();
        assertThat(Files.readString(root.resolve("launcher/target/build.log")))
                .isEqualTo("mvn -B -ntp -f " + root + "/pom.xml -DskipTests package\n");
        assertThat(root.resolve("launcher/target/building")).doesNotExist();
    }

    @Test
    void builtTreeIsNotBuiltAgain() throws IOException {
        Path jdk = jdk("25.0.3");
        script(jdk, "list").run();
        assertThat(script(jdk, "list").run().err()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("mvn-calls"))).hasSize(1);
    }

    @Test
    void changedSourceIsBuiltAgainAndNamed() throws IOException {
        Path jdk = jdk("25.0.3");
        script(jdk, "list").run();
        Path source = root.resolve("bundles/b/src/main/A.java");
        write(source, "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(script(jdk, "list").run().err())
                .isEqualTo("blockspin: building again, for bundles/b/src/main/A.java has changed ...\n");
    }

    @Test
    void failedBuildShowsTheEndOfTheLog() throws IOException {
        tool("mvn", "seq 1 100; exit 1");
        Command.Ended ended = script(jdk("25.0.3"), "list").run();
        assertThat(ended.code()).isOne();
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("\n99\n100\nblockspin: the build failed; all of it is in " + root)
                .doesNotContain("\n50\n");
        assertThat(root.resolve("launcher/target/building")).doesNotExist();
        assertThat(root.resolve("launcher/target/built")).doesNotExist();
    }

    @Test
    void oneBuildAtATimeTheOthersWaitForIt() throws Exception {
        Path lock = Files.createDirectories(root.resolve("launcher/target/building"));
        Thread other = new Thread(() -> {
            try {
                Thread.sleep(300);
                markBuilt();
                Files.delete(lock);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        Command.Ended ended = script(jdk("25.0.3"), "list").run();
        other.join();
        assertThat(ended.err())
                .isEqualTo("blockspin: waiting for another build (if there is none, remove " + lock + ")\n");
        assertThat(ended.code()).isZero();
        assertThat(folder.resolve("mvn-calls")).doesNotExist();
    }

    @Test
    void symbolicLinksLeadToTheTreeFromAnyDirectory() throws IOException {
        markBuilt();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/bin"));
        Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("../../a tree/launcher/blockspin"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("twice"), Path.of("relative"));
        Command.Ended ended = command(link, jdk("25.0.3"), "list").run();
        assertThat(ended.out()).contains("[-Dblockspin.home=" + root + "]");
    }

    @Test
    void argumentsArePassedOnAsTheyAre() throws IOException {
        markBuilt();
        Command.Ended ended =
                script(jdk("25.0.3"), "run", "a file.json", "--set", "x=*", "").run();
        assertThat(ended.out()).endsWith("[org.blockspin.launcher.Main] [run] [a file.json] [--set] [x=*] [] 2\n");
    }

    @Test
    void exitCodeIsTheJvms() throws IOException {
        markBuilt();
        Path jdk = jdk("25.0.3");
        write(jdk.resolve("bin/java"), "#!/bin/sh\nexit 42\n");
        assertThat(script(jdk, "list").run().code()).isEqualTo(42);
    }

    @Test
    void flagsFitTheJdk() throws IOException {
        markBuilt();
        List<String> flags = List.of("[--enable-native-access=ALL-UNNAMED]", "[--sun-misc-unsafe-memory-access=allow]");
        assertThat(script(jdk("25.0.3"), "list").run().out()).contains(flags);
        assertThat(script(jdk("24"), "list").run().out()).contains(flags);
        assertThat(script(jdk("17.0.15"), "list").run().out()).doesNotContain(flags.get(0), flags.get(1));
    }

    @Test
    void furtherOptionsAreWordsForTheJvm() throws IOException {
        markBuilt();
        Command command = script(jdk("25.0.3"), "list").with("BLOCKSPIN_JAVA_OPTIONS", "-Xmx1g -Da=b");
        assertThat(command.run().out()).contains("[-Xmx1g] [-Da=b]");
    }

    @Test
    void newestJdkIsTaken() throws IOException {
        markBuilt();
        // Newer than anything that this machine has.
        jdkAt(folder.resolve("home/.sdkman/candidates/java/x"), "998.0.1");
        Path newest = jdkAt(folder.resolve("home/.sdkman/candidates/java/y"), "999-ea");
        Path older = jdk("21.0.1");
        Command command = script(older, "list").with("BLOCKSPIN_JAVA_HOME", "").with("JAVA_HOME", older.toString());
        assertThat(command.run().out()).startsWith(newest + " ");
    }

    @Test
    void namedJdkWinsOutrightAndMustBeNewEnough() throws IOException {
        markBuilt();
        jdkAt(folder.resolve("home/.sdkman/candidates/java/x"), "999");
        Path named = jdk("21.0.1");
        assertThat(script(named, "list").run().out()).startsWith(named + " ");
        Path old = jdk("1.8.0_392");
        Command.Ended ended = script(old, "list").run();
        assertThat(ended.code()).isOne();
        assertThat(ended.err())
                .isEqualTo("blockspin: BLOCKSPIN_JAVA_HOME=" + old + " is no JDK of version 17 or newer\n");
    }

    @Test
    void tensorFlowIsQuietUnlessAskedToTalk() throws IOException {
        markBuilt();
        Path jdk = jdk("25");
        assertThat(script(jdk, "list").run().out()).endsWith(" 2\n");
        assertThat(script(jdk, "list").with("TF_CPP_MIN_LOG_LEVEL", "0").run().out())
                .endsWith(" 0\n");
    }
}
