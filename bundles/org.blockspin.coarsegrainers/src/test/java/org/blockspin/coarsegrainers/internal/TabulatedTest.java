package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.TemperatureMap.Mapping;
import org.blockspin.api.TemperatureMap.Step;
import org.junit.jupiter.api.Test;

class TabulatedTest {
    private static Mapping map(List<Double> temperatures, List<Double> coarse) {
        Step step = new Step(
                Spins.potts(2, 2),
                new Decimation()
                        .create(new Decimation.Parameters(2), new Fine(Spins.potts(2, 2), Spins.lattice("chain", 16))));
        return new Tabulated().create(new Tabulated.Parameters(temperatures, coarse), step);
    }

    @Test
    void linesJoinThePairsInBothDirections() {
        Mapping map = map(List.of(1.0, 2.0, 4.0), List.of(0.5, 2.0, 9.0));
        assertThat(map.coarseGrained(1)).isEqualTo(0.5);
        assertThat(map.coarseGrained(1.5)).isEqualTo(1.25);
        assertThat(map.coarseGrained(4)).isEqualTo(9);
        for (double temperature : new double[] {1, 1.3, 2, 2.2, 3.9, 4}) {
            assertThat(map.superResolved(map.coarseGrained(temperature))).isCloseTo(temperature, within(1e-12));
        }
    }

    @Test
    void nothingIsClaimedBeyondTheEnds() {
        Mapping map = map(List.of(1.0, 2.0), List.of(0.5, 2.5));
        assertThatThrownBy(() -> map.coarseGrained(2.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the map is known from 1.0 to 2.0");
        assertThatThrownBy(() -> map.superResolved(0.4)).hasMessage("the map is known from 0.5 to 2.5");
    }

    @Test
    void pairsThatMakeNoMapAreRefused() {
        assertThatThrownBy(() -> map(List.of(1.0, 1.0), List.of(1.0, 2.0)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("temperatures[1]: expected more than 1.0");
        assertThatThrownBy(() -> map(List.of(1.0, 2.0), List.of(2.0, 1.0))).hasMessageContaining("coarseGrained[1]");
        assertThatThrownBy(() -> map(List.of(1.0), List.of(1.0))).hasMessageContaining("two or more");
        assertThatThrownBy(() -> map(List.of(1.0, 2.0), List.of(1.0))).hasMessageContaining("as many of both");
    }
}
