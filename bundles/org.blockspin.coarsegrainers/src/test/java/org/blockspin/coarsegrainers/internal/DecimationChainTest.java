package org.blockspin.coarsegrainers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.TemperatureMap.Mapping;
import org.blockspin.api.TemperatureMap.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimationChainTest {
    private static final Lattice CHAIN = Spins.lattice("chain", 16);
    private static final Model ISING = Spins.potts(2, 2);

    private static BlockRule decimation(Lattice lattice, int b) {
        return new Decimation().create(new Decimation.Parameters(b), new Fine(ISING, lattice));
    }

    private static Mapping map(Model model, BlockRule rule) {
        return new DecimationChain().create(new NoParameters(), new Step(model, rule));
    }

    private static Mapping ising() {
        return map(ISING, decimation(CHAIN, 2));
    }

    /** Reference values of Eq. 5 and its inverse, from code independent of this project. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.6047433237666338, 0.42616088262560753",
        "1.0, 1.5094308324930803, 0.7438991443869061",
        "1.5, 2.827406902356399, 0.9956992166469565",
        "2.0, 4.610623290505815, 1.2066696583961072",
        "2.5, 6.878677591225665, 1.3904759664773327",
        "3.0, 9.63938988534169, 1.5549170875187202",
        "3.5, 12.89620207562815, 1.7047913651734716"
    })
    void agreesWithReference(double temperature, double coarseGrained, double superResolved) {
        assertThat(ising().coarseGrained(temperature)).isCloseTo(coarseGrained, Percentage.withPercentage(1e-11));
        assertThat(ising().superResolved(temperature)).isCloseTo(superResolved, Percentage.withPercentage(1e-11));
    }

    /** On the ring, tanh K~ = tanh^2 K: another form of Eq. 5. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 1, 1.9, 2.1, 5, 50, 1e4})
    void couplingObeysTanhForm(double temperature) {
        double tanh = Math.tanh(1 / temperature);
        assertThat(Math.tanh(1 / ising().coarseGrained(temperature)))
                .isCloseTo(tanh * tanh, Percentage.withPercentage(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.3, 1, 2, 2.5, 10, 1e3, 1e6})
    void inverseUndoesTheMap(double temperature) {
        Mapping map = ising();
        assertThat(map.superResolved(map.coarseGrained(temperature)))
                .isCloseTo(temperature, Percentage.withPercentage(1e-10));
        assertThat(map.coarseGrained(map.superResolved(temperature)))
                .isCloseTo(temperature, Percentage.withPercentage(1e-10));
    }

    @Test
    void lowestTemperatureOfThePaperDoesNotOverflow() {
        // K = 100: K~ = K - (ln 2) / 2 up to e^-400
        assertThat(ising().coarseGrained(0.01)).isCloseTo(1 / (100 - Math.log(2) / 2), within(1e-17));
        assertThat(ising().superResolved(0.01)).isCloseTo(1 / (100 + Math.log(2) / 2), within(1e-17));
        assertThat(ising().coarseGrained(1e-6)).isCloseTo(1 / (1e6 - Math.log(2) / 2), within(1e-21));
    }

    @Test
    void highTemperatureIsSquared() {
        // K~ = K^2 - K^4 / 3 * 2 + ...
        assertThat(ising().coarseGrained(1e6)).isCloseTo(1e12, Percentage.withPercentage(1e-9));
        assertThat(ising().superResolved(1e12)).isCloseTo(1e6, Percentage.withPercentage(1e-4));
    }

    @Test
    void temperatureIsInUnitsOfTheCoupling() {
        Mapping doubled = map(Spins.potts(2, 4), decimation(CHAIN, 2));
        assertThat(doubled.coarseGrained(2)).isCloseTo(2 * ising().coarseGrained(1), within(1e-14));
        assertThat(doubled.superResolved(2)).isCloseTo(2 * ising().superResolved(1), within(1e-14));
    }

    @Test
    void anythingElseIsRefused() {
        Lattice square = Spins.lattice("square", 8, 8);
        BlockRule random =
                new Majority().create(new Majority.Parameters(2, Majority.Tie.RANDOM), new Fine(ISING, CHAIN));
        refused(ISING, decimation(square, 2));
        refused(ISING, decimation(CHAIN, 4));
        refused(ISING, random);
        refused(Spins.potts(3, 1), decimation(CHAIN, 2));
        refused(Spins.potts(2, -2), decimation(CHAIN, 2));
    }

    private static void refused(Model model, BlockRule rule) {
        assertThatThrownBy(() -> map(model, rule)).isInstanceOf(InvalidParameterException.class);
    }
}
