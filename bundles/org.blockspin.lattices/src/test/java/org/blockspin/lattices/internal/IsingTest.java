package org.blockspin.lattices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.junit.jupiter.api.Test;

class IsingTest {
    private static final Lattice SQUARE = new Square().create(new Square.Parameters(List.of(3, 4)), NoContext.NONE);
    private static final Lattice CHAIN = new Chain().create(new Chain.Parameters(List.of(6)), NoContext.NONE);

    private static Model ising(Lattice lattice) {
        return new Ising().create(new NoParameters(), lattice);
    }

    private static double energy(Lattice lattice, int... states) {
        Model model = ising(lattice);
        double[] sum = {0};
        lattice.forEachBond((i, j, type) -> sum[0] += model.bondEnergy(type, states[i], states[j]));
        for (int state : states) {
            sum[0] += model.siteEnergies().get(state);
        }
        return sum[0];
    }

    @Test
    void alignedSpinsHaveOneUnitOfEnergyABond() {
        assertThat(energy(SQUARE, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(-24);
        assertThat(energy(SQUARE, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo(-24);
        assertThat(energy(CHAIN, 1, 1, 1, 1, 1, 1)).isEqualTo(-6);
    }

    @Test
    void oneFlippedSpinCostsEightOnTheSquareLatticeAndFourOnTheChain() {
        assertThat(energy(SQUARE, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1)).isEqualTo(-16);
        assertThat(energy(CHAIN, 0, 0, 1, 0, 0, 0)).isEqualTo(-2);
    }

    @Test
    void oneFlippedRowCostsTwoForEveryBondOfItsTwoWalls() {
        assertThat(energy(SQUARE, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1)).isEqualTo(-24 + 2 * 8);
    }

    @Test
    void alternatingChainIsTheHighestState() {
        assertThat(energy(CHAIN, 0, 1, 0, 1, 0, 1)).isEqualTo(6);
    }

    @Test
    void everyBondTypeHasTheSameCoupling() {
        Lattice twoTypes = new Lattice(
                "ladder", List.of(4), 1, List.of(new Bond(0, 0, List.of(1), 0), new Bond(0, 0, List.of(2), 1)));
        Model model = ising(twoTypes);
        assertThat(model.bondEnergies()).hasSize(2);
        assertThat(model.bondEnergies().get(1)).isEqualTo(model.bondEnergies().get(0));
        assertThat(model.isFerromagneticPotts()).isTrue();
    }

    @Test
    void spinsAreMinusAndPlusOne() {
        assertThat(ising(SQUARE).orderParameter()).containsExactly(List.of(-1.0), List.of(1.0));
    }

    @Test
    void criticalTemperatureOfTheSquareLatticeIsSelfDual() {
        double temperature =
                new IsingOnSquare().temperature(ising(SQUARE), SQUARE).orElseThrow();
        assertThat(temperature).isCloseTo(2.269185314213022, within(1e-15));
        assertThat(StrictMath.sinh(2 / temperature)).isCloseTo(1, within(1e-14));
    }

    @Test
    void nothingElseHasThatCriticalTemperature() {
        IsingOnSquare critical = new IsingOnSquare();
        assertThat(critical.temperature(ising(CHAIN), CHAIN)).isEmpty();
        Lattice crossed = new Lattice("square", List.of(4, 4), 1, List.of(new Bond(0, 0, List.of(1, 1), 0)));
        assertThat(critical.temperature(ising(crossed), crossed)).isEmpty();
        Model ising = ising(SQUARE);
        Model field = new Model("ising", 2, ising.bondEnergies(), List.of(0.5, -0.5), ising.orderParameter());
        assertThat(critical.temperature(field, SQUARE)).isEmpty();
    }
}
