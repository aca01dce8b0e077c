package org.blockspin.samplers.internal.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Sampler;
import org.blockspin.lattices.internal.Chain;
import org.blockspin.lattices.internal.Ising;
import org.blockspin.lattices.internal.Square;
import org.junit.jupiter.api.Test;

/** What is an Ising model on a square lattice, and what is not. */
class IsingSquareTest {
    @Test
    void squareLatticesOfEvenExtentsAre() {
        IsingSquare ising = IsingSquare.of(target(square(6, 10), 2.5)).orElseThrow();
        assertThat(ising).isEqualTo(new IsingSquare(new Grid(6, 10), 0.4, false));
    }

    @Test
    void oddExtentsNarrowLatticesAndChainsAreNot() {
        assertThat(IsingSquare.of(target(square(5, 6), 2.5))).isEmpty();
        assertThat(IsingSquare.of(target(square(2, 6), 2.5))).isEmpty();
        assertThat(IsingSquare.of(target(new Chain().create(new Chain.Parameters(List.of(8)), NoContext.NONE), 2.5)))
                .isEmpty();
    }

    @Test
    void antiferromagnetIsStaggered() {
        Model model = twoStates(List.of(List.of(1.0, -1.0), List.of(-1.0, 1.0)), List.of(0.0, 0.0));
        IsingSquare ising =
                IsingSquare.of(new Sampler.Target(model, square(4, 4), 2.0)).orElseThrow();
        assertThat(ising).isEqualTo(new IsingSquare(new Grid(4, 4), 0.5, true));
    }

    @Test
    void fieldsAndUnequalStatesAreNot() {
        Model field = twoStates(List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0)), List.of(0.1, -0.1));
        Model latticeGas = twoStates(List.of(List.of(0.0, 0.0), List.of(0.0, -1.0)), List.of(0.0, 0.0));
        assertThat(IsingSquare.of(new Sampler.Target(field, square(4, 4), 2.0))).isEmpty();
        assertThat(IsingSquare.of(new Sampler.Target(latticeGas, square(4, 4), 2.0)))
                .isEmpty();
    }

    private static Model twoStates(List<List<Double>> bond, List<Double> site) {
        return new Model("two-states", 2, List.of(bond), site, List.of(List.of(-1.0), List.of(1.0)));
    }

    private static Lattice square(int rows, int columns) {
        return new Square().create(new Square.Parameters(List.of(rows, columns)), NoContext.NONE);
    }

    private static Sampler.Target target(Lattice lattice, double temperature) {
        return new Sampler.Target(new Ising().create(new NoParameters(), lattice), lattice, temperature);
    }
}
