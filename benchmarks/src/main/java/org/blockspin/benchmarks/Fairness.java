package org.blockspin.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * That programs do the same work: a Monte Carlo simulation has the exact energy within its error, what promises the same
 * configurations has the same digest ({@code bits}), and resolvers have equally many spins up ({@code up}).
 *
 * @param energy the exact energy a site, where there is one
 */
record Fairness(OptionalDouble energy) {
    private static final double STANDARD_ERRORS = 5;
    private static final double SAME = 1e-4;

    /**
     * Exact energies a site of the square Ising model of L x L sites at the critical temperature (Kaufman 1949, Phys. Rev.
     * 76, 1232).
     */
    private static final Map<Integer, Double> CRITICAL_ENERGIES =
            Map.of(16, -1.4530648528, 32, -1.4336584661, 64, -1.4239383898);

    static Fairness none() {
        return new Fairness(OptionalDouble.empty());
    }

    /** The energy is known for L = 16, 32 and 64. */
    static Fairness atCriticalPoint(int size) {
        return new Fairness(OptionalDouble.of(CRITICAL_ENERGIES.getOrDefault(size, Double.NaN)));
    }

    void check(List<Conversation> conversations) throws ComparisonException {
        Map<String, Double> first = new HashMap<>();
        for (Conversation one : conversations) {
            checkEnergy(one.contender().code(), one.facts());
            checkSame(one, "bits", 0, first);
            checkSame(one, "up", SAME, first);
        }
    }

    private void checkEnergy(String code, Map<String, Double> facts) throws ComparisonException {
        if (energy.isPresent() && facts.containsKey("energy")) {
            double found = facts.get("energy");
            double error = facts.getOrDefault("error", 0.0);
            if (Math.abs(found - energy.getAsDouble()) > STANDARD_ERRORS * error) {
                throw new ComparisonException(String.format(
                        Locale.ROOT,
                        "%s: the energy is %.6f with a standard error of %.6f, but exactly it is %.6f",
                        code,
                        found,
                        error,
                        energy.getAsDouble()));
            }
        }
    }

    private static void checkSame(Conversation one, String key, double tolerance, Map<String, Double> first)
            throws ComparisonException {
        Map<String, Double> facts = one.facts();
        if (facts.containsKey(key)) {
            double expected = first.computeIfAbsent(key, facts::get);
            if (Math.abs(facts.get(key) - expected) > tolerance) {
                throw new ComparisonException(
                        one.contender().code() + " does not give the configurations that the others give");
            }
        }
    }
}
