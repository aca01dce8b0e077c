package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.TemperatureMap.Mapping;
import org.blockspin.api.TemperatureMap.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogCoshTest {
    private static final Step STEP = new Step(
            Spins.potts(2, 2),
            new Decimation()
                    .create(new Decimation.Parameters(2), new Fine(Spins.potts(2, 2), Spins.lattice("chain", 16))));

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 2.2691853, 4.538, 100})
    void formulaAndItsInverse(double temperature) {
        Mapping map = new LogCosh().create(new LogCosh.Parameters(1.7, 2.3), STEP);
        double mapped = map.coarseGrained(temperature);
        if (temperature >= 0.5) {
            assertThat(mapped).isCloseTo(1.7 / Math.log(Math.cosh(2.3 / temperature)), Percentage.withPercentage(1e-9));
        }
        assertThat(map.superResolved(mapped)).isCloseTo(temperature, Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 3.5})
    void twoAndTwoAreTheDecimationOfTheChain(double temperature) {
        assertThat(new LogCosh().create(new LogCosh.Parameters(2, 2), STEP).coarseGrained(temperature))
                .isEqualTo(
                        new DecimationChain().create(new NoParameters(), STEP).coarseGrained(temperature));
    }
}
