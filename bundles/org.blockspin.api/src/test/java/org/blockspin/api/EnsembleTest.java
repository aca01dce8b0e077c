package org.blockspin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ensembles of configurations that are there. */
class EnsembleTest {
    private static final Model TWO_STATES = new Model(
            "two-states",
            2,
            List.of(List.of(List.of(0.0, 1.0), List.of(1.0, 0.0))),
            List.of(0.0, 0.0),
            List.of(List.of(0.0), List.of(1.0)));

    @Test
    void blocksAreTheConfigurationsInTheirOrder() {
        Lattice chain = new Lattice("chain", List.of(5), 1, List.of(new Lattice.Bond(0, 0, List.of(1), 0)));
        Configurations all = new Configurations(chain, 1, 2 * Ensemble.BLOCK + 3);
        all.setState(0, 1, 1);
        all.setState(2 * Ensemble.BLOCK + 2, 4, 1);
        Ensemble ensemble = Ensemble.of(TWO_STATES, all);
        assertThat(ensemble.count()).isEqualTo(all.count());
        assertThat(ensemble.blocks()).isEqualTo(3);
        assertThat(ensemble.lattice()).isEqualTo(chain);
        assertThat(ensemble.model()).isEqualTo(TWO_STATES);
        assertThat(ensemble.block(0)).isEqualTo(all.slice(0, Ensemble.BLOCK));
        assertThat(ensemble.block(2)).isEqualTo(all.slice(2 * Ensemble.BLOCK, all.count()));
        assertThat(ensemble.block(2).state(2, 4)).isOne();
    }
}
