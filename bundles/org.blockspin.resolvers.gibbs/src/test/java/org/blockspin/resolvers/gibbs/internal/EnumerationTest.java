package org.blockspin.resolvers.gibbs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.coarsegrainers.internal.Majority.Tie;
import org.blockspin.statistics.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Frequencies of fine configurations, given a coarse one, against k(s, sigma) exp(-H / T) / Z of all fine configurations:
 * 4x4 to 2x2 and rings of 8 to 4 or 2.
 */
class EnumerationTest {
    private static final int DRAWS = 10_000;
    /** So many that what is left of the start is far below the noise of the draws. */
    private static final int SWEEPS = 40;
    /** Fine configurations that are expected less often are counted together. */
    private static final double FEWEST_EXPECTED = 10;

    /** @param name of the test */
    record Case(String name, Model model, BlockRule rule, double temperature) {
        @Override
        public String toString() {
            return name + " at T = " + temperature;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        Lattice square = TestData.lattice(4, 4);
        Lattice ring = TestData.lattice(8);
        Model ising = TestData.ising(square);
        for (double temperature : new double[] {1.5, TestData.CRITICAL, 4}) {
            cases.add(new Case("4x4 majority", ising, TestData.majority(square, 2, Tie.UPPER_LEFT), temperature));
            cases.add(new Case("4x4 majority by lot", ising, TestData.majority(square, 2, Tie.RANDOM), temperature));
            cases.add(new Case("4x4 decimation", ising, TestData.decimation(square, 2), temperature));
        }
        for (double temperature : new double[] {0.7, 2}) {
            cases.add(new Case("ring decimation", ising, TestData.decimation(ring, 2), temperature));
            cases.add(new Case("ring majority by lot", ising, TestData.majority(ring, 2, Tie.RANDOM), temperature));
            cases.add(new Case("ring by four", ising, TestData.majority(ring, 4, Tie.RANDOM), temperature));
        }
        cases.add(new Case("ring parity", ising, new ParityRule(ring), 2));
        cases.add(new Case("three states", TestData.CHIRAL, TestData.majority(ring, 2, Tie.RANDOM), 1));
        cases.add(new Case("three states decimated", TestData.CHIRAL, TestData.decimation(ring, 2), 1));
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fineConfigurationsHaveTheirExactProbabilities(Case given) {
        Lattice coarse = given.rule.coarse();
        GibbsResolver resolver = TestData.resolver(SWEEPS, given.model, given.rule, given.temperature);
        List<int[]> fine = all(given.model.states(), given.rule.fine().sites());
        double[] energies = fine.stream()
                .mapToDouble(sigma -> TestData.energy(given.model, given.rule.fine(), sigma))
                .toArray();
        List<int[]> inputs = all(given.model.states(), coarse.sites());
        int step = Math.max(1, inputs.size() / 5);
        for (int number = 0; number < inputs.size(); number += step) {
            int[] s = inputs.get(number);
            Map<Integer, Double> exact = probabilities(given, fine, energies, s);
            Configurations input = TestData.repeated(coarse, given.model, DRAWS, s);
            Map<Integer, Integer> counts =
                    counts(TestData.resolve(resolver, input, RandomStreams.of(number, "gibbs")), given.model.states());
            assertThat(exact.keySet()).as("allowed").containsAll(counts.keySet());
            assertThat(deviation(exact, counts))
                    .as("deviation of chi squared, in sigma, for %s", Arrays.toString(s))
                    .isLessThan(5);
        }
    }

    /** All configurations: number n has site i in digit i of n. */
    private static List<int[]> all(int states, int sites) {
        List<int[]> all = new ArrayList<>();
        for (int n = 0; n < Math.round(StrictMath.pow(states, sites)); n++) {
            int[] configuration = new int[sites];
            int rest = n;
            for (int i = 0; i < sites; i++) {
                configuration[i] = rest % states;
                rest /= states;
            }
            all.add(configuration);
        }
        return all;
    }

    /** P(sigma | s) of every fine configuration that has one, by its number. */
    private static Map<Integer, Double> probabilities(Case given, List<int[]> fine, double[] energies, int[] s) {
        Map<Integer, Double> weights = new HashMap<>();
        double sum = 0;
        for (int n = 0; n < fine.size(); n++) {
            double weight = StrictMath.exp(-energies[n] / given.temperature) * kernel(given.rule, s, fine.get(n));
            if (weight > 0) {
                weights.put(n, weight);
                sum += weight;
            }
        }
        double total = sum;
        weights.replaceAll((n, weight) -> weight / total);
        return weights;
    }

    /** k(s, sigma), a product over blocks. */
    private static double kernel(BlockRule rule, int[] s, int[] sigma) {
        double kernel = 1;
        for (int site = 0; site < s.length && kernel > 0; site++) {
            int[] block = rule.block(site);
            Arrays.setAll(block, i -> sigma[block[i]]);
            kernel *= rule.probability(s[site], block);
        }
        return kernel;
    }

    private static Map<Integer, Integer> counts(Configurations fine, int states) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int c = 0; c < fine.count(); c++) {
            int number = 0;
            for (int site = fine.sites() - 1; site >= 0; site--) {
                number = number * states + fine.state(c, site);
            }
            counts.merge(number, 1, Integer::sum);
        }
        return counts;
    }

    /** Chi squared as a normal variable (Wilson and Hilferty 1931). */
    private static double deviation(Map<Integer, Double> exact, Map<Integer, Integer> counts) {
        double chiSquared = 0;
        int bins = 0;
        double rareExpected = 0;
        int rareFound = 0;
        for (Map.Entry<Integer, Double> entry : exact.entrySet()) {
            double expected = DRAWS * entry.getValue();
            int found = counts.getOrDefault(entry.getKey(), 0);
            if (expected < FEWEST_EXPECTED) {
                rareExpected += expected;
                rareFound += found;
            } else {
                chiSquared += (found - expected) * (found - expected) / expected;
                bins++;
            }
        }
        if (rareExpected >= FEWEST_EXPECTED) {
            chiSquared += (rareFound - rareExpected) * (rareFound - rareExpected) / rareExpected;
            bins++;
        }
        double degrees = bins - 1;
        if (degrees == 0) {
            return chiSquared;
        }
        double variance = 2 / (9 * degrees);
        return (StrictMath.cbrt(chiSquared / degrees) - (1 - variance)) / StrictMath.sqrt(variance);
    }
}
