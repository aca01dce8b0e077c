package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell with scripts; the dialogue is for people. */
@DisabledOnOs(OS.WINDOWS)
class ShellIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    @Test
    void commandsOfBlockspinAndOfTheFrameworkAreMixed() throws IOException {
        Files.writeString(folder.resolve("script"), """
                describe sampler wolff
                verified = { check $1 }
                verified quick-start
                bundles
                services
                candidates describe coa
                """);
        Command.Ended ended = shell("script");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("sampler wolff: ", "quick-start", "Blockspin console", "org.blockspin.pipeline.Workbench")
                .contains("coarse-grainer");
    }

    @Test
    void scriptEndsAtTheFirstMistakeWithItsCode() throws IOException {
        Files.writeString(folder.resolve("script"), "describe sampler wolf\nlist sampler\n");
        Command.Ended ended = shell("script");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("did you mean \"wolff\"?").doesNotContain("Exception");
        assertThat(ended.out()).isEmpty();
        Files.writeString(folder.resolve("unknown"), "lst\n");
        Command.Ended unknown = shell("unknown");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("lst").doesNotContain("\tat ");
        Command.Ended none = shell("nowhere");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("expected a file with commands, found no file nowhere");
    }

    @Test
    void commandsComeFromStandardInput() throws IOException {
        Command.Ended ended =
                new Command(List.of("sh", "-c", "echo 'list coarse-grainer' | \"$0\" shell", script()), folder).run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("majority");
    }

    @Test
    void shellOffersEveryCommandButItself() throws IOException {
        String help = new Command(List.of(script(), "--help"), folder).run().out();
        List<String> commands = help.substring(help.indexOf("Commands:"))
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        assertThat(commands).contains("run", "shell");
        List<String> expected = commands.stream()
                .filter(command -> !List.of("shell", "completion", "task").contains(command))
                .toList();
        Files.writeString(
                folder.resolve("script"),
                expected.stream().map(command -> command + " --help\n").collect(Collectors.joining()));
        Command.Ended offered = shell("script");
        assertThat(offered.err()).isEmpty();
        assertThat(offered.code()).isZero();
        assertThat(offered.out().lines().filter(line -> line.startsWith("Usage: blockspin ")))
                .hasSameSizeAs(expected);
    }

    private Command.Ended shell(String... files) {
        return new Command(
                        Stream.concat(Stream.of(script(), "shell"), Stream.of(files))
                                .collect(Collectors.toCollection(ArrayList::new)),
                        folder)
                .run();
    }

    private static String script() {
        return BuiltTree.HOME.resolve("launcher/blockspin").toString();
    }
}
