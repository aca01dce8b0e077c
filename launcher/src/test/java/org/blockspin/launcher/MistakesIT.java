package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever file and settings a user gives to {@code check}, {@code explain} and {@code run}: one message, code 2. */
class MistakesIT {
    @TempDir
    private static Path folder;

    private static InProcess blockspin;
    private static String quickStart;

    @BeforeAll
    static void start() throws IOException {
        blockspin = new InProcess();
        quickStart = Files.readString(BuiltTree.HOME.resolve("launcher/pipelines/quick-start.json"));
    }

    @AfterAll
    static void stop() {
        blockspin.close();
    }

    /** A setting of quick-start, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "steps.simulated.sample.lattice.size=[15, 15];`quick-start:12:18: $.steps.simulated.sample.sampler: expected the Ising model without field on a square lattice of even extents from 4 on`",
                "steps.simulated.sample.lattice.size=[6, 6];`quick-start:19:19: $.steps.network.train.resolver: expected a coarse lattice of at least 4 sites a side, the window of kernels [5, 1, 3], found 3x3`",
                "steps.seeds.sample.lattice.size=[2, 2];`quick-start:12:18: $.steps.simulated.sample.sampler: expected the Ising model without field on a square lattice of even extents from 4 on`",
                "steps.simulated.sample.lattice.size=[40000, 40000];`quick-start:9:18: $.steps.simulated.sample.lattice: expected lattices of which 512 configurations take at most`",
                "steps.measured.observe.observables[4].distances[1]=9;`$.steps.measured.observe.observables[4].distances[1]: expected a distance from 1 to 8, found 9`",
                "steps.measured.observe.observables[4].distances[0]=L/3;`$.steps.measured.observe.observables[4].distances[0]: expected equal extents that are multiples of 3, found 16x16`",
                "steps.measured.observe.observables[1]={\"kind\": \"histogram\", \"bins\": 10000};`$.steps.measured.observe.observables: expected observables of at most`",
                "steps.measured.observe.observables[1]={\"kind\": \"block-sums\", \"block\": 65536};`observables[1].block: expected an integer at least 2 and at most`",
                "steps.measured.observe.from=[\"seeds\", \"seeds\"];`$.steps.measured.observe.from: expected at least one step, and each once, found [seeds, seeds]`",
                "steps.larger.super-resolve.times=20;`$.steps.larger.super-resolve.times: expected lattices of which 512 configurations take at most`",
                "steps.larger.super-resolve.times=2147483647;`$.steps.larger.super-resolve.times: expected lattices of which`",
                "steps.larger.super-resolve.engine.maximum-window-bits=3;`$.steps.larger.super-resolve.engine: \"kind\" is missing, expected the name of a resolver-compiler`",
                "steps.network.train.target=decimated;`$.steps.network.train.resolver: expected a fine lattice of [16, 16] cells`",
                "steps.network.train.input=seeds;`$.steps.network.train.input: expected configurations that descend from the same samples`",
                "steps.network.train.input=network;`$.steps.network.train.input: expected the name of a step that makes configurations, found \"network\", a train step`",
                "steps.exponents.fit.quantities=[\"abs_mm\"];`$.steps.exponents.fit.quantities[0]: expected one of G(L/2), G(L/4), abs_m,`",
                "steps.scaling.figure.quantities=[\"abs_mm\"];`found abs_mm; did you mean \"abs_m\"?`",
                "steps.scaling.figure.title=\"a\\u0007b\";`$.steps.scaling.figure.title: expected a text without control characters`",
                "steps.larger.super-resolve.output=SAMPLED;`unknown value \"SAMPLED\", expected one of: rounded, sampled; did you mean \"sampled\"?`",
                "name=aux;`$.name: expected a name of`",
                "format=2;`$.format: expected format 1, found 2, which is of a later version of Blockspin`",
            })
    void settingIsRefused(String setting, String message) {
        for (String command : new String[] {"check", "explain", "run"}) {
            Command.Ended ended = blockspin.run(command, "quick-start", "--set", setting);
            assertThat(ended.code()).as(command).isEqualTo(2);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains(message);
            assertThat(ended.err().lines()).allMatch(line -> line.matches("(--set |quick-start:).*: \\$.*"));
        }
    }

    @Test
    void theSameFileWithOtherLineBreaksTabsAndAMarkIsTheSamePipeline() throws IOException {
        for (String text : new String[] {
            quickStart.replace("\n", "\r\n"), quickStart.replace("  ", "\t"), "\ufeff" + quickStart, quickStart + "\n\n"
        }) {
            assertThat(check(text).code()).isZero();
            String column = text.contains("\t") ? "15" : "18";
            assertThat(check(text.replace("\"cluster\"", "\"clustr\"")).err())
                    .contains(":12:" + column + ": $.steps.simulated.sample.sampler: unknown sampler \"clustr\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\n",
                "nothing",
                "\u0000\u0000",
                "{\"format\": 1, \"name\": \"a\u0000b\"}",
                "[]",
                "{}",
                "[1, 2"
            })
    void whatIsNoPipelineIsRefusedInALineEach(String text) throws IOException {
        Command.Ended ended = check(text);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches(".*file\\.json:\\d+:\\d+: \\$.*: .+"));
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        for (int length = 0; length < quickStart.stripTrailing().length(); length += 7) {
            Command.Ended ended = check(quickStart.substring(0, length));
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err().lines().reduce((first, last) -> last).orElse(""))
                    .matches(".*: expected .*, found the end of the text");
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        byte[] bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("file.json"), bytes);
        assertThat(refused("check", folder.resolve("file.json").toString())).endsWith("is not a text file in UTF-8\n");
        Files.write(folder.resolve("file.json"), quickStart.getBytes(StandardCharsets.UTF_16));
        assertThat(refused("check", folder.resolve("file.json").toString())).endsWith("is not a text file in UTF-8\n");
    }

    @Test
    void aFolderAndAHugeFileAreNotRead() throws IOException {
        assertThat(refused("check", folder.toString())).contains("found the folder \"" + folder + "\"");
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertThat(refused("check", huge.toString()))
                .isEqualTo("blockspin: expected a pipeline of at most 16 MiB, found " + huge + " with 200 MiB\n");
        Files.delete(huge);
    }

    @Test
    void namesAreNotPathsOfOtherFiles() {
        assertThat(refused("check", "../features/core")).contains("expected a pipeline file or the name of a shipped");
        assertThat(refused("check", "a\u0000b")).contains("cannot be the name of a file here");
        assertThat(refused("check", "quick-strat")).endsWith("; did you mean \"quick-start\"?\n");
        assertThat(refused("list", "smapler")).endsWith("; did you mean \"sampler\"?\n");
        assertThat(refused("describe", "sampler", "clustr")).endsWith("; did you mean \"cluster\"?\n");
    }

    private static Command.Ended check(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), text);
        Command.Ended ended = blockspin.run("check", file.toString());
        assertThat(ended.err()).doesNotContain("\tat ", "Exception");
        return ended;
    }

    private static String refused(String... arguments) {
        Command.Ended ended = blockspin.run(arguments);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).hasSize(1);
        return ended.err();
    }
}
