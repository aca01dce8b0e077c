package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Sampler;
import org.junit.jupiter.api.Test;

/** Mistakes are found while planning. */
class CreateTest {
    private static final Sampler.Target CHAIN = Sampled.isingOnChain(8, 1);

    private static Model twoStates(double equal, double unequal, double field) {
        return new Model(
                "two",
                2,
                List.of(List.of(List.of(equal, unequal), List.of(unequal, equal))),
                List.of(-field, field),
                List.of(List.of(-1.0), List.of(1.0)));
    }

    private static Sampler.Target onChain(Model model) {
        return new Sampler.Target(model, CHAIN.lattice(), 1);
    }

    @Test
    void wolffRefusesAntiferromagnetsAndFields() {
        assertThatThrownBy(() -> Sampled.wolff(onChain(twoStates(1, -1, 0))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("a model whose bonds favour equal states")
                .hasMessageContaining("found two");
        assertThatThrownBy(() -> Sampled.wolff(onChain(twoStates(-1, 1, 0.1))))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void exactChainRefusesAntiferromagnetsAndOtherLattices() {
        assertThatThrownBy(() -> Sampled.exactChain(onChain(twoStates(1, -1, 0))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("two states");
        assertThatThrownBy(() -> Sampled.exactChain(Sampled.isingOnSquare(4, 1)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("found square");
        Lattice further = new Lattice("chain", List.of(8), 1, List.of(new Bond(0, 0, List.of(2), 0)));
        assertThatThrownBy(() -> Sampled.exactChain(Sampled.ising(further, 1)))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void temperatureMustBePositive() {
        for (double temperature : new double[] {0, -1, Double.NaN}) {
            Sampler.Target target = Sampled.isingOnChain(8, temperature);
            assertThatThrownBy(() -> Sampled.wolff(target)).isInstanceOf(InvalidParameterException.class);
            assertThatThrownBy(() -> Sampled.metropolis(target)).isInstanceOf(InvalidParameterException.class);
            assertThatThrownBy(() -> Sampled.exactChain(target)).isInstanceOf(InvalidParameterException.class);
        }
    }

    @Test
    void modelMustKnowEveryBondType() {
        Model noBonds = new Model("free", 2, List.of(), List.of(0.0, 0.0), List.of(List.of(-1.0), List.of(1.0)));
        assertThatThrownBy(() -> Sampled.metropolis(onChain(noBonds)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("1 bond types");
        assertThatThrownBy(() -> Sampled.wolff(onChain(noBonds))).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> Sampled.exactChain(onChain(noBonds))).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void lengthsMustBePositive() {
        assertThatThrownBy(() -> Sampled.metropolis(CHAIN, 0, 1))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("equilibration:");
        assertThatThrownBy(() -> new Wolff().create(new Wolff.Parameters(Optional.empty(), Optional.of(0)), CHAIN))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("decorrelation:");
    }
}
