package org.blockspin.pipeline.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.OptionalDouble;
import org.blockspin.api.Configurations;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.pipeline.Explanation;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.samplers.internal.ExactChain;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final String PIPELINE = """
            {"format": 1, "name": "test", "seed": 7, "description": "all kinds of steps", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": [2, 3], "sampler": "wolff", "configurations": 1000, "keep": true}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 3, "resolver": "noisy-copy"}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
              "measured": {"observe": {"from": ["simulated", "larger"], "observables": ["magnetization", "energy"]}},
              "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}},
              "picture": {"figure": {"kind": "row-count", "from": ["measured", "exponents"]}}}}
            """;

    private static final String ONE = """
            {"format": 1, "name": "one", "seed": 7, "steps": {
              "chain": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising", "temperature": [2],
                "sampler": "exact-chain", "configurations": 10}},
              "measured": {"observe": {"from": "chain", "observables": ["energy"]}}}}
            """;

    @Test
    void ensemblesAreDescribed() throws InvalidPipelineException {
        Explanation.Step step = step("simulated");
        assertThat(step.kind()).isEqualTo("sample");
        assertThat(step.inputs()).isEmpty();
        assertThat(step.members()).hasSize(2);
        assertThat(step.members().get(1).coordinates()).containsExactly(entry("temperature", "3.0"));
        // 64 sites are one word: 8 bytes a configuration, in memory as in the file.
        assertThat(step.members().get(1).configurations())
                .contains(new Explanation.Configurations(
                        "ising",
                        "square",
                        "8x8",
                        OptionalDouble.of(3),
                        0,
                        1000,
                        "simulated[temperature=3.0]",
                        2,
                        4096,
                        8000,
                        1,
                        8000));
        assertThat(step.members().get(1).stream()).contains(new Explanation.Stream(7, "simulated", "temperature=3.0"));
    }

    @Test
    void everyDefaultIsSpelledOut() throws InvalidPipelineException {
        assertThat(step("decimated").parameters())
                .containsExactly(
                        entry("from", "\"simulated\""),
                        entry("rule", "{\"kind\":\"majority\",\"block\":2,\"tie\":\"upper-left\"}"),
                        entry("keep", "false"));
    }

    @Test
    void familiesFanOut() throws InvalidPipelineException {
        Explanation.Step network = step("network");
        assertThat(network.inputs()).containsExactly("decimated", "simulated");
        assertThat(network.members()).hasSize(6);
        assertThat(network.members().get(4).coordinates())
                .containsExactly(entry("repeat", "1"), entry("temperature", "3.0"));
        assertThat(network.members().get(4).pairs()).contains(new Explanation.Pairs(1000, "4x4", "8x8"));
        Explanation.Step larger = step("larger");
        assertThat(larger.members()).hasSize(12);
        assertThat(larger.members().get(1).coordinates())
                .containsExactly(entry("level:larger", "2"), entry("repeat", "0"), entry("temperature", "2.0"));
        assertThat(larger.members().get(1).configurations().orElseThrow().size())
                .isEqualTo("32x32");
        assertThat(larger.members().get(1).configurations().orElseThrow().depth())
                .isEqualTo(-2);
        assertThat(step("measured").members()).hasSize(14);
        assertThat(step("measured").members().get(0).quantities()).contains("abs_m", "energy");
        assertThat(step("exponents").members()).hasSize(6);
        assertThat(step("exponents").members().get(0).quantities()).contains("beta");
        assertThat(step("picture").members().get(0).stream()).isEmpty();
    }

    @Test
    void workIsCounted() throws InvalidPipelineException {
        assertThat(explanation().work())
                .containsExactly(
                        entry("sites sampled", 2 * 1000 * 64L),
                        entry("sites coarse-grained", 2 * 1000 * 64L),
                        entry("trainings", 6L),
                        entry("pairs in trainings, once an epoch", 6 * 1000L),
                        entry("sites super-resolved", 6 * 1000 * (256L + 1024L)),
                        entry("configurations measured by an observable", 14 * 1000 * 2L),
                        entry("fits, once a bin", 6L),
                        entry("figures", 1L));
    }

    @Test
    void memoryIsThatOfPackedConfigurationsAndRows() throws InvalidPipelineException {
        Explanation.Memory memory = explanation().memory();
        assertThat(memory.blocks()).isEqualTo(64 << 20);
        assertThat(memory.mostBlock()).isEqualTo(16 << 20);
        // Of 8x8, 4x4 (a word as well), 16x16 and 32x32 sites.
        assertThat(memory.ensembles()).isEqualTo(1000 * (2 * 8 + 2 * 8 + 6 * 32 + 6 * 128));
        assertThat(memory.largestBlock()).isEqualTo(512 * 128);
        assertThat(memory.largestBlockOf()).isEqualTo("larger");
        // A block of 32x32 is made from one of 16x16.
        assertThat(memory.thread()).isEqualTo(512 * 128 + 512 * 32);
        assertThat(memory.heap()).isEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void diskIsThatOfKeptConfigurationsAndSums() throws InvalidPipelineException {
        Explanation.Disk disk = explanation().disk();
        assertThat(disk.files()).isEqualTo(2);
        assertThat(disk.fileBytes()).isEqualTo(2 * 8000);
        assertThat(disk.models()).isEqualTo(6);
        // 1000 configurations of a Markov chain are 63 bins of 16.
        assertThat(disk.sumBytes()).isEqualTo(14 * (63 * (4 + 2) * 8 + (3 * 3 + 1) * 8 / 2));
    }

    @Test
    void rowsOfLongObservablesCountToo() throws InvalidPipelineException {
        Explanation explanation = TestPlugins.plan(
                        ONE,
                        "steps.chain.sample.configurations=2",
                        "steps.measured.observe.observables=[\"magnetization\"]")
                .explanation();
        // Two configurations of a word each; the magnetization has three columns, |m|, m^2 and m^4.
        assertThat(explanation.memory().thread()).isEqualTo(2 * 8 + 2 * 3 * 8 + 3 * 3 * 8);
    }

    /** A block, and what samplers hold beside it. */
    @Test
    void samplingTakesFiveBlocks() throws InvalidPipelineException {
        assertThat(TestPlugins.plan(ONE).explanation().memory().thread()).isEqualTo(5 * 10 * 8);
    }

    @Test
    void manyFilesAreCountedAndNotListed() throws InvalidPipelineException {
        Explanation explanation = TestPlugins.plan(
                        ONE,
                        "steps.chain.sample.configurations=1e9",
                        "steps.chain.sample.keep=true",
                        "steps.chain.sample.lattice.size=[262144]")
                .explanation();
        // 32 KiB a configuration: 512 of them are the 16 MiB of a file.
        assertThat(explanation.disk().files()).isEqualTo((1_000_000_000L + 511) / 512);
        assertThat(explanation.disk().fileBytes()).isEqualTo(1_000_000_000L * (1 << 15));
    }

    @Test
    void keyOfAStreamNamesTheNumbersThatAreDrawn() throws InvalidPipelineException {
        PlannedPipeline plan = TestPlugins.plan(ONE);
        Explanation.Stream key =
                plan.explanation().steps().get(0).members().get(0).stream().orElseThrow();
        BlockEnsemble chain =
                (BlockEnsemble) plan.steps().get(0).family().members().get(0).product();
        Configurations drawn = new Configurations(chain.lattice(), 1, 10);
        new ExactChain()
                .create(new Plugin.NoParameters(), new Sampler.Target(chain.model(), chain.lattice(), 2))
                .fill(
                        drawn,
                        RandomStreams.of(key.seed(), key.step(), key.coordinates())
                                .split(0),
                        Progress.none());
        assertThat(chain.block(0)).isEqualTo(drawn);
    }

    @Test
    void jsonHoldsAllOfIt() throws InvalidPipelineException {
        JsonObject json = JsonParser.parseString(explanation().json()).getAsJsonObject();
        assertThat(json.keySet())
                .containsExactly("format", "name", "description", "seed", "steps", "work", "memory", "disk");
        JsonObject simulated = json.getAsJsonArray("steps").get(0).getAsJsonObject();
        assertThat(simulated.getAsJsonObject("parameters"))
                .hasToString(
                        "{\"lattice\":{\"kind\":\"square\",\"size\":[8,8]},\"model\":{\"kind\":\"ising\"},"
                                + "\"temperature\":[2.0,3.0],\"sampler\":{\"kind\":\"wolff\"},\"configurations\":1000,\"keep\":true}");
        assertThat(simulated.getAsJsonArray("members").get(0).getAsJsonObject().keySet())
                .containsExactly("coordinates", "configurations", "quantities", "stream");
        assertThat(json.getAsJsonObject("disk"))
                .hasToString("{\"files\":2,\"file-bytes\":16000,\"sum-bytes\":42896,\"models\":6}");
    }

    private static Explanation explanation() throws InvalidPipelineException {
        return TestPlugins.plan(PIPELINE).explanation();
    }

    private static Explanation.Step step(String name) throws InvalidPipelineException {
        return explanation().steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
