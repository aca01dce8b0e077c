package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code blockspin explain} through the script. */
@DisabledOnOs(OS.WINDOWS)
class ExplainIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
    }

    @Test
    void quickStartIsExplainedAsBefore() throws IOException {
        Command.Ended ended = explain("quick-start");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(withoutHeap(ended.out()))
                .isEqualTo(Files.readString(
                        Path.of("src/test/resources/org/blockspin/launcher/quick-start.explained.txt")));
        assertThat(folder).as("nothing is written").isEmptyDirectory();
    }

    /** The heap is that of the machine. */
    private static String withoutHeap(String text) {
        return text.lines()
                .map(line -> line.startsWith("  Java heap") || line.startsWith("  largest allowed")
                        ? line.replaceAll("[0-9.]+ [KMG]iB", "? GiB")
                        : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void settingsAreExplainedToo() {
        Command.Ended ended = explain("quick-start", "--set", "steps.seeds.sample.lattice.size=[32, 32]", "--all");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains(
                        "level:larger=3 repeat=4: 256x256 sites",
                        "lattice         {\"kind\":\"square\",\"size\":[32,32]}")
                .doesNotContain("--all");
    }

    @Test
    void jsonIsForPrograms() {
        Command.Ended ended = explain("temperature-sweep", "--json", "--set", "steps.simulated.sample.keep=true");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("{\n  \"format\": 1,\n  \"name\": \"temperature-sweep\",")
                .contains("\"files\": 11,", "\"file-bytes\": 3520000,", "\"root\": \"simulated[temperature=3.5]\"")
                .endsWith("}\n");
    }

    @Test
    void wrongInputEndsWithTwoAndIsLocated() throws IOException {
        Path file =
                Files.writeString(folder.resolve("wrong.json"), "{\"format\": 1, \"name\": \"wrong\", \"stesp\": {},}");
        Command.Ended ended = explain(file.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(3).anySatisfy(line -> assertThat(line)
                .startsWith(file + ":1:41: $.stesp: unknown parameter \"stesp\"")
                .endsWith("did you mean \"steps\"?"));
        Command.Ended unknown = explain("quick-strat");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).endsWith("found \"quick-strat\"; did you mean \"quick-start\"?\n");
    }

    private Command.Ended explain(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString(), "explain"));
        words.addAll(List.of(arguments));
        return new Command(words, folder).run();
    }
}
