package org.blockspin.resolvers.gibbs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.coarsegrainers.internal.Majority.Tie;
import org.blockspin.samplers.internal.Wolff;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Coarse-graining of a Boltzmann distribution and its exact inverse give the Boltzmann distribution back: simulated
 * configurations go through a rule and are resolved by a chain of the default length.
 */
class MonteCarloTest {
    private static final int BLOCKS = 24;
    private static final int COUNT = 256;
    private static final int SWEEPS = 8;

    /** Energy a site of the 16x16 Ising model on a torus at T_c (Kaufman 1949, Phys. Rev. 76, 1232). */
    private static final double KAUFMAN_ENERGY = -1.4530648528134769;
    /** Mean |m| there, and its error: Swendsen-Wang, 2,000,000 configurations. */
    private static final double MAGNETIZATION = 0.7137652;

    private static final double MAGNETIZATION_ERROR = 0.0003384;
    /** Share of blocks with two spins up; the same simulation. */
    private static final double TWO_UP = 0.0760981;

    private static final double TWO_UP_ERROR = 0.0000986;

    /** The mean over blocks of configurations, each from a stream of its own, and its standard error. */
    private record Estimated(double mean, double standardError) {
        static Estimated of(double[] ofBlocks) {
            double mean = Arrays.stream(ofBlocks).average().orElseThrow();
            double sum =
                    Arrays.stream(ofBlocks).map(x -> (x - mean) * (x - mean)).sum();
            return new Estimated(mean, Math.sqrt(sum / (ofBlocks.length * (ofBlocks.length - 1.0))));
        }

        void assertThatItIs(double exact, double exactError, double largestError) {
            double error = Math.hypot(standardError, exactError);
            assertThat(error).isLessThan(largestError);
            assertThat(Math.abs(mean - exact))
                    .as("deviation of %s from %s", mean, exact)
                    .isLessThanOrEqualTo(5 * error);
        }
    }

    @ParameterizedTest
    @EnumSource(Tie.class)
    void eightToSixteenAtCriticalityAgreesWithKaufman(Tie tie) {
        Lattice lattice = TestData.lattice(16, 16);
        Model model = TestData.ising(lattice);
        BlockRule rule = TestData.majority(lattice, 2, tie);
        List<Configurations> resolved = new ArrayList<>();
        for (Configurations simulated : simulate(model, lattice, TestData.CRITICAL)) {
            resolved.add(resolve(model, rule, TestData.CRITICAL, simulated, resolved.size()));
        }
        means(resolved, sigma -> TestData.energy(model, lattice, sigma) / sigma.length)
                .assertThatItIs(KAUFMAN_ENERGY, 0, 0.003);
        means(resolved, MonteCarloTest::absoluteMagnetization)
                .assertThatItIs(MAGNETIZATION, MAGNETIZATION_ERROR, 0.005);
        means(resolved, sigma -> shareOfBlocksWithTwoUp(rule, sigma)).assertThatItIs(TWO_UP, TWO_UP_ERROR, 0.0008);
    }

    /** 24 neighbours around a block of 256 states: drawn without a table. The difference is free of most of the noise. */
    @ParameterizedTest
    @ValueSource(doubles = {3.5, 4.5, 8})
    void cubesGiveTheirSimulatedEnergyBack(double temperature) {
        Lattice lattice = TestData.lattice(4, 4, 4);
        Model model = TestData.ising(lattice);
        BlockRule rule = TestData.majority(lattice, 2, Tie.UPPER_LEFT);
        double[] differences = new double[BLOCKS];
        List<Configurations> simulated = simulate(model, lattice, temperature);
        for (int block = 0; block < BLOCKS; block++) {
            Configurations resolved = resolve(model, rule, temperature, simulated.get(block), block);
            ToDoubleFunction<int[]> energy = sigma -> TestData.energy(model, lattice, sigma) / sigma.length;
            differences[block] = mean(resolved, energy) - mean(simulated.get(block), energy);
        }
        Estimated.of(differences).assertThatItIs(0, 0, 0.01);
    }

    private static List<Configurations> simulate(Model model, Lattice lattice, double temperature) {
        Sampler.Source source = new Wolff()
                .create(
                        new Wolff.Parameters(Optional.empty(), Optional.empty()),
                        new Sampler.Target(model, lattice, temperature));
        List<Configurations> simulated = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            Configurations configurations = new Configurations(lattice, 1, COUNT);
            source.fill(configurations, RandomStreams.of(block, "simulated"), Progress.none());
            simulated.add(configurations);
        }
        return simulated;
    }

    private static Configurations resolve(
            Model model, BlockRule rule, double temperature, Configurations fine, int block) {
        Configurations coarse = new Configurations(rule.coarse(), 1, fine.count());
        rule.apply(fine, coarse, RandomStreams.of(block, "coarse"));
        return TestData.resolve(
                TestData.resolver(SWEEPS, model, rule, temperature), coarse, RandomStreams.of(block, "resolved"));
    }

    private static Estimated means(List<Configurations> blocks, ToDoubleFunction<int[]> quantity) {
        return Estimated.of(
                blocks.stream().mapToDouble(block -> mean(block, quantity)).toArray());
    }

    private static double mean(Configurations block, ToDoubleFunction<int[]> quantity) {
        double sum = 0;
        for (int c = 0; c < block.count(); c++) {
            sum += quantity.applyAsDouble(block.states(c));
        }
        return sum / block.count();
    }

    private static double absoluteMagnetization(int[] sigma) {
        return Math.abs(2.0 * Arrays.stream(sigma).sum() / sigma.length - 1);
    }

    private static double shareOfBlocksWithTwoUp(BlockRule rule, int[] sigma) {
        int found = 0;
        for (int block = 0; block < rule.coarse().sites(); block++) {
            found += Arrays.stream(rule.block(block)).map(site -> sigma[site]).sum() == 2 ? 1 : 0;
        }
        return (double) found / rule.coarse().sites();
    }
}
