package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.blockspin.launcher.fixture.ConsoleActivator;
import org.blockspin.launcher.fixture.HangingActivator;
import org.blockspin.launcher.fixture.ThrowingActivator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts a JVM for each command, because what is at stake is how it ends. */
class MainTest {
    private final Path home;
    private final Bundles bundles;

    MainTest(@TempDir Path home) {
        this.home = home;
        this.bundles = new Bundles(home);
    }

    @Test
    void codeOfTheConsoleIsTheExitCodeThoughAThreadIsLeftBehind() {
        bundles.activated("console", ConsoleActivator.class, HangingActivator.class);
        Command.Ended ended = run("one", "two", "three");
        assertThat(ended).isEqualTo(new Command.Ended(3, "one two three\n", ""));
    }

    @Test
    void bundleThatFailsIsSaidOnceAndToldToTheConsole() {
        bundles.activated("a.throwing", ThrowingActivator.class);
        bundles.activated("b.console", ConsoleActivator.class, HangingActivator.class);
        Command.Ended ended = run("list");
        String sentence = "a.throwing 1.0.0 does not start: its activator threw IllegalStateException: no licence\n";
        assertThat(ended).isEqualTo(new Command.Ended(1, "report: " + sentence + "list\n", "blockspin: " + sentence));
    }

    @Test
    void withoutAConsoleTheReportIsPrintedAndTheCodeIsOne() {
        bundles.plugin("a", Map.of("Import-Package", "org.foo"));
        assertThat(run("list")).isEqualTo(new Command.Ended(1, "", """
                        blockspin: a 1.0.0 does not resolve: needs package org.foo, which no bundle exports
                        blockspin: no bundle offers a console, so that no command can run
                        """));
    }

    @Test
    void featureThatIsNotThereIsOneSentence() {
        bundles.settings();
        Command.Ended ended =
                command("list").with("BLOCKSPIN_FEATURES", "core,absent").run();
        assertThat(ended)
                .isEqualTo(new Command.Ended(
                        1, "", "blockspin: there is no feature file " + home.resolve("features/absent.json") + "\n"));
    }

    private Command.Ended run(String... arguments) {
        bundles.settings();
        return command(arguments).with("BLOCKSPIN_FEATURES", "core").run();
    }

    private Command command(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        if (Runtime.version().feature() >= 24) {
            // As the script does: Felix would make these JDKs warn.
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.add("-Dblockspin.home=" + home);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        words.addAll(List.of(arguments));
        return new Command(words, home);
    }
}
