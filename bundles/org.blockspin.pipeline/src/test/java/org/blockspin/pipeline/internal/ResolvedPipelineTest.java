package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run records of its pipeline is a pipeline that determines the same. */
class ResolvedPipelineTest {
    private static final String CRITICAL = """
            {"format": 1, "name": "critical", "seed": -9007199254740993, "description": "q \\"\\u00e9\\n", "steps": {
              "picture": {"figure": {"kind": "row-count", "from": ["measured", "exponents"]}},
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": "critical", "sampler": {"kind": "wolff", "decorrelation": 3}, "configurations": 1100}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": {"kind": "majority", "tie": "random"}}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 3,
                "resolver": {"kind": "noisy-copy", "noise": 1e-1}}},
              "seeds": {"sample": {"like": "simulated", "configurations": 200, "keep": true}},
              "larger": {"super-resolve": {"from": "seeds", "with": "network", "times": 2, "engine": "table"}},
              "measured": {"observe": {"from": ["seeds", "larger"], "observables": ["magnetization", "susceptibility",
                {"kind": "two-point", "distances": [1, "L/4", "L/2"]}]}},
              "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}}}}
            """;

    private static final String SWEPT = """
            {"format": 1, "name": "swept", "steps": {
              "hot": {"sample": {"like": "cold", "temperature": {"linspace": [2.1, 3.7, 7]}}},
              "cold": {"sample": {"lattice": {"kind": "chain", "size": [16]}, "model": "ising",
                "temperature": [0.3, 1, 1.1], "sampler": "exact-chain", "configurations": 50}},
              "decimated": {"coarse-grain": {"from": "hot", "rule": {"kind": "majority", "block": 4}}},
              "measured": {"observe": {"from": ["cold", "hot", "decimated"], "observables": ["energy"]}}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {CRITICAL, SWEPT})
    void resolvedPipelineHasTheSameIdentities(String text) throws InvalidPipelineException {
        PlannedPipeline first = TestPlugins.plan(text);
        PlannedPipeline again = TestPlugins.plan(first.resolved());
        assertThat(identities(again)).isEqualTo(identities(first)).hasSizeGreaterThan(7);
        assertThat(again.written()).isEqualTo(first.written());
        assertThat(again.seed()).isEqualTo(first.seed());
        assertThat(again.name()).isEqualTo(first.name());
        assertThat(again.resolved()).isEqualTo(first.resolved());
    }

    private static List<String> identities(PlannedPipeline plan) {
        return plan.steps().stream()
                .flatMap(step -> step.family().members().stream())
                .map(member -> member.identity().json())
                .toList();
    }
}
