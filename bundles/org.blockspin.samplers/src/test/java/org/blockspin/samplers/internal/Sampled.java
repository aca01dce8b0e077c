package org.blockspin.samplers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.blockspin.api.Configurations;
import org.blockspin.api.Estimate;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.lattices.internal.Chain;
import org.blockspin.lattices.internal.Ising;
import org.blockspin.lattices.internal.Square;
import org.blockspin.statistics.BinnedRows;
import org.blockspin.statistics.Jackknife;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.params.provider.Arguments;

/** What the tests of samplers share: targets, measured blocks, and the comparison with exact values. */
final class Sampled {
    static final double CRITICAL = 2 / StrictMath.log(1 + StrictMath.sqrt(2));

    private final BinnedRows rows;

    /** Blocks of configurations, each from a stream of its own and each one bin, in rows of numbers. */
    Sampled(Sampler.Source source, Sampler.Target target, int blocks, int count, Function<int[], double[]> row) {
        List<BinnedRows> bins = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            Configurations out =
                    new Configurations(target.lattice(), target.model().planes(), count);
            source.fill(out, RandomStreams.of(block, "samplers"), Progress.none());
            BinnedRows.Builder builder = BinnedRows.builder(row.apply(out.states(0)).length, count);
            for (int c = 0; c < count; c++) {
                builder.add(row.apply(out.states(c)));
            }
            bins.add(builder.build());
        }
        rows = BinnedRows.concatenate(bins);
    }

    /** Asserts that a function of the means is exact within 5 sigma, where a sigma is small enough to tell. */
    void assertThatItIs(double exact, double largestSigma, ToDoubleFunction<double[]> ofMeans) {
        Estimate estimate = Jackknife.estimate(rows, ofMeans, true);
        assertThat(estimate.standardError()).isLessThan(largestSigma);
        assertThat(Math.abs(estimate.value() - exact))
                .as("deviation of %s from %s", estimate.value(), exact)
                .isLessThanOrEqualTo(5 * estimate.standardError());
    }

    void assertThatColumnIs(int column, double exact, double largestSigma) {
        assertThatItIs(exact, largestSigma, means -> means[column]);
    }

    static Sampler.Source wolff(Sampler.Target target) {
        return new Wolff().create(new Wolff.Parameters(Optional.empty(), Optional.empty()), target);
    }

    static Sampler.Source swendsenWang(Sampler.Target target) {
        return new SwendsenWang().create(new SwendsenWang.Parameters(Optional.empty(), Optional.empty()), target);
    }

    static Sampler.Source metropolis(Sampler.Target target) {
        return new Metropolis().create(new Metropolis.Parameters(Optional.empty(), Optional.empty()), target);
    }

    static Sampler.Source metropolis(Sampler.Target target, int equilibration, int decorrelation) {
        return new Metropolis()
                .create(new Metropolis.Parameters(Optional.of(equilibration), Optional.of(decorrelation)), target);
    }

    static Sampler.Source exactChain(Sampler.Target target) {
        return new ExactChain().create(new NoParameters(), target);
    }

    static Sampler.Target isingOnSquare(int size, double temperature) {
        return ising(new Square().create(new Square.Parameters(List.of(size, size)), NoContext.NONE), temperature);
    }

    static Sampler.Target isingOnChain(int size, double temperature) {
        return ising(new Chain().create(new Chain.Parameters(List.of(size)), NoContext.NONE), temperature);
    }

    static Sampler.Target ising(Lattice lattice, double temperature) {
        return new Sampler.Target(new Ising().create(new NoParameters(), lattice), lattice, temperature);
    }

    /** Energy a site, straight from the definition. */
    static double energy(Sampler.Target target, int[] states) {
        Model model = target.model();
        double[] sum = {0};
        target.lattice().forEachBond((i, j, type) -> sum[0] += model.bondEnergy(type, states[i], states[j]));
        for (int state : states) {
            sum[0] += model.siteEnergies().get(state);
        }
        return sum[0] / states.length;
    }

    /** Energy a site of the Ising model, J = 1, and its square, with the bonds listed once. */
    static Function<int[], double[]> isingEnergyAndSquare(Lattice lattice) {
        List<int[]> bonds = new ArrayList<>();
        lattice.forEachBond((i, j, type) -> bonds.add(new int[] {i, j}));
        int[][] pairs = bonds.toArray(int[][]::new);
        return states -> {
            int sum = 0;
            for (int[] pair : pairs) {
                sum -= spin(states[pair[0]]) * spin(states[pair[1]]);
            }
            double energy = (double) sum / states.length;
            return new double[] {energy, energy * energy};
        };
    }

    /** Specific heat a site from the means of the energy a site and its square. */
    static ToDoubleFunction<double[]> specificHeat(Sampler.Target target) {
        double factor = target.lattice().sites() / (target.temperature() * target.temperature());
        return means -> factor * (means[1] - means[0] * means[0]);
    }

    static int spin(int state) {
        return 2 * state - 1;
    }

    static double magnetization(int[] states) {
        return Arrays.stream(states).map(Sampled::spin).average().orElseThrow();
    }

    /** Mean of s_i s_j over pairs of sites of a chain, or of a row of a square lattice, that lie r apart. */
    static double twoPoint(Lattice lattice, int[] states, int r) {
        int length = lattice.cells().get(lattice.dimensions() - 1);
        double sum = 0;
        for (int i = 0; i < states.length; i++) {
            int row = i / length * length;
            sum += spin(states[i]) * spin(states[row + (i - row + r) % length]);
        }
        return sum / states.length;
    }

    /** Rows of numbers of a resource; the first two lines are comment and header. */
    static List<Arguments> exact(String resource) {
        try (InputStream in = Sampled.class.getResourceAsStream("/" + resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(2)
                    .map(line -> Arguments.of((Object) Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
