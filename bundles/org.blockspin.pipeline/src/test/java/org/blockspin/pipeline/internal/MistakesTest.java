package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
                "\"critical\";0;5:22;$.steps.simulated.sample.temperature;expected a temperature from 1e-9 to 1e9",
                "\"critical\";1e-320;5:22;$.steps.simulated.sample.temperature;found 1e-320",
                "\"critical\";1e308;5:22;$.steps.simulated.sample.temperature;found 1e308",
                "\"critical\";NaN;5:22;$.steps.simulated.sample.temperature;found NaN",
                "\"critical\";\"critcal\";5:22;$.steps.simulated.sample.temperature;did you mean \"critical\"?",
                "\"critical\";[];5:22;$.steps.simulated.sample.temperature;expected 1 to 1000 temperatures, found 0",
                "\"critical\";[2, \"critical\", -1];5:38;$.steps.simulated.sample.temperature[2];found -1",
                "\"critical\";[2, 3, 2.0];5:29;$.steps.simulated.sample.temperature[2];expected temperatures that differ",
                "\"critical\";{};5:22;$.steps.simulated.sample.temperature;found {}",
                "\"critical\";{\"linspac\": [1, 2, 3]};5:34;$.steps.simulated.sample.temperature.linspac;did you mean \"linspace\"?",
                "\"critical\";{\"linspace\": [1, 2]};5:35;$.steps.simulated.sample.temperature.linspace;expected [first, last, count], found [1,2]",
                "\"critical\";{\"linspace\": [2, 1, 3]};5:39;$.steps.simulated.sample.temperature.linspace[1];above the first, 2",
                "\"critical\";{\"linspace\": [0, 1, 3]};5:36;$.steps.simulated.sample.temperature.linspace[0];found 0",
                "\"critical\";{\"linspace\": [1, 2, 1e9]};5:42;$.steps.simulated.sample.temperature.linspace[2];an integer from 2 to 1000",
                "\"critical\";{\"linspace\": [1, 2, 2.5]};5:42;$.steps.simulated.sample.temperature.linspace[2];found 2.5",
                "\"configurations\": 100;\"configurations\": 1e18;5:65;$.steps.simulated.sample.configurations;expected an integer at least 1 and at most 1000000000, found 1e18",
                "\"configurations\": 100;\"configurations\": 1e999999999;5:65;$.steps.simulated.sample.configurations;found 1e999999999",
                "\"configurations\": 100;\"configurations\": -1;5:65;$.steps.simulated.sample.configurations;found -1",
                "[8, 8];[0];4:69;$.steps.simulated.sample.lattice.size[0];at least 2, found 0",
                "[8, 8];[1000000, 1000000];4:68;$.steps.simulated.sample.lattice.size;at most 2147483647 sites",
                "[8, 8];[20000, 20000];4:40;$.steps.simulated.sample.lattice;expected lattices of which 512 configurations take at most 16 MiB",
                "\"wolff\";{\"kind\": \"wolff\", \"decorelation\": 3};5:78;$.steps.simulated.sample.sampler.decorelation;did you mean \"decorrelation\"?",
                "\"wolff\";{\"knd\": \"wolff\"};5:45;$.steps.simulated.sample.sampler;\"kind\" is missing",
                "\"wolff\";\"Wolff\";5:45;$.steps.simulated.sample.sampler;did you mean \"wolff\"?",
                "\"wolff\";\"exact-chain\";5:45;$.steps.simulated.sample.sampler;expected a chain",
                "\"random\";\"randm\";6:82;$.steps.decimated.coarse-grain.rule.tie;did you mean \"random\"?",
                "\"majority\";\"majorty\";6:65;$.steps.decimated.coarse-grain.rule.kind;unknown coarse-grainer \"majorty\", expected one of: decimation, majority",
                "\"from\": \"simulated\", \"rule\";\"from\": \"simulatd\", \"rule\";6:44;$.steps.decimated.coarse-grain.from;did you mean \"simulated\"?",
                "\"from\": \"simulated\", \"rule\";\"from\": \"network\", \"rule\";6:44;$.steps.decimated.coarse-grain.from;a train step",
                "[8, 8];[9, 9];6:65;$.steps.decimated.coarse-grain.rule;found",
                "\"noise\": 0.1;\"noise\": 1.5;7:117;$.steps.network.train.resolver.noise;at most 1",
                "\"times\": 2;\"times\": 40;8:84;$.steps.larger.super-resolve.times;",
                "\"input\": \"decimated\";\"input\": \"larger\";8:72;$.steps.larger.super-resolve.with;in a circle, found network -> larger -> network",
                "\"from\": \"simulated\", \"rule\";\"from\": \"decimated\", \"rule\";6:44;$.steps.decimated.coarse-grain.from;found decimated -> decimated",
                "\"energy\"];\"energi\"];9:95;$.steps.measured.observe.observables[1];did you mean \"energy\"?",
                "\"energy\"];\"magnetization\"];9:77;$.steps.measured.observe.observables;measured twice",
                "\"format\": 1;\"format\": 2;2:13;$.format;expected format 1, found 2",
                "\"format\": 1;\"format\": 0;2:13;$.format;expected format 1, found 0",
                "\"format\": 1,;``;1:1;$;\"format\" is missing, expected an integer",
                "\"name\": \"test\";\"name\": \"../x\";2:24;$.name;expected a name",
                "\"name\": \"test\";\"name\": \"a/b\";2:24;$.name;expected a name",
                "\"name\": \"test\";\"name\": \"CON\";2:24;$.name;that Windows does not reserve, found \"CON\"",
                "\"name\": \"test\";\"name\": \"lpt1\";2:24;$.name;that Windows does not reserve",
                "\"name\": \"test\";\"name\": \"\";2:24;$.name;found \"\"",
                "\"name\": \"test\";\"name\": \"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg\";2:24;$.name;1 to 64",
                "\"name\": \"test\";\"name\": \"a\\u0000b\";2:24;$.name;without control characters",
                "\"name\": \"test\";\"name\": \"\\ud800\";2:24;$.name;broken surrogate pairs",
                "\"seed\": 1,;\"seed\": 1e19,;2:40;$.seed;expected an integer of at most 9223372036854775807, found 1e19",
                "\"seed\": 1,;\"seed\": NaN,;2:40;$.seed;found NaN",
                "\"seed\": 1,;\"sed\": 1,;2:39;$.sed;did you mean \"seed\"?",
                "\"steps\";\"step\";3:12;$.step;did you mean \"steps\"?",
                "\"simulated\": {\"sample\";\"nul\": {\"sample\";4:12;$.steps.nul;expected a step's name",
                "\"measured\": {;\"LARGER\": {;9:17;$.steps.LARGER;upper and lower case",
                "{\"fit\": {;{\"fit\": {}, \"x\": {;10:18;$.steps.exponents;expected an object with one key",
                "\"seed\": 1,;\"seed\": 1, \"seed\": 2,;2:44;$.seed;expected the key \"seed\" once",
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

    @Test
    void whatIsNotJsonIsFoundTogetherWithTheRest() {
        String broken = VALID.replace("\"square\"", "\"cube\"")
                .replace("\"energy\"]", "\"enrgy\",]")
                .replace("\"noise\": 0.1", "\"noise\": NaN");
        assertThat(mistakes(broken))
                .extracting(Mistake::path)
                .containsExactly(
                        "$.steps.simulated.sample.lattice.kind",
                        "$.steps.network.train.resolver.noise",
                        "$.steps.measured.observe.observables[1]",
                        "$.steps.measured.observe.observables");
    }

    @Test
    void mistakesOfAStepAreNotThoseOfWhatRefersToIt() {
        assertThat(mistakes(VALID.replace("\"sample\"", "\"sampel\"")))
                .extracting(Mistake::path)
                .containsExactly("$.steps.simulated.sampel");
    }

    @Test
    void aMistakeIsALineWhateverIsInIt() {
        assertThat(mistakes(VALID.replace("\"larger\": {", "\"larg\\n\\u001b[31mer\": {")))
                .hasSizeGreaterThan(1)
                .allSatisfy(mistake -> assertThat(mistake.toString()).doesNotContainPattern("\\p{Cntrl}"))
                .anySatisfy(mistake -> assertThat(mistake.message()).contains("larg\\u000a\\u001b[31mer"));
    }

    @Test
    void membersThatBelongToNoneOfTheOthersAreFound() {
        String apart = VALID.replace("\"measured\": {", """
                "others": {"sample": {"like": "simulated", "temperature": [1, 2]}},
                "other": {"observe": {"from": "others", "observables": ["magnetization"]}},
                "measured": {""")
                .replace("\"critical\"", "[3, 4]")
                .replace("\"target\": \"simulated\"", "\"target\": \"simulated\", \"repeat\": 2")
                .replace("\"from\": [\"simulated\", \"larger\"]", "\"from\": \"larger\"")
                .replace("\"from\": \"measured\"", "\"from\": [\"measured\", \"other\"]");
        assertThat(mistakes(apart)).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("$.steps.exponents.fit.from");
            assertThat(mistake.message()).startsWith("expected inputs with the same temperatures and repeats");
        });
        String mixed = VALID.replace("\"critical\"", "[3, 4]").replace("\"measured\": {", """
                "others": {"sample": {"like": "simulated", "temperature": [4, 5]}},
                "mixed": {"super-resolve": {"from": "others", "with": "network"}},
                "measured": {""");
        assertThat(mistakes(mixed)).anySatisfy(mistake -> assertThat(mistake.toString())
                .contains("$.steps.mixed.super-resolve: expected inputs with the same temperatures"));
    }

    @Test
    void manyStepsAreRefusedBeforeAnythingElse() {
        StringBuilder steps = new StringBuilder("\"step-0\": {}");
        for (int i = 1; i <= 1000; i++) {
            steps.append(", \"step-").append(i).append("\": {}");
        }
        assertThat(mistakes("{\"format\": 1, \"name\": \"many\", \"steps\": {" + steps + "}}"))
                .singleElement()
                .satisfies(mistake ->
                        assertThat(mistake.message()).startsWith("expected an object with 1 to 1000 steps, found {"));
    }

    @Test
    void absurdlyLongNumbersAndListsAreRefused() {
        String digits = "1".repeat(1_000_000);
        assertThat(mistakes(VALID.replace("\"seed\": 1", "\"seed\": " + digits)))
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.message()).hasSizeLessThan(100));
        String list = "\"simulated\"" + ", \"simulated\"".repeat(20_000);
        assertThat(mistakes(VALID.replace("\"from\": [\"simulated\"", "\"from\": [" + list)))
                .extracting(Mistake::message)
                .contains("expected at most 10000 elements, found 20002");
    }

    @Test
    void familiesAreBounded() {
        String repeated = VALID.replace("\"critical\"", "{\"linspace\": [1, 2, 1000]}")
                .replace("\"target\": \"simulated\"", "\"target\": \"simulated\", \"repeat\": 10000");
        assertThat(mistakes(repeated)).singleElement().satisfies(mistake -> {
            assertThat(mistake.path()).isEqualTo("$.steps.network.train");
            assertThat(mistake.message()).startsWith("expected at most 100000 combinations");
        });
    }

    @Test
    @Timeout(60)
    void manyRepeatsArePlannedInTimeProportionalToTheirNumber() throws InvalidPipelineException {
        String repeated = VALID.replace("\"target\": \"simulated\"", "\"target\": \"simulated\", \"repeat\": 10000");
        assertThat(TestPlugins.plan(repeated).summary()).contains("exponents (fit): 10000 members");
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
