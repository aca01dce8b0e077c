package org.blockspin.pipeline.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapTemperatureTest {
    private static final String CHAIN = """
            {"format": 1, "name": "chain", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising",
                "temperature": [0.5, 1, 2], "sampler": "exact-chain", "configurations": 600}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "decimation"}},
              "renormalized": {"map-temperature": {"from": "decimated", "map": "decimation-chain"}},
              "network": {"train": {"input": "renormalized", "target": "simulated", "resolver": "noisy-copy"}},
              "restored": {"super-resolve": {"from": "decimated", "with": "network"}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2}},
              "rescaled": {"map-temperature": {"from": "larger", "map": "decimation-chain"}},
              "nearest": {"super-resolve": {"from": "simulated", "with": "network", "match": "nearest-temperature"}},
              "nearest-rescaled": {"map-temperature": {"from": "nearest", "map": "decimation-chain"}},
              "measured": {"observe": {"from": ["larger", "rescaled"], "observables": ["energy"]}}}}
            """;

    private static List<BlockEnsemble> ensembles(PlannedPipeline plan, String step) {
        return family(plan, step).products(BlockEnsemble.class);
    }

    private static Family family(PlannedPipeline plan, String step) {
        return plan.steps().stream()
                .filter(one -> one.name().equals(step))
                .findFirst()
                .orElseThrow()
                .family();
    }

    private static double[] temperatures(PlannedPipeline plan, String step) {
        return ensembles(plan, step).stream()
                .mapToDouble(ensemble -> ensemble.temperature().orElseThrow())
                .toArray();
    }

    /** Eq. 5 of Efthymiou et al. (2019). */
    private static double coarse(double temperature) {
        return 2 / StrictMath.log(StrictMath.cosh(2 / temperature));
    }

    @Test
    void coarseGrainedConfigurationsGetTheRenormalizedTemperature() throws Exception {
        double[] mapped = temperatures(TestPlugins.plan(CHAIN), "renormalized");
        assertThat(mapped).containsExactly(new double[] {coarse(0.5), coarse(1), coarse(2)}, within(1e-12));
    }

    @Test
    void superResolvedOnesAreMappedOnceForEachDoubling() throws Exception {
        PlannedPipeline plan = TestPlugins.plan(CHAIN);
        List<BlockEnsemble> larger = ensembles(plan, "rescaled");
        assertThat(larger).hasSize(6);
        for (BlockEnsemble ensemble : larger) {
            double temperature = ensemble.temperature().orElseThrow();
            double root = ensemble.depth() == -1 ? coarse(temperature) : coarse(coarse(temperature));
            assertThat(Arrays.stream(new double[] {0.5, 1, 2})
                            .map(t -> Math.abs(t - root))
                            .min()
                            .orElseThrow())
                    .isLessThan(1e-12);
        }
    }

    @Test
    void whatUndoesACoarseGrainingNeedsNoMap() throws Exception {
        PlannedPipeline plan = TestPlugins.plan(CHAIN);
        assertThat(temperatures(plan, "restored")).containsExactly(0.5, 1, 2);
        assertThat(ensembles(plan, "restored").get(0).description().rescalings())
                .isEmpty();
        mistake(
                "\"rescaled\": {\"map-temperature\": {\"from\": \"larger\"",
                        "\"rescaled\": {\"map-temperature\": {\"from\": \"restored\"",
                "$.steps.rescaled.map-temperature.from", "which are as large as then");
    }

    @Test
    void mappedConfigurationsAreTheSameBlocksWithTheSameRoot() throws Exception {
        PlannedPipeline plan = TestPlugins.plan(CHAIN);
        Ensemble decimated = ensembles(plan, "decimated").get(1);
        BlockEnsemble mapped = ensembles(plan, "renormalized").get(1);
        assertThat(mapped.block(1)).isSameAs(decimated.block(1));
        assertThat(mapped.root()).isEqualTo(decimated.root());
        assertThat(mapped.depth()).isEqualTo(1);
        assertThat(mapped.isView()).isTrue();
        assertThat(mapped.description().rescalings()).isEmpty();
        assertThat(family(plan, "renormalized").members().get(1).coordinates())
                .isEqualTo(family(plan, "decimated").members().get(1).coordinates());
    }

    /** Inputs of trainings: 0.604, 1.51 and 4.61. */
    @Test
    void nearestTrainingIsThatWhoseInputsHadTheNearestTemperature() throws Exception {
        PlannedPipeline plan = TestPlugins.plan(CHAIN);
        List<Family.Member> networks = family(plan, "network").members();
        List<Family.Member> nearest = family(plan, "nearest").members();
        int[] expected = {0, 1, 1};
        for (int i = 0; i < 3; i++) {
            assertThat(nearest.get(i).identity().json())
                    .contains(networks.get(expected[i]).identity().key());
        }
        assertThat(nearest.get(2).coordinates().values()).containsEntry("temperature", 2.0);
        assertThat(temperatures(plan, "nearest-rescaled")[2]).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"from\": \"larger\", \"map\";\"from\": \"simulated\", \"map\";$.steps.rescaled.map-temperature.from;found those of \"simulated\"",
                "\"from\": \"larger\", \"map\": \"decimation-chain\";\"from\": \"larger\", \"map\": \"decimation\";$.steps.rescaled.map-temperature.map;unknown temperature-map \"decimation\"",
                "\"size\": [16];\"size\": [16], \"bonds\": 2;$.steps.simulated.sample.lattice.bonds;unknown parameter",
                "\"rule\": \"decimation\";\"rule\": {\"kind\": \"decimation\", \"block\": 4};$.steps.renormalized.map-temperature.map;expected a rule that keeps the first of two spins",
                "[0.5, 1, 2];[0.5, 1, 1e9];$.steps.renormalized.map-temperature.map;the temperature 1.0E9 has no image after coarse-graining",
                "\"match\": \"nearest-temperature\";\"match\": \"nearest-temperature\", \"times\": 2;$.steps.nearest.super-resolve.times;expected 1",
                "\"match\": \"nearest-temperature\";\"match\": \"nearest\";$.steps.nearest.super-resolve.match;unknown value",
            })
    void mistakesAreLocated(String replaced, String by, String path, String message) {
        mistake(replaced, by, path, message);
    }

    private static void mistake(String replaced, String by, String path, String message) {
        assertThat(CHAIN).contains(replaced);
        try {
            TestPlugins.plan(CHAIN.replace(replaced, by));
        } catch (InvalidPipelineException e) {
            assertThat(e.mistakes())
                    .anySatisfy(mistake -> assertThat(mistake.toString()).contains(path, message));
            return;
        }
        throw new AssertionError("expected a mistake");
    }
}
