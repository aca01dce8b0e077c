package org.blockspin.pipeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.blockspin.api.Estimate;

/**
 * What differs between two finished runs. Times and numbers of threads are left out, for results depend on neither.
 *
 * <p>Differences are measured in sigma, (b - a) / sqrt(e_a^2 + e_b^2). That is a test of two numbers only where the runs
 * are independent: with one seed they share random numbers, and sigma is then a scale. Rows of one run that come from the
 * same configurations are correlated in any case, so that chi^2 is not distributed as that of so many independent rows.
 *
 * @param settings of the pipelines, by JSON path
 * @param bundles by symbolic name, each with version and SHA-256
 * @param environment Java, machine, and what bundles say of their kernels and native libraries
 * @param sources state of the source tree that the workbench was built in
 * @param sameSeed whether both runs have the same seed
 * @param pairs the rows that are in both runs, in the order of the first
 * @param onlyFirst the rows that only the first run has
 * @param onlySecond the rows that only the second run has
 */
public record RunComparison(
        List<Change> settings,
        List<Change> bundles,
        List<Change> environment,
        List<Change> sources,
        boolean sameSeed,
        List<Pair> pairs,
        List<Row> onlyFirst,
        List<Row> onlySecond) {

    public RunComparison {
        settings = List.copyOf(settings);
        bundles = List.copyOf(bundles);
        environment = List.copyOf(environment);
        sources = List.copyOf(sources);
        pairs = List.copyOf(pairs);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
    }

    /**
     * Something that is not the same in both runs.
     *
     * @param what its name or JSON path
     * @param first what it is in the first run; empty if it is not there
     * @param second the same of the second run
     */
    public record Change(String what, Optional<String> first, Optional<String> second) {}

    /**
     * A row of results.
     *
     * @param step name of the step that produced it
     * @param ensemble name of the step that made the configurations; empty where the row is about no single ensemble, and
     *     in runs of versions that did not name it
     * @param quantity name of the quantity
     * @param lattice kind of the lattice; empty where the row is about no single ensemble
     * @param size extents of the lattice as in {@code 16x16}, or empty
     * @param depth how often the ensemble was coarse-grained, less how often it was super-resolved
     * @param temperature in units of J / k_B
     * @param repeat as in {@link org.blockspin.api.Result#repeat()}
     * @param estimate value and error, NaN where they were not finite
     */
    public record Row(
            String step,
            String ensemble,
            String quantity,
            String lattice,
            String size,
            OptionalInt depth,
            OptionalDouble temperature,
            String repeat,
            Estimate estimate) {}

    /** A row that is in both runs. Several that nothing tells apart are paired in their order. */
    public record Pair(Row first, Row second) {
        /** Whether value, error, samples and autocorrelation time are the same, bit for bit. */
        public boolean isSame() {
            return first.estimate().equals(second.estimate());
        }

        /** The second value less the first; NaN if either is. */
        public double difference() {
            return second.estimate().value() - first.estimate().value();
        }

        /** The difference in sigma; infinite if numbers without error differ, empty if a value or an error is unknown. */
        public OptionalDouble sigma() {
            double error = Math.hypot(
                    first.estimate().standardError(), second.estimate().standardError());
            double sigma = difference() == 0 && error == 0 ? 0 : difference() / error;
            return Double.isNaN(sigma) ? OptionalDouble.empty() : OptionalDouble.of(sigma);
        }

        private boolean oneIsUnknown() {
            return Double.isNaN(first.estimate().value())
                    != Double.isNaN(second.estimate().value());
        }
    }

    /**
     * A sum of squares of differences in sigma.
     *
     * @param value the sum
     * @param rows how many it is over
     */
    public record ChiSquare(double value, int rows) {}

    /** Whether nothing at all differs. */
    public boolean isSame() {
        return numbersAreSame()
                && settings.isEmpty()
                && bundles.isEmpty()
                && environment.isEmpty()
                && sources.isEmpty();
    }

    /** Whether both runs have the same rows, bit for bit. */
    public boolean numbersAreSame() {
        return onlyFirst.isEmpty() && onlySecond.isEmpty() && pairs.stream().allMatch(Pair::isSame);
    }

    /**
     * The rows that differ, most of all first: those of which only one value is known, then by the size of sigma, then
     * those whose sigma is unknown. What is equal in that keeps the order of the first run.
     */
    public List<Pair> differing() {
        Comparator<Pair> unknownFirst = Comparator.comparing(pair -> !pair.oneIsUnknown());
        Comparator<Pair> bySigma =
                Comparator.comparingDouble(pair -> -Math.abs(pair.sigma().orElse(0)));
        return pairs.stream()
                .filter(pair -> !pair.isSame())
                .sorted(unknownFirst
                        .thenComparing(pair -> pair.sigma().isEmpty())
                        .thenComparing(bySigma))
                .toList();
    }

    /** The largest absolute difference in sigma among the rows that differ, if any of them is known. */
    public OptionalDouble largestSigma() {
        return knownSigmas().map(Math::abs).max();
    }

    /** Over all rows that differ and whose sigma is finite. */
    public ChiSquare chiSquare() {
        double[] sigmas = knownSigmas().filter(Double::isFinite).toArray();
        double sum = 0;
        for (double sigma : sigmas) {
            sum += sigma * sigma;
        }
        return new ChiSquare(sum, sigmas.length);
    }

    private DoubleStream knownSigmas() {
        return pairs.stream().filter(pair -> !pair.isSame()).map(Pair::sigma).flatMapToDouble(OptionalDouble::stream);
    }
}
