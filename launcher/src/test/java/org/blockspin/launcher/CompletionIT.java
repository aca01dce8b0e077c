package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers after the script that {@code completion} prints. */
@DisabledOnOs(OS.WINDOWS)
class CompletionIT {
    /** Does what bash does on TAB: finds the function of the command's last part, and calls it with the words so far. */
    private static final String TAB = """
            source ./completion
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            function=$(complete -p "${1##*/}" | sed 's/.* -F \\([^ ]*\\) .*/\\1/')
            "$function" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
            for word in "${COMPREPLY[@]}"; do echo "$word"; done
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void printScript() throws IOException {
        BuiltTree.markAsUpToDate();
        assumeTrue(
                new Command(List.of("sh", "-c", "command -v bash"), folder)
                                .run()
                                .code()
                        == 0,
                "bash is not here");
        String script = BuiltTree.HOME.resolve("launcher/blockspin").toString();
        Command.Ended printed = new Command(List.of(script, "completion"), folder).run();
        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        Files.writeString(folder.resolve("completion"), printed.out());
    }

    @Test
    void scriptIsLoadedWithoutAWord() {
        String script = BuiltTree.HOME.resolve("launcher/blockspin").toString();
        Command.Ended ended = new Command(
                        List.of("bash", "-c", "source <(\"$0\" completion) && complete -p blockspin", script), folder)
                .run();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("complete ").endsWith(" blockspin\n").hasLineCount(1);
    }

    @Test
    void commandsAreOffered() {
        assertThat(offered("blockspin", ""))
                .contains("run", "check", "rerun", "diff", "export", "list", "describe", "doctor", "completion");
        assertThat(offered("launcher/blockspin", "di")).containsExactly("diff");
        assertThat(offered("blockspin", "--v")).containsExactly("--version");
    }

    @Test
    void optionsOfACommandAreOffered() {
        assertThat(offered("blockspin", "run", "--")).contains("--set", "--out", "--threads", "--quiet", "--help");
        assertThat(offered("launcher/blockspin", "diff", "--a")).containsExactly("--all");
        assertThat(offered("blockspin", "doctor", "--q")).containsExactly("--quick");
    }

    @Test
    void shippedPipelinesAreOfferedToRunAndCheck() {
        for (String command : List.of("run", "check")) {
            assertThat(offered("launcher/blockspin", command, ""))
                    .contains("quick-start", "table-1", "temperature-sweep")
                    .doesNotContain("run");
            assertThat(offered("blockspin", command, "qu")).containsExactly("quick-start");
        }
        assertThat(offered("blockspin", "run", "--quiet", "tab")).containsExactly("table-1");
        assertThat(offered("blockspin", "run", "my"))
                .as("bash then offers files")
                .isEmpty();
    }

    @Test
    void kindsAreOfferedToListAndDescribe() {
        assertThat(offered("blockspin", "list", "")).contains("lattice", "sampler", "observable", "figure");
        assertThat(offered("launcher/blockspin", "describe", "coa")).containsExactly("coarse-grainer");
    }

    @Test
    void pluginsOfTheKindAreOfferedToDescribe() {
        assertThat(offered("blockspin", "describe", "sampler", ""))
                .containsExactlyInAnyOrder("cluster", "exact-chain", "metropolis", "swendsen-wang", "wolff");
        assertThat(offered("launcher/blockspin", "describe", "observable", "two"))
                .containsExactly("two-point");
        assertThat(offered("blockspin", "describe", "nothing", "")).isEmpty();
        assertThat(offered("blockspin", "describe", "sampler", "--h")).containsExactly("--help");
    }

    @Test
    void foldersAreOfferedToDiff() throws IOException {
        Files.createDirectories(folder.resolve("some-run"));
        assertThat(offered("blockspin", "diff", "some")).containsExactly("some-run");
        assertThat(offered("blockspin", "diff", "some-run", "some")).containsExactly("some-run");
    }

    private static List<String> offered(String... words) {
        List<String> command = new ArrayList<>(List.of("bash", "-c", TAB, "bash"));
        command.addAll(List.of(words));
        Command.Ended ended = new Command(command, folder).run();
        assertThat(ended.err()).isEmpty();
        return ended.out().lines().toList();
    }
}
