package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
    private static final String VALID = """
            {
              "format": 1, "name": "test", "seed": 1,
              "steps": {
                "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                  "temperature": "critical", "sampler": "wolff", "configurations": 100}},
                "decimated": {"coarse-grain": {"from": "simulated", "rule": {"kind": "majority", "tie": "random"}}},
                "network": {"train": {"input": "decimated", "target": "simulated", "resolver": {"kind": "noisy-copy", "noise": 0.1}}},
                "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
                "measured": {"observe": {"from": ["simulated", "larger"], "observables": ["magnetization", "energy"]}},
                "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}}
              }
            }
            """;

    @Test
    void validPipelineHasNone() throws InvalidPipelineException {
        assertThat(TestPlugins.plan(VALID).steps()).hasSize(6);
    }

    /** What is replaced, by what, and the mistake that must come of it, with its place. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"kind\": \"square\";\"kind\": \"sqare\";4:50;$.steps.simulated.sample.lattice.kind;did you mean \"square\"?",
                "[8, 8];[8, \"x\"];4:72;$.steps.simulated.sample.lattice.size[1];expected an integer",
                "[8, 8];[8];4:68;$.steps.simulated.sample.lattice.size;expected",
                "\"configurations\": 100;\"configurations\": 0;5:65;$.steps.simulated.sample.configurations;expected an integer at least 1 and at most 1000000000, found 0",
                "\"configurations\": 100;\"configurations\": 1.5;5:65;$.steps.simulated.sample.configurations;found 1.5",
                "\"configurations\": 100;\"configurations\": null;5:65;$.steps.simulated.sample.configurations;found null",
                "\"configurations\": 100;\"configuration\": 100;5:64;$.steps.simulated.sample.configuration;did you mean \"configurations\"?",
                "\"configurations\": 100;\"configurations\": 100, \"keep\": \"yes\";5:78;$.steps.simulated.sample.keep;expected true or false",
                "\"critical\";\"cold\";5:22;$.steps.simulated.sample.temperature;expected a temperature",
                "\"critical\";-1;5:22;$.steps.simulated.sample.temperature;found -1",
                "\"critical\";1e999;5:22;$.steps.simulated.sample.temperature;found 1e999",
                "\"random\";\"randm\";6:82;$.steps.decimated.coarse-grain.rule.tie;did you mean \"random\"?",
                "\"majority\";\"decimation\";6:65;$.steps.decimated.coarse-grain.rule.kind;unknown kind \"decimation\"",
                "\"from\": \"simulated\", \"rule\";\"from\": \"simulatd\", \"rule\";6:44;$.steps.decimated.coarse-grain.from;did you mean \"simulated\"?",
                "\"from\": \"simulated\", \"rule\";\"from\": \"network\", \"rule\";6:44;$.steps.decimated.coarse-grain.from;a train step",
                "[8, 8];[9, 9];6:65;$.steps.decimated.coarse-grain.rule;found",
                "\"noise\": 0.1;\"noise\": 1.5;7:117;$.steps.network.train.resolver.noise;at most 1",
                "\"times\": 2;\"times\": 40;8:84;$.steps.larger.super-resolve.times;",
                "\"input\": \"decimated\";\"input\": \"larger\";7:16;$.steps.network.train;in a circle",
                "\"energy\"];\"energi\"];9:95;$.steps.measured.observe.observables[1];did you mean \"energy\"?",
                "\"energy\"];\"magnetization\"];9:77;$.steps.measured.observe.observables;measured twice",
                "\"format\": 1;\"format\": 2;2:13;$.format;expected format 1, found 2",
                "\"name\": \"test\";\"name\": \"../x\";2:24;$.name;expected a name",
                "\"seed\": 1,;\"seed\": 1, \"seed\": 2,;2:44;$.seed;occurs twice",
                "\"sample\";\"sampel\";4:28;$.steps.simulated.sampel;did you mean \"sample\"?",
            })
    void isLocated(String found, String replacement, String place, String path, String message) {
        assertThat(VALID).contains(found);
        List<Mistake> mistakes = mistakes(VALID.replace(found, replacement));
        assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.path()).isEqualTo(path);
            assertThat(mistake.message()).contains(message == null ? "" : message);
            assertThat(mistake.where()).startsWith("test.json:" + place.split(":", -1)[0] + ":");
        });
    }

    @Test
    void columnIsThatOfTheValue() {
        List<Mistake> mistakes =
                mistakes("{\n  \"format\": 1,\n  \"name\": \"test\", \"seed\": \"x\", \"steps\": 7\n}");
        assertThat(mistakes).extracting(Mistake::where).containsExactlyInAnyOrder("test.json:3:27", "test.json:3:41");
    }

    @Test
    void allAreFoundInOnePass() {
        String broken = VALID.replace("\"square\"", "\"cube\"")
                .replace("\"random\"", "\"coin\"")
                .replace("0.1", "\"much\"")
                .replace("\"energy\"", "\"enrgy\"");
        assertThat(mistakes(broken))
                .extracting(Mistake::path)
                .contains(
                        "$.steps.simulated.sample.lattice.kind",
                        "$.steps.decimated.coarse-grain.rule.tie",
                        "$.steps.network.train.resolver.noise",
                        "$.steps.measured.observe.observables[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"{\"format\": 1,", "{\"format\": 1,}", "``", "{'format': 1}", "{\"format\": 1} x", "[1", "nul"})
    void textThatIsNotJsonIsRefusedInASentence(String text) {
        assertThat(mistakes(text)).singleElement().satisfies(mistake -> assertThat(mistake.message())
                .startsWith("not valid JSON")
                .doesNotContain("Exception"));
    }

    @Test
    void depthIsLimited() {
        assertThat(mistakes("[".repeat(20_000))).singleElement().satisfies(mistake -> assertThat(mistake.message())
                .startsWith("not valid JSON"));
    }

    @Test
    void settingReplacesAndIsNamedInMistakes() throws InvalidPipelineException {
        assertThat(TestPlugins.plan(VALID, "steps.simulated.sample.configurations=7")
                        .resolved())
                .contains("\"configurations\": 7");
        InvalidPipelineException refused = catchThrowableOfType(
                InvalidPipelineException.class,
                () -> TestPlugins.plan(
                        VALID, "steps.simulated.sample.configurations=few", "steps.simulate.sample.x=1"));
        assertThat(refused.mistakes())
                .anySatisfy(mistake -> assertThat(mistake.toString())
                        .startsWith("--set steps.simulated.sample.configurations=few: "
                                + "$.steps.simulated.sample.configurations: expected an integer"))
                .anySatisfy(mistake -> assertThat(mistake.toString()).contains("did you mean \"simulated\"?"));
    }

    @Test
    void likeInACircleIsRefused() {
        String circle = "{\"format\":1,\"name\":\"c\",\"steps\":{"
                + "\"a\":{\"sample\":{\"like\":\"b\"}},\"b\":{\"sample\":{\"like\":\"a\"}}}}";
        assertThat(mistakes(circle))
                .anySatisfy(mistake -> assertThat(mistake.message()).contains("circle"));
    }

    @Test
    void temperatureOfTheChainIsNotCritical() {
        String chain =
                VALID.replace("{\"kind\": \"square\", \"size\": [8, 8]}", "{\"kind\": \"chain\", \"size\": [8]}");
        assertThat(mistakes(chain)).anySatisfy(mistake -> assertThat(mistake.message())
                .contains("critical temperature of ising on chain"));
    }

    @Test
    void messageHoldsEveryMistakeOnALine() {
        InvalidPipelineException refused = catchThrowableOfType(
                InvalidPipelineException.class,
                () -> TestPlugins.plan(VALID.replace("\"square\"", "\"cube\"").replace("0.1", "2")));
        assertThat(refused).hasMessageMatching("(?s)test.json:4:.*\ntest.json:7:.*");
    }

    private static List<Mistake> mistakes(String text) {
        return catchThrowableOfType(InvalidPipelineException.class, () -> TestPlugins.plan(text))
                .mistakes();
    }
}
