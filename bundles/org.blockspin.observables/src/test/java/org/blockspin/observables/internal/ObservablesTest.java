package org.blockspin.observables.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservablesTest {
    private static final NoParameters NONE = new NoParameters();
    private static final Lattice SQUARE = Systems.square(4);
    private static final Subject ISING = Systems.subject(Systems.ising(), SQUARE, 2);

    /** One row of up spins. */
    private static final Configurations STRIPE =
            Systems.configuration(SQUARE, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void magnetizationOfAStripe() {
        Measurement magnetization = new Magnetization().create(NONE, ISING);
        assertThat(Systems.quantities(magnetization, STRIPE))
                .containsExactly(
                        entry("abs_m", 0.5), entry("m2", 0.25), entry("m4", 0.0625), entry("binder", 1 - 1.0 / 3));
    }

    @Test
    void susceptibilityIsTheVarianceOverTheTemperature() {
        Measurement susceptibility = new Susceptibility().create(NONE, ISING);
        assertThat(Systems.quantities(susceptibility, new double[] {0.5, 0.375}))
                .containsExactly(entry("chi_sub", 16 * 0.125 / 2), entry("chi_full", 6.0));
    }

    @Test
    void specificHeatIsTheVarianceOverTheSquaredTemperature() {
        Measurement specificHeat = new SpecificHeat().create(NONE, ISING);
        assertThat(Systems.quantities(specificHeat, new double[] {-1.5, 2.5}))
                .containsExactly(entry("specific_heat", 16 * 0.25 / 4));
    }

    @Test
    void energyOfAStripe() {
        // 32 bonds, 8 of them broken
        assertThat(Systems.quantities(new Energy().create(NONE, ISING), STRIPE)).containsExactly(entry("energy", -1.0));
    }

    @Test
    void twoPointFunctionOfAStripe() {
        Measurement twoPoint = new TwoPoint().create(new TwoPoint.Parameters(List.of("1", "L/2")), ISING);
        // along rows always 1; along columns of one up and three down 0
        assertThat(Systems.quantities(twoPoint, STRIPE)).containsExactly(entry("G(1)", 0.5), entry("G(L/2)", 0.5));
    }

    /** 32^0.8 / 5 = 3.2, and 4^0.8 / 5 = 0.61: rounded to the nearest whole number. */
    @Test
    void distanceMayBeAPowerOfTheSize() {
        Lattice chain = Systems.hypercubic("chain", 32);
        Configurations batch = Systems.random(chain, 2, 9, RandomStreams.of(8, "power"));
        Measurement power = new TwoPoint()
                .create(new TwoPoint.Parameters(List.of("L^0.8/5", "3")), Systems.subject(ISING.model(), chain, 1));
        for (double[] row : Systems.rows(power, batch)) {
            assertThat(row[0]).isEqualTo(row[1]);
        }
        assertThat(Systems.quantities(
                        new TwoPoint().create(new TwoPoint.Parameters(List.of("L^0.8/5")), ISING), STRIPE))
                .containsExactly(entry("G(L^0.8/5)", 0.5));
        assertThatThrownBy(() -> new TwoPoint().create(new TwoPoint.Parameters(List.of("L^0.1/9")), ISING))
                .hasMessageContaining("a distance from 1 to 2");
    }

    @Test
    void blockSumsOfAStripe() {
        Measurement blockSums = new BlockSums().create(new BlockSums.Parameters(2), ISING);
        assertThat(Systems.quantities(blockSums, STRIPE))
                .containsExactly(
                        entry("block_sum(0)", 0.5),
                        entry("block_sum(1)", 0.0),
                        entry("block_sum(2)", 0.5),
                        entry("block_sum(3)", 0.0),
                        entry("block_sum(4)", 0.0));
    }

    @Test
    void energyIsTheSumOverBondsAndSites() {
        Model model = Systems.pottsWithField();
        for (Lattice lattice : List.of(Systems.honeycomb(3, 5), Systems.hypercubic("cubic", 3, 4, 5))) {
            Configurations batch = Systems.random(lattice, 3, 20, RandomStreams.of(8, lattice.kind()));
            double[][] rows = Systems.rows(new Energy().create(NONE, Systems.subject(model, lattice, 1)), batch);
            for (int c = 0; c < batch.count(); c++) {
                int[] states = batch.states(c);
                double[] energy = {0};
                lattice.forEachBond((i, j, type) -> energy[0] += model.bondEnergy(type, states[i], states[j]));
                for (int state : states) {
                    energy[0] += model.siteEnergies().get(state);
                }
                assertThat(rows[c][0]).isCloseTo(energy[0] / lattice.sites(), within(1e-12));
            }
        }
    }

    @Test
    void normOfAVectorOrderParameter() {
        Measurement magnetization =
                new Magnetization().create(NONE, Systems.subject(Systems.pottsWithField(), SQUARE, 1));
        int[] ordered = new int[16];
        Arrays.fill(ordered, 2);
        int[] halfAndHalf = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(Systems.quantities(magnetization, Systems.configuration(SQUARE, 2, ordered))
                        .get("abs_m"))
                .isCloseTo(1, within(1e-15));
        assertThat(Systems.quantities(magnetization, Systems.configuration(SQUARE, 2, halfAndHalf))
                        .get("abs_m"))
                .isCloseTo(0.5, within(1e-15));
    }

    @Test
    void sumOfTwoPointFunctionOnARingIsTheSquaredMagnetization() {
        Lattice ring = Systems.hypercubic("chain", 9);
        Subject subject = Systems.subject(Systems.pottsWithField(), ring, 1);
        Configurations batch = Systems.random(ring, 3, 30, RandomStreams.of(9, "ring"));
        double[][] g = Systems.rows(
                new TwoPoint().create(new TwoPoint.Parameters(List.of("1", "2", "3", "4")), subject), batch);
        double[][] m = Systems.rows(new Magnetization().create(NONE, subject), batch);
        for (int c = 0; c < batch.count(); c++) {
            double sum = 1 + 2 * (g[c][0] + g[c][1] + g[c][2] + g[c][3]);
            assertThat(m[c][1]).isCloseTo(sum / 9, within(1e-13));
        }
    }

    @Test
    void twoPointFunctionKeepsToOneSiteOfTheCell() {
        Lattice honeycomb = Systems.honeycomb(4, 4);
        Subject subject = Systems.subject(Systems.ising(), honeycomb, 1);
        int[] staggered = new int[32];
        for (int site = 0; site < 32; site++) {
            staggered[site] = site & 1;
        }
        Map<String, Double> values = Systems.quantities(
                new TwoPoint().create(new TwoPoint.Parameters(List.of("L/4")), subject),
                Systems.configuration(honeycomb, 1, staggered));
        assertThat(values).containsExactly(entry("G(L/4)", 1.0));
    }

    @Test
    void blockSumsCountEveryBlockOnce() {
        Lattice cubic = Systems.hypercubic("cubic", 4, 2, 6);
        Configurations batch = Systems.random(cubic, 2, 20, RandomStreams.of(10, "cubic"));
        double[][] rows = Systems.rows(
                new BlockSums().create(new BlockSums.Parameters(2), Systems.subject(Systems.ising(), cubic, 1)), batch);
        for (int c = 0; c < batch.count(); c++) {
            double blocks = 0;
            double up = 0;
            for (int sum = 0; sum <= 8; sum++) {
                blocks += rows[c][sum];
                up += 6 * sum * rows[c][sum];
            }
            assertThat(blocks).isCloseTo(1, within(1e-14));
            assertThat(up).isCloseTo(States.up(batch, c), within(1e-12));
        }
    }

    @Test
    void responseFunctionsNeedATemperature() {
        Subject cold = new Subject(Systems.ising(), SQUARE, OptionalDouble.empty());
        refused("", () -> new Susceptibility().create(NONE, cold));
        refused("", () -> new SpecificHeat().create(NONE, cold));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "L", "L/0", "L/1", "L/3", "3", "99999999999", "l/2", "", "half"})
    void invalidDistancesAreRefused(String distance) {
        refused("distances[1]", () -> new TwoPoint().create(new TwoPoint.Parameters(List.of("L/4", distance)), ISING));
    }

    @Test
    void fractionsNeedEqualExtents() {
        Subject oblong = Systems.subject(Systems.ising(), Systems.hypercubic("square", 4, 8), 2);
        refused("distances[0]", () -> new TwoPoint().create(new TwoPoint.Parameters(List.of("L/2")), oblong));
        refused("distances[0]", () -> new TwoPoint().create(new TwoPoint.Parameters(List.of("3")), oblong));
        assertThat(new TwoPoint()
                        .create(new TwoPoint.Parameters(List.of("2")), oblong)
                        .columns())
                .isEqualTo(1);
    }

    @Test
    void repeatedOrMissingDistancesAreRefused() {
        refused("distances", () -> new TwoPoint().create(new TwoPoint.Parameters(List.of("1", "1")), ISING));
        refused("distances", () -> new TwoPoint().create(new TwoPoint.Parameters(List.of()), ISING));
    }

    @Test
    void blockSumsRefuseWhatTheyCannotCount() {
        Subject oblong = Systems.subject(Systems.ising(), Systems.hypercubic("square", 4, 6), 2);
        refused("", () -> new BlockSums().create(new BlockSums.Parameters(4), oblong));
        refused("", () -> new BlockSums()
                .create(new BlockSums.Parameters(2), Systems.subject(Systems.pottsWithField(), SQUARE, 1)));
        refused("", () -> new BlockSums()
                .create(new BlockSums.Parameters(2), Systems.subject(Systems.ising(), Systems.honeycomb(4, 4), 1)));
    }

    @Test
    void modelWithoutEnergyForABondTypeIsRefused() {
        Lattice bond = new Lattice("chain", List.of(4), 1, List.of(new Lattice.Bond(0, 0, List.of(1), 1)));
        refused("", () -> new Energy().create(NONE, Systems.subject(Systems.ising(), bond, 1)));
    }

    private static void refused(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidParameterException.class, e -> assertThat(e.parameter())
                .isEqualTo(parameter));
    }
}
