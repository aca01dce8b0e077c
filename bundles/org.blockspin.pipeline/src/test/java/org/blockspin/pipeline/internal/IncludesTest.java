package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines that are made of others. */
class IncludesTest {
    private static final String PART = """
            {"format": 1, "name": "part", "seed": 5, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": 2, "sampler": "wolff", "configurations": 100}},
              "seeds": {"sample": {"like": "simulated", "configurations": 50}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 2,
                "resolver": {"kind": "noisy-copy", "noise": 0.1}}},
              "larger": {"super-resolve": {"from": "seeds", "with": "network"}},
              "measured": {"observe": {"from": ["seeds", "larger"], "observables": ["magnetization", "susceptibility"]}},
              "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}},
              "picture": {"figure": {"kind": "row-count", "from": ["measured", "exponents"]}}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writePart() throws IOException {
        write("parts/part.json", PART);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).resolveSibling(""));
        Files.writeString(folder.resolve(name), text);
    }

    private PlannedPipeline plan(String text, String... settings) throws IOException, InvalidPipelineException {
        write("whole.json", text);
        return TestPlugins.plan(PipelineSource.read(folder.resolve("whole.json"), "whole.json", List.of(settings)));
    }

    private static String including(String includes) {
        return "{\"format\": 1, \"name\": \"whole\", \"seed\": 7, \"include\": {" + includes + "}}";
    }

    private static List<String> names(PlannedPipeline plan) {
        return plan.steps().stream().map(PlannedPipeline.Step::name).toList();
    }

    private static int members(PlannedPipeline plan, String step) {
        return plan.steps().stream()
                .filter(candidate -> candidate.name().equals(step))
                .mapToInt(candidate -> candidate.family().members().size())
                .sum();
    }

    @Test
    void stepsOfWhatIsIncludedHaveItsNameInFrontAndReferToEachOther() throws Exception {
        PlannedPipeline plan = plan(including("\"one\": \"parts/part.json\""));
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(names(plan))
                .containsExactlyInAnyOrder(
                        "one.simulated",
                        "one.seeds",
                        "one.decimated",
                        "one.network",
                        "one.larger",
                        "one.measured",
                        "one.exponents",
                        "one.picture");
        assertThat(plan.steps())
                .filteredOn(step -> step.name().equals("one.larger"))
                .singleElement()
                .satisfies(step -> assertThat(step.inputs()).containsExactly("one.seeds", "one.network"));
    }

    @Test
    void anotherPipelineMayUseTheirStepsAndIncludeItself() throws Exception {
        write("middle.json", including("\"deep\": \"parts/part.json\""));
        PlannedPipeline plan = plan(
                "{\"format\": 1, \"name\": \"whole\", \"include\": {\"middle\": \"middle.json\"},"
                        + " \"steps\": {\"all\": {\"fit\": {\"kind\": \"finite-size-scaling\", \"from\": \"middle.deep.measured\"}}}}");
        assertThat(names(plan)).contains("middle.deep.larger", "all");
        assertThat(plan.written()).last().isEqualTo("all");
    }

    /** Two steps that say the same draw different numbers, for the names in their streams' paths differ. */
    @Test
    void whatIsIncludedTwiceIsDoneTwice() throws Exception {
        PlannedPipeline plan = plan(including("\"one\": \"parts/part.json\", \"two\": \"parts/part.json\""));
        List<String> keys = plan.steps().stream()
                .flatMap(step -> step.family().members().stream())
                .map(member -> member.identity().key())
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }

    @Test
    void settingsReachIntoWhatIsIncluded() throws Exception {
        String set =
                including("\"one\": {\"pipeline\": \"parts/part.json\", \"set\": {\"steps.network.train.repeat\": 3}},"
                        + " \"two\": \"parts/part.json\"");
        assertThat(members(plan(set), "one.network")).isEqualTo(3);
        assertThat(members(plan(set), "two.network")).isEqualTo(2);
        PlannedPipeline overridden = plan(set, "steps.one.network.train.repeat=4", "include.two=\"parts/part.json\"");
        assertThat(members(overridden, "one.network")).isEqualTo(4);
        assertThat(members(plan(set, "include.one.set={}"), "one.network")).isEqualTo(2);
        assertThat(names(plan(set, "steps.two.more={\"sample\":{\"like\":\"seeds\"}}")))
                .contains("two.more");
    }

    @Test
    void resolvedPipelineNeedsNoOtherFileAndDeterminesTheSame() throws Exception {
        PlannedPipeline first = plan(including("\"one\": \"parts/part.json\""));
        PlannedPipeline again = TestPlugins.plan(first.resolved());
        assertThat(identities(again)).isEqualTo(identities(first)).hasSizeGreaterThan(7);
        assertThat(again.resolved()).isEqualTo(first.resolved());
        JsonObject resolved = JsonParser.parseString(first.resolved()).getAsJsonObject();
        assertThat(resolved.keySet()).doesNotContain("include");
    }

    private static List<String> identities(PlannedPipeline plan) {
        return plan.steps().stream()
                .flatMap(step -> step.family().members().stream())
                .map(Family.Member::identity)
                .map(identity -> identity.json())
                .toList();
    }

    @Test
    void mistakesAreLocatedInTheirOwnFiles() throws Exception {
        write(
                "parts/part.json",
                PART.replace("\"from\": \"seeds\"", "\"from\": \"seds\"").replace("0.1", "\"much\""));
        assertThat(mistakes(including(
                        "\"one\": {\"pipeline\": \"parts/part.json\", \"set\": {\"steps.seeds.sample.configurations\": -1}},"
                                + " \"t.o\": \"parts/part.json\"")))
                .extracting(Mistake::toString)
                .contains(
                        "parts/part.json:7:49: $.steps.network.train.resolver.noise: expected a number at least 0 and at most 1, found \"much\"",
                        "parts/part.json:8:40: $.steps.larger.super-resolve.from: unknown step \"seds\", expected one of:"
                                + " decimated, exponents, larger, measured, network, picture, seeds, simulated; did you"
                                + " mean \"seeds\"?")
                .anyMatch(text -> text.startsWith(
                        "whole.json:1:139: $.include.one.set[\"steps.seeds.sample.configurations\"]: expected an"
                                + " integer at least 1"))
                .anyMatch(text -> text.startsWith("whole.json:1:152: $.include[\"t.o\"]: expected a name of"));
    }

    @Test
    void aPipelineWithoutAStepIsRefusedWhereverTheyShouldBe() throws Exception {
        assertThat(only(including("")))
                .isEqualTo("whole.json:1:54: $.include: expected pipelines with at least one step in all, or \"steps\""
                        + " beside them, found {}");
        write("parts/none.json", "{\"format\": 1, \"name\": \"none\", \"include\": {}}");
        assertThat(only("{\"format\": 1, \"name\": \"whole\", \"include\": {\"one\": \"parts/part.json\","
                        + " \"two\": \"parts/none.json\"}}"))
                .startsWith("parts/none.json:1:42: $.include: expected pipelines with at least one step in all");
        write("parts/empty.json", "{\"format\": 1, \"name\": \"empty\", \"steps\": {}}");
        assertThat(only(including("\"one\": \"parts/empty.json\"")))
                .isEqualTo("parts/empty.json:1:41: $.steps: expected an object with 1 to 1000 steps, found {}");
        write("parts/silent.json", "{\"format\": 1, \"name\": \"silent\"}");
        assertThat(only(including("\"one\": \"parts/silent.json\"")))
                .startsWith("parts/silent.json:1:1")
                .endsWith("\"steps\" is missing, expected an object with at least one step");
    }

    @Test
    void whatCannotBeIncludedIsRefused() throws Exception {
        assertThat(only(including("\"one\": \"parts/prt.json\"")))
                .startsWith("whole.json:1:62: $.include.one: expected the file of a pipeline, found that there is no ")
                .endsWith("did you mean \"parts/part.json\"?");
        assertThat(only(including("\"one\": \"../part.json\"")))
                .endsWith("expected a path in the folder of this pipeline, found \"../part.json\"");
        assertThat(only(including("\"one\": \"parts/../../part.json\""))).contains("a path in the folder");
        assertThat(only(including("\"one\": \"" + folder.resolve("parts/part.json") + "\"")))
                .contains("a path in the folder");
        assertThat(only(including("\"one\": 3"))).endsWith("expected the file of a pipeline, found 3");
        assertThat(only(including("\"one\": {\"file\": \"parts/part.json\", \"pipeline\": \"parts/part.json\"}")))
                .contains("unknown parameter \"file\", expected one of: pipeline, set");
        assertThat(only(including("\"one\": {\"set\": {}}"))).contains("\"pipeline\" is missing");
        assertThat(only(including(
                        "\"one\": {\"pipeline\": \"parts/part.json\", \"set\": {\"steps.sedes.sample\": 1}}")))
                .contains("whole.json:1:124: $.steps: unknown step \"sedes\"", "did you mean \"seeds\"?");
        assertThat(only("{\"format\": 1, \"name\": \"whole\", \"include\": {\"one\": \"parts/part.json\"}, \"steps\":"
                        + " {\"one\": {\"sample\": {}}}}"))
                .contains("expected a name that no step has, found \"one\"");
    }

    @Test
    void circlesAreRefused() throws Exception {
        write("a.json", including("\"b\": \"parts/b.json\""));
        write("parts/b.json", including("\"c\": \"c.json\""));
        write("parts/c.json", including("\"b\": \"b.json\""));
        assertThat(only(including("\"a\": \"a.json\"")))
                .isEqualTo(
                        "parts/c.json:1:60: $.include.b: expected pipelines that do not include each other in a circle,"
                                + " found parts/b.json -> parts/c.json -> parts/b.json");
        assertThat(only(including("\"self\": \"whole.json\""))).contains("whole.json -> whole.json");
    }

    @Test
    void aTextWithoutAFolderIncludesNothing() {
        InvalidPipelineException refused = catchThrowableOfType(
                InvalidPipelineException.class, () -> TestPlugins.plan(including("\"one\": \"parts/part.json\"")));
        assertThat(refused.mistakes())
                .extracting(Mistake::message)
                .contains("expected no file, for this pipeline has no folder to find it in, found \"parts/part.json\"");
    }

    private String only(String text) throws IOException {
        List<Mistake> mistakes = mistakes(text);
        assertThat(mistakes).isNotEmpty();
        return mistakes.get(0).toString();
    }

    private List<Mistake> mistakes(String text, String... settings) {
        return catchThrowableOfType(InvalidPipelineException.class, () -> plan(text, settings))
                .mistakes();
    }

    /** Includes that include each other ever more often end with a mistake, and soon. */
    @Test
    void thereIsAnEndOfIncludes() throws Exception {
        write("level-0.json", PART);
        for (int level = 1; level <= 12; level++) {
            String below = "\"level-" + (level - 1) + ".json\"";
            write(
                    "level-" + level + ".json",
                    including(Stream.of("a", "b", "c")
                            .map(name -> "\"" + name + "\": " + below)
                            .reduce((x, y) -> x + ", " + y)
                            .orElseThrow()));
        }
        assertThat(only(including("\"all\": \"level-12.json\""))).contains("expected at most 100 pipelines");
    }
}
