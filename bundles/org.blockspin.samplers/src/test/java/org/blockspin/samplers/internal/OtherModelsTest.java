package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;

/** Models of more states and lattices of more sites a cell, against enumeration of all states. */
class OtherModelsTest {
    private static final Lattice SQUARE = new Lattice(
            "square", List.of(2, 3), 1, List.of(new Bond(0, 0, List.of(1, 0), 0), new Bond(0, 0, List.of(0, 1), 0)));

    /** Two sites a cell, two types of bonds, and along the axis of extent 1 a bond of a site with itself. */
    private static final Lattice LADDER = new Lattice(
            "ladder",
            List.of(3, 1),
            2,
            List.of(
                    new Bond(0, 1, List.of(0, 0), 0),
                    new Bond(1, 0, List.of(1, 0), 1),
                    new Bond(1, 1, List.of(1, 0), 0),
                    new Bond(0, 0, List.of(0, 1), 1)));

    private static List<List<Double>> potts(double coupling) {
        return List.of(List.of(-coupling, 0.0, 0.0), List.of(0.0, -coupling, 0.0), List.of(0.0, 0.0, -coupling));
    }

    private static final Model POTTS = new Model(
            "potts",
            3,
            List.of(potts(1), potts(0.4)),
            List.of(0.0, 0.0, 0.0),
            List.of(List.of(1.0, 0.0), List.of(-0.5, Math.sqrt(0.75)), List.of(-0.5, -Math.sqrt(0.75))));

    /** Everything differs: no symmetry between states, nor between both ends of a bond. */
    private static final Model CROOKED = new Model(
            "crooked",
            3,
            List.of(
                    List.of(List.of(-0.3, 0.5, 0.1), List.of(-0.9, 0.2, 0.4), List.of(0.0, -0.6, 0.7)),
                    List.of(List.of(0.8, -0.2, 0.3), List.of(0.1, -0.7, 0.6), List.of(-0.4, 0.9, -0.1))),
            List.of(0.25, -0.35, 0.0),
            List.of(List.of(-1.0), List.of(0.0), List.of(1.0)));

    @Test
    void swendsenWangSamplesPottsModels() {
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, SQUARE, 1.1), Sampled::swendsenWang);
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, LADDER, 0.7), Sampled::swendsenWang);
    }

    @Test
    void wolffSamplesPottsModels() {
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, SQUARE, 1.1), Sampled::wolff);
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, LADDER, 0.7), Sampled::wolff);
    }

    @Test
    void metropolisSamplesPottsModels() {
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, SQUARE, 1.1), Sampled::metropolis);
        assertAgreesWithEnumeration(new Sampler.Target(POTTS, LADDER, 0.7), Sampled::metropolis);
    }

    @Test
    void metropolisSamplesModelsWithoutAnySymmetry() {
        assertAgreesWithEnumeration(new Sampler.Target(CROOKED, SQUARE, 0.8), Sampled::metropolis);
        assertAgreesWithEnumeration(new Sampler.Target(CROOKED, LADDER, 1.3), Sampled::metropolis);
    }

    @Test
    void tablesDoNotChangeABit() {
        Sampler.Target target = new Sampler.Target(CROOKED, LADDER, 1.3);
        assertThat(block(target, 0)).isEqualTo(block(target, MetropolisChain.LARGEST_TABLE));
    }

    private static Configurations block(Sampler.Target target, int largestTable) {
        Configurations out = new Configurations(target.lattice(), target.model().planes(), 100);
        BlockFiller filler = new BlockFiller(
                target, Optional.empty(), Optional.empty(), () -> new MetropolisChain(target, largestTable));
        filler.fill(out, RandomStreams.of(1, "tables"), Progress.none());
        return out;
    }

    private static void assertAgreesWithEnumeration(
            Sampler.Target target, Function<Sampler.Target, Sampler.Source> sampler) {
        double[] exact = enumerate(target);
        Sampled sampled = new Sampled(sampler.apply(target), target, 80, 512, states -> row(target, states));
        for (int column = 0; column < exact.length; column++) {
            sampled.assertThatColumnIs(column, exact[column], 0.02);
        }
    }

    /** Energy, its square, absolute order parameter, and for every site whether it is in state 0 and like site 0. */
    private static double[] row(Sampler.Target target, int[] states) {
        int n = states.length;
        double[] row = new double[3 + 2 * n];
        double energy = Sampled.energy(target, states);
        row[0] = energy;
        row[1] = energy * energy;
        row[2] = absOrderParameter(target.model(), states);
        for (int i = 0; i < n; i++) {
            row[3 + i] = states[i] == 0 ? 1 : 0;
            row[3 + n + i] = states[i] == states[0] && i > 0 ? 1 : 0;
        }
        row[3 + n] = states[n - 1] == 1 ? 1 : 0;
        return row;
    }

    private static double absOrderParameter(Model model, int[] states) {
        double square = 0;
        for (int d = 0; d < model.orderParameterDimensions(); d++) {
            double component = 0;
            for (int state : states) {
                component += model.orderParameter().get(state).get(d) / states.length;
            }
            square += component * component;
        }
        return Math.sqrt(square);
    }

    private static double[] enumerate(Sampler.Target target) {
        int n = target.lattice().sites();
        int[] states = new int[n];
        double[] sums = new double[row(target, states).length];
        double partition = 0;
        for (int code = 0; code < Math.round(Math.pow(3, n)); code++) {
            int rest = code;
            for (int i = 0; i < n; i++) {
                states[i] = rest % 3;
                rest /= 3;
            }
            double[] row = row(target, states);
            double weight = Math.exp(-n * row[0] / target.temperature());
            partition += weight;
            for (int column = 0; column < row.length; column++) {
                sums[column] += weight * row[column];
            }
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] /= partition;
        }
        return sums;
    }

    @Test
    void spinSystemMeasuresWhatItsDefinitionSays() {
        for (Lattice lattice : List.of(SQUARE, LADDER)) {
            Sampler.Target target = new Sampler.Target(CROOKED, lattice, 1);
            SpinSystem spins = new SpinSystem(CROOKED, lattice);
            int[] states = {2, 0, 1, 1, 2, 2};
            System.arraycopy(states, 0, spins.states(), 0, 6);
            assertThat(spins.energy()).isCloseTo(Sampled.energy(target, states), within(1e-14));
            assertThat(spins.absOrderParameter()).isCloseTo(absOrderParameter(CROOKED, states), within(1e-14));
            Configurations out = new Configurations(lattice, 2, 3);
            spins.write(out, 1);
            assertThat(out.states(0)).containsOnly(0);
            assertThat(out.states(1)).containsExactly(states);
            assertThat(out.states(2)).containsOnly(0);
        }
    }
}
