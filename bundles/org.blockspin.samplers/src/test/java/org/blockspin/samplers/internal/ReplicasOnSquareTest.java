package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.lattices.internal.Square;
import org.blockspin.samplers.internal.replicas.ReplicaSource;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas side by side against enumeration and Kaufman's solution of finite lattices, and against each other. */
@Execution(ExecutionMode.CONCURRENT)
class ReplicasOnSquareTest {
    private static final int BLOCK = 512;

    /** What an energy a site may be off by: five of these. */
    private static final double ERROR = 2e-4;

    /** The same where many sweeps are needed. */
    private static final double ERROR_OF_STRIPS = 5e-4;

    static List<Arguments> torus() {
        return Sampled.exact("ising-torus-kaufman.csv");
    }

    /** Where 10^2 to 10^3 sweeps are enough. */
    static List<Arguments> smallTorus() {
        return torus().stream()
                .filter(line -> {
                    double[] exact = (double[]) line.get()[0];
                    return exact[0] == exact[1] && (exact[0] == 16 || (exact[0] == 32 && exact[2] != 2));
                })
                .toList();
    }

    /** More than twice as long as wide, and warm enough to have been measured. */
    static List<Arguments> strips() {
        return torus().stream()
                .filter(line -> {
                    double[] exact = (double[]) line.get()[0];
                    double width = Math.min(exact[0], exact[1]);
                    return Math.max(exact[0], exact[1]) > 2 * width && width <= 8 && (width == 4 || exact[2] > 2);
                })
                .toList();
    }

    static List<Arguments> enumerated() {
        return Sampled.exact("ising-square-4.csv");
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void clusterAgreesWithEnumeration(double[] exact) {
        assertMomentsAreExact(cluster(Sampled.isingOnSquare(4, exact[0])), exact);
    }

    @ParameterizedTest
    @MethodSource("enumerated")
    void metropolisAgreesWithEnumeration(double[] exact) {
        assertMomentsAreExact(Sampled.metropolis(Sampled.isingOnSquare(4, exact[0])), exact);
    }

    private static void assertMomentsAreExact(Sampler.Source source, double[] exact) {
        Sampler.Target target = Sampled.isingOnSquare(4, exact[0]);
        Sampled sampled = new Sampled(source, target, 100, BLOCK, states -> {
            double m = Sampled.magnetization(states);
            return new double[] {
                Sampled.energy(target, states),
                Math.abs(m),
                m * m,
                m * m * m * m,
                Sampled.twoPoint(target.lattice(), states, 1),
                Sampled.twoPoint(target.lattice(), states, 2),
                m
            };
        });
        for (int column = 0; column < 6; column++) {
            sampled.assertThatColumnIs(column, exact[column + 1], 0.004);
        }
        sampled.assertThatColumnIs(6, 0, 0.005);
    }

    @ParameterizedTest
    @MethodSource("torus")
    void clusterAgreesWithKaufman(double[] exact) {
        assertThermodynamicsIsExact(cluster(target(exact)), exact, ERROR);
    }

    @ParameterizedTest
    @MethodSource("smallTorus")
    void metropolisAgreesWithKaufman(double[] exact) {
        assertThermodynamicsIsExact(Sampled.metropolis(target(exact)), exact, ERROR);
    }

    @ParameterizedTest
    @MethodSource("strips")
    void metropolisAgreesWithKaufmanOnStrips(double[] exact) {
        Sampler.Source source = Sampled.metropolis(target(exact));
        assertThat(source).isInstanceOf(ReplicaSource.class);
        assertThermodynamicsIsExact(source, exact, ERROR_OF_STRIPS);
    }

    @Test
    void metropolisIsOneChainWhereAStripIsTooColdForTheTable() {
        Sampler.Target cold = Sampled.ising(square(4, 64), 1.5);
        assertThat(Sampled.metropolis(cold)).isInstanceOf(BlockFiller.class);
    }

    /** Rows, columns, temperature, energy, specific heat; as many blocks as make the error small enough. */
    private static void assertThermodynamicsIsExact(Sampler.Source source, double[] exact, double error) {
        double variance = exact[4] * exact[2] * exact[2] / (exact[0] * exact[1]);
        int blocks = (int) Math.max(40, Math.ceil(variance / (error * error) / BLOCK));
        double[][] energies = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> energies(source, target(exact), block))
                .toArray(double[][]::new);
        double[] all = Arrays.stream(energies).flatMapToDouble(Arrays::stream).toArray();
        assertMeanIs(exact[3], Math.sqrt(variance / all.length), error, all);
        // A single spin against all others is 8 / N off: where there are few of them, their number is Poisson.
        double flip = 8 / (exact[0] * exact[1]);
        assertMeanIs(
                variance,
                Math.sqrt(variance * (flip * flip + 2 * variance) / all.length),
                error,
                Arrays.stream(all).map(e -> (e - exact[3]) * (e - exact[3])).toArray());
        assertThatBlocksAreAsFarApartAsIndependentConfigurations(energies, exact[3], variance, flip);
    }

    /** Against the standard error that the exact variance gives, or that of the sample itself where it is more. */
    private static void assertMeanIs(double exact, double standardError, double error, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double scatter = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        double largest = Math.max(standardError, Math.sqrt(scatter / values.length));
        assertThat(largest).isLessThan(2 * error);
        assertThat(Math.abs(mean - exact))
                .as("deviation of %s from %s", mean, exact)
                .isLessThanOrEqualTo(5 * largest);
    }

    /** Replicas that know of each other would move the mean of their block further than chance does. */
    private static void assertThatBlocksAreAsFarApartAsIndependentConfigurations(
            double[][] energies, double exact, double variance, double flip) {
        double chiSquared = Arrays.stream(energies)
                .mapToDouble(block -> Arrays.stream(block).average().orElseThrow() - exact)
                .map(deviation -> deviation * deviation * BLOCK / variance)
                .sum();
        assertThat(chiSquared / energies.length)
                .isLessThan(1 + 5 * Math.sqrt((2 + flip * flip / (variance * BLOCK)) / energies.length));
    }

    private static double[] energies(Sampler.Source source, Sampler.Target target, int block) {
        int columns = target.lattice().cells().get(1);
        return each(block(source, target, block), states -> energy(states, columns));
    }

    private static Configurations block(Sampler.Source source, Sampler.Target target, int block) {
        Configurations out = new Configurations(target.lattice(), 1, BLOCK);
        source.fill(out, RandomStreams.of(block, "kaufman"), Progress.none());
        return out;
    }

    private static double[] each(Configurations out, ToDoubleFunction<int[]> value) {
        double[] values = new double[out.count()];
        for (int c = 0; c < values.length; c++) {
            values[c] = value.applyAsDouble(out.states(c));
        }
        return values;
    }

    /** Energy a site on a torus, J = 1. */
    private static double energy(int[] states, int columns) {
        int unequal = 0;
        for (int row = 0; row < states.length; row += columns) {
            int below = row + columns == states.length ? 0 : row + columns;
            int last = states[row + columns - 1];
            for (int column = 0; column < columns; column++) {
                int state = states[row + column];
                unequal += (state ^ last) + (state ^ states[below + column]);
                last = state;
            }
        }
        return -2 + 2.0 * unequal / states.length;
    }

    /**
     * Over many blocks: replicas of one word, which share the places of their bits in all random words but those
     * themselves, and replicas of different words are uncorrelated, in energy and in the modulus of the magnetization.
     */
    @ParameterizedTest
    @ValueSource(strings = {"cluster", "metropolis"})
    void replicasAreUncorrelated(String kind) {
        Sampler.Target target = Sampled.isingOnSquare(8, Sampled.CRITICAL);
        Sampler.Source source = kind.equals("cluster") ? cluster(target) : Sampled.metropolis(target);
        double[][] energies = new double[400][];
        double[][] moduli = new double[energies.length][];
        for (int block = 0; block < energies.length; block++) {
            Configurations out = block(source, target, block);
            energies[block] = each(out, states -> energy(states, 8));
            moduli[block] = each(out, states -> Math.abs(Sampled.magnetization(states)));
        }
        assertUncorrelated("energy", energies);
        assertUncorrelated("modulus", moduli);
    }

    private static void assertUncorrelated(String quantity, double[][] values) {
        double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance =
                Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        for (int distance : new int[] {1, 2, 8, 32, 63, 64, 128, 256, 448}) {
            double sum = 0;
            int pairs = 0;
            for (double[] block : values) {
                for (int replica = 0; replica + distance < BLOCK; replica++, pairs++) {
                    sum += (block[replica] - mean) * (block[replica + distance] - mean);
                }
            }
            assertThat(Math.abs(sum / pairs / variance))
                    .as("correlation of the %s of replicas %d apart", quantity, distance)
                    .isLessThan(5 / Math.sqrt(pairs));
        }
    }

    /** Words of 64 replicas scatter about their common mean as 64 independent configurations do. */
    @Test
    void wordsScatterAsIndependentConfigurationsDo() {
        Sampler.Target target = Sampled.isingOnSquare(8, Sampled.CRITICAL);
        Sampler.Source source = cluster(target);
        int words = 400 * BLOCK / Long.SIZE;
        double[] all = IntStream.range(0, 400)
                .mapToObj(block -> energies(source, target, 1000 + block))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double mean = Arrays.stream(all).average().orElseThrow();
        double variance =
                Arrays.stream(all).map(e -> (e - mean) * (e - mean)).average().orElseThrow();
        double scatter = 0;
        for (int word = 0; word < words; word++) {
            double ofWord = Arrays.stream(all, word * Long.SIZE, (word + 1) * Long.SIZE)
                    .average()
                    .orElseThrow();
            scatter += (ofWord - mean) * (ofWord - mean) / words;
        }
        assertThat(scatter * Long.SIZE / variance)
                .isBetween(1 - 5 * Math.sqrt(2.0 / words), 1 + 5 * Math.sqrt(2.0 / words));
    }

    @ParameterizedTest
    @CsvSource({"cluster, 1e-300", "cluster, 0.01", "cluster, 0.2", "metropolis, 1e-300", "metropolis, 0.2"})
    void coldLatticesAreAllUpOrAllDownEquallyOften(String kind, double temperature) {
        Sampler.Target target = Sampled.isingOnSquare(10, temperature);
        Configurations out = new Configurations(target.lattice(), 1, 4 * BLOCK);
        Sampler.Source source = kind.equals("cluster") ? cluster(target) : Sampled.metropolis(target);
        source.fill(out, RandomStreams.of(7, "cold"), Progress.none());
        int up = 0;
        for (int c = 0; c < out.count(); c++) {
            int sum = Arrays.stream(out.states(c)).sum();
            assertThat(sum).isIn(0, 100);
            up += sum / 100;
        }
        assertThat(Math.abs(up - 2 * BLOCK)).isLessThan((int) (5 * Math.sqrt(BLOCK)));
    }

    /** e = -2 / T to first order, and no two neighbours know more than that of each other. */
    @ParameterizedTest
    @CsvSource({"cluster, Infinity", "cluster, 1e9", "cluster, 1e4", "metropolis, Infinity", "metropolis, 1e4"})
    void hotLatticesAreRandom(String kind, double temperature) {
        Sampler.Target target = Sampled.isingOnSquare(16, temperature);
        Sampler.Source source = kind.equals("cluster") ? cluster(target) : Sampled.metropolis(target);
        double[] energies = IntStream.range(0, 200)
                .mapToObj(block -> energies(source, target, block))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertMeanIs(-2 / temperature, Math.sqrt(2.0 / 256 / energies.length), ERROR, energies);
    }

    @Test
    void antiferromagnetHasTheEnergiesOfAFerromagnet() {
        Lattice lattice = square(4, 4);
        Model model = new Model(
                "antiferromagnet",
                2,
                List.of(List.of(List.of(1.0, -1.0), List.of(-1.0, 1.0))),
                List.of(0.0, 0.0),
                List.of(List.of(-1.0), List.of(1.0)));
        double[] exact = (double[]) enumerated().get(1).get()[0];
        Sampler.Target target = new Sampler.Target(model, lattice, exact[0]);
        Sampled sampled = new Sampled(
                cluster(target), target, 50, BLOCK, states -> new double[] {Sampled.energy(target, states)});
        sampled.assertThatColumnIs(0, exact[1], 0.004);
    }

    /** Blocks of any count, the last replicas left out, are the beginning of whole ones. */
    @Test
    void partsOfABlockAreItsBeginning() {
        Sampler.Target target = Sampled.isingOnSquare(6, 2.5);
        Configurations whole = new Configurations(target.lattice(), 1, BLOCK);
        Configurations part = new Configurations(target.lattice(), 1, 70);
        cluster(target).fill(whole, RandomStreams.of(3, "block"), Progress.none());
        cluster(target).fill(part, RandomStreams.of(3, "block"), Progress.none());
        for (int c = 0; c < part.count(); c++) {
            assertThat(part.states(c)).isEqualTo(whole.states(c));
        }
    }

    @Test
    void otherLatticesAreRefusedInOneSentence() {
        Sampler.Target odd = Sampled.ising(square(5, 6), 2);
        assertThatThrownBy(() -> cluster(odd))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("even extents from 4 on")
                .hasMessageContaining("ising on square 5x6");
    }

    /** At T = 1 a lattice of 128x128 has the energy of any larger one. */
    @Test
    void largeLatticesAreSampled() {
        double[] exact = torus().stream()
                .map(line -> (double[]) line.get()[0])
                .filter(line -> line[0] == 128 && line[2] == 1)
                .findFirst()
                .orElseThrow();
        Sampler.Target target = Sampled.ising(square(1024, 1024), 1);
        Configurations out = new Configurations(target.lattice(), 1, 8);
        cluster(target).fill(out, RandomStreams.of(5, "large"), Progress.none());
        double[] energies = each(out, states -> energy(states, 1024));
        double sigma = Math.sqrt(exact[4] / (1 << 20) / energies.length);
        assertThat(Math.abs(Arrays.stream(energies).average().orElseThrow() - exact[3]))
                .isLessThan(5 * sigma);
    }

    @Test
    void cancellingEndsTheBlock() {
        Sampler.Target target = Sampled.isingOnSquare(8, 2);
        Configurations out = new Configurations(target.lattice(), 1, 10);
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction) {}

            @Override
            public void checkCancelled() {
                throw new CancellationException();
            }
        };
        for (Sampler.Source source : List.of(cluster(target), Sampled.metropolis(target))) {
            assertThatThrownBy(() -> source.fill(out, RandomStreams.of(1, "cancelled"), cancelled))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void configurationsOfAnotherLatticeAreRefused() {
        Configurations other = new Configurations(square(8, 10), 1, 10);
        assertThatThrownBy(() ->
                        cluster(Sampled.isingOnSquare(8, 2)).fill(other, RandomStreams.of(1, "other"), Progress.none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sampler.Source cluster(Sampler.Target target) {
        return new Cluster().create(new Cluster.Parameters(Optional.empty()), target);
    }

    private static Sampler.Target target(double[] exact) {
        return Sampled.ising(square((int) exact[0], (int) exact[1]), exact[2]);
    }

    private static Lattice square(int rows, int columns) {
        return new Square().create(new Square.Parameters(List.of(rows, columns)), NoContext.NONE);
    }
}
