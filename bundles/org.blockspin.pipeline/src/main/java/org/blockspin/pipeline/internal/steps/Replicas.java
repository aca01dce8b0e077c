package org.blockspin.pipeline.internal.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.blockspin.api.Estimate;
import org.blockspin.statistics.Jackknife;

/**
 * Numbers computed from all data, and again without each bin of each root ensemble. Roots are independent of each other,
 * so that their contributions to the variance add up; what shares a root is left out together, so that its correlations
 * are accounted for.
 */
final class Replicas {
    private final double[] full;
    private final SortedMap<String, Bins> roots;

    /** What depends on the bins of one root. */
    private static final class Bins {
        /** The numbers by bin left out. */
        private final double[][] without;

        /** Configurations in each bin. */
        private final long[] samples;

        Bins(double[][] without, long[] samples) {
            this.without = without;
            this.samples = samples;
        }
    }

    /** A function of several sets of numbers. */
    @FunctionalInterface
    interface Function {
        double[] of(double[][] values);
    }

    private Replicas(double[] full, SortedMap<String, Bins> roots) {
        this.full = full;
        this.roots = roots;
    }

    /** Numbers of one ensemble: from all data, by bin left out, and configurations in each bin. */
    static Replicas of(String root, double[] full, double[][] without, long[] samples) {
        return new Replicas(full, new TreeMap<>(Map.of(root, new Bins(without, samples))));
    }

    /** The replicas of a function of several. */
    static Replicas combine(List<Replicas> parts, Function function) {
        SortedMap<String, Bins> roots = new TreeMap<>();
        for (Replicas part : parts) {
            part.roots.forEach((root, bins) -> roots.putIfAbsent(root, bins));
        }
        roots.replaceAll((root, bins) -> without(parts, function, root, bins.samples));
        return new Replicas(function.of(parts.stream().map(Replicas::full).toArray(double[][]::new)), roots);
    }

    private static Bins without(List<Replicas> parts, Function function, String root, long[] samples) {
        double[][] without = new double[samples.length][];
        for (int b = 0; b < samples.length; b++) {
            int bin = b;
            without[b] = function.of(
                    parts.stream().map(part -> part.without(root, bin)).toArray(double[][]::new));
        }
        return new Bins(without, samples);
    }

    private double[] without(String root, int bin) {
        Bins bins = roots.get(root);
        return bins == null ? full : bins.without[bin];
    }

    /** The mean of each number over several replicas of the same numbers. */
    static Replicas mean(List<Replicas> parts) {
        return combine(parts, values -> {
            double[] mean = new double[values[0].length];
            for (double[] value : values) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += value[i] / values.length;
                }
            }
            return mean;
        });
    }

    /** The numbers from all data; shared, not copied. */
    double[] full() {
        return full;
    }

    double[] standardErrors() {
        return IntStream.range(0, full.length).mapToDouble(this::standardError).toArray();
    }

    private double standardError(int quantity) {
        double variance = 0;
        for (Bins bins : roots.values()) {
            double[] column = Arrays.stream(bins.without)
                    .mapToDouble(row -> row[quantity])
                    .toArray();
            double error = Jackknife.standardError(full[quantity], column, bins.samples);
            variance += error * error;
        }
        return Math.sqrt(variance);
    }

    List<Estimate> estimates() {
        double[] errors = standardErrors();
        long samples = roots.values().stream()
                .mapToLong(bins -> Arrays.stream(bins.samples).sum())
                .sum();
        return IntStream.range(0, full.length)
                .mapToObj(i ->
                        new Estimate(full[i], errors[i], Estimate.Method.JACKKNIFE, samples, OptionalDouble.empty()))
                .toList();
    }
}
