package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final String PIPELINE = """
            {"format": 1, "name": "test", "steps": {
                "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                  "temperature": [2, 3], "sampler": "wolff", "configurations": 100}},
                "seeds": {"sample": {"like": "simulated", "configurations": 50}},
                "more": {"sample": {"like": "seeds"}},
                "measured": {"observe": {"from": "simulated", "observables": ["magnetization", {"kind": "two-point"}]}}}}
            """;

    /** A setting, and what it makes of the resolved pipeline at a path. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "seed=7;seed;7",
                "$.seed=7;seed;7",
                "steps.simulated.sample.temperature[1]=4;steps.simulated.sample.temperature;[2.0,4.0]",
                "steps.simulated.sample.temperature.1=4;steps.simulated.sample.temperature;[2.0,4.0]",
                "steps.simulated.sample.lattice={\"kind\":\"square\",\"size\":[4,4]};steps.simulated.sample.lattice.size;[4,4]",
                "steps.measured.observe.observables[1].distances=[\"3\"];steps.measured.observe.observables;[{\"kind\":\"magnetization\"},{\"kind\":\"two-point\",\"distances\":[\"3\"]}]",
                // What a step inherits, and what nobody said yet.
                "steps.seeds.sample.temperature=critical;steps.seeds.sample.temperature;`\"critical\"`",
                "steps.seeds.sample.lattice.size[0]=16;steps.seeds.sample.lattice.size;[16,8]",
                "steps.seeds.sample.lattice.size[0]=16;steps.simulated.sample.lattice.size;[8,8]",
                "steps.more.sample.temperature[0]=1;steps.more.sample.temperature;[1.0,3.0]",
                "steps.more.sample.sampler.decorrelation=5;steps.more.sample.sampler;{\"kind\":\"wolff\",\"decorrelation\":5}",
                "steps.simulated.sample.sampler.decorrelation=5;steps.simulated.sample.sampler;{\"kind\":\"wolff\",\"decorrelation\":5}",
                "steps.extra={\"sample\":{\"like\":\"more\"}};steps.extra.sample.configurations;50",
                "description=one = two;description;`\"one = two\"`",
                "description=;description;`\"\"`",
                "description=\"\\u00e9\";description;`\"\u00e9\"`",
            })
    void replaces(String setting, String path, String value) throws InvalidPipelineException {
        JsonElement resolved =
                JsonParser.parseString(TestPlugins.plan(PIPELINE, setting).resolved());
        for (String key : path.split("\\.", -1)) {
            resolved = resolved.getAsJsonObject().get(key);
        }
        assertThat(resolved).isEqualTo(JsonParser.parseString(value));
    }

    @Test
    void theLastOfTwoWins() throws InvalidPipelineException {
        assertThat(TestPlugins.plan(PIPELINE, "seed=7", "seed=8").resolved()).contains("\"seed\": 8");
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "foo;$;`expected path=value, found \"foo\"`",
                "=3;$;`expected path=value, found \"=3\"`",
                "``;$;`expected path=value, found \"\"`",
                "sed=3;$.sed;`unknown parameter \"sed\", expected one of: $schema, description, format, include, name, seed, steps; did you mean \"seed\"?`",
                "step.simulated=3;$;`unknown key \"step\", expected one of: format, name, steps; did you mean \"steps\"?`",
                "steps.simulate.sample.seed=3;$.steps;`unknown step \"simulate\", expected one of: measured, more, seeds, simulated; did you mean \"simulated\"?`",
                "steps.simulated.sampel.seed=3;$.steps.simulated;`unknown key \"sampel\", expected one of: sample; did you mean \"sample\"?`",
                "steps.simulated.sample.configuration=3;$.steps.simulated.sample.configuration;`unknown parameter \"configuration\", expected one of: configurations, keep, lattice, model, sampler, temperature; did you mean \"configurations\"?`",
                "steps.seeds.sample.latice.size=[4,4];$.steps.seeds.sample.latice;`unknown parameter \"latice\", expected one of: configurations, keep, lattice, model, sampler, temperature; did you mean \"lattice\"?`",
                "steps.simulated.sample.lattice.size[2]=8;$.steps.simulated.sample.lattice.size;`expected the number of an element from 0 to 1, found \"2\"`",
                "steps.simulated.sample.lattice.size[-1]=8;$.steps.simulated.sample.lattice.size;`expected the number of an element from 0 to 1, found \"-1\"`",
                "steps.simulated.sample.lattice.size.x=8;$.steps.simulated.sample.lattice.size;`expected the number of an element from 0 to 1, found \"x\"`",
                "steps.simulated.sample.configurations.x=8;$.steps.simulated.sample.configurations;`expected an object to hold \"x\", found 100`",
                "steps.measured.observe.from.x=8;$.steps.measured.observe.from;`expected the name of a step that makes configurations, found {\"kind\":\"simulated\",\"x\":8}`",
                "steps..sample=8;$.steps;`unknown step \"\", expected one of: measured, more, seeds, simulated`",
                "seed=[1;$.seed;`expected \",\" or \"]\", found the end of the text`",
                "seed={\"a\": 1, \"a\": 2};$.seed.a;`expected the key \"a\" once, found it twice`",
                "seed=NaN;$.seed;`expected an integer, found \"NaN\"`",
                "steps.simulated.sample.configurations=few;$.steps.simulated.sample.configurations;`expected an integer at least 1 and at most 1000000000, found \"few\"`",
            })
    void refuses(String setting, String path, String message) {
        assertThat(mistakes(setting)).first().isEqualTo(new Mistake("--set " + setting, path, message));
    }

    @Test
    void aLongSettingIsNotRepeatedInFull() {
        assertThat(mistakes("seed=" + "[".repeat(30_000))).singleElement().satisfies(mistake -> {
            assertThat(mistake.toString()).hasSizeLessThan(1000).endsWith("expected at most 64 levels, found \"[\"");
            assertThat(mistake.where()).startsWith("--set seed=[[[").endsWith("...");
        });
    }

    @Test
    void mistakesOfSettingsComeBeforeThoseOfTheFile() {
        assertThat(catchThrowableOfType(
                                InvalidPipelineException.class,
                                () -> TestPlugins.plan(PIPELINE.replace("ising", "icing"), "seed=x", "name=../x"))
                        .mistakes())
                .extracting(Mistake::where)
                .containsExactly("--set seed=x", "--set name=../x", "test.json:2:86");
    }

    private static List<Mistake> mistakes(String setting) {
        return catchThrowableOfType(InvalidPipelineException.class, () -> TestPlugins.plan(PIPELINE, setting))
                .mistakes();
    }
}
