package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.blockspin.api.Result;

/**
 * What one panel shows: a distribution at one temperature.
 *
 * @param temperature of those results that come nearest to the one that was asked for, where results have one
 * @param shares the distributions by series
 */
record HistogramData(Distribution distribution, OptionalDouble temperature, List<Shares> shares) {
    /** Temperatures that differ by less are drawn in one panel: a mapped temperature is rarely that of a simulation. */
    private static final double SAME = 0.005;

    /**
     * What there is of one series.
     *
     * @param bins ascending
     * @param density at ascending points; none if it was not measured
     */
    record Shares(Series series, List<Share> bins, List<Density> density) {
        Shares {
            bins = List.copyOf(bins);
            density = List.copyOf(density);
        }
    }

    /** The density at a point. */
    record Density(double at, Result row) {}

    /** A bin and the row that says how much is in it. */
    record Share(Distribution.Bin bin, Result row) {
        double density() {
            return row.estimate().value() / bin.width();
        }

        double error() {
            return row.estimate().standardError() / bin.width();
        }
    }

    HistogramData {
        shares = List.copyOf(shares);
    }

    /** The panels: a row for each temperature, which are all there are if none is asked for. */
    static List<HistogramData> of(
            List<Distribution> distributions, List<Double> wanted, List<Result> results, List<Series> all) {
        List<HistogramData> panels = new ArrayList<>();
        for (OptionalDouble temperature : temperatures(distributions, wanted, results)) {
            for (Distribution distribution : distributions) {
                List<Shares> shares = all.stream()
                        .map(series -> shares(distribution, temperature, results, series))
                        .filter(s -> !s.bins().isEmpty())
                        .toList();
                panels.add(new HistogramData(distribution, temperature, shares));
            }
        }
        return panels;
    }

    private static List<OptionalDouble> temperatures(
            List<Distribution> distributions, List<Double> wanted, List<Result> results) {
        double[] there = results.stream()
                .filter(row -> distributions.stream()
                        .anyMatch(d -> d.bin(row.quantity()).isPresent()))
                .flatMapToDouble(row -> row.temperature().stream())
                .distinct()
                .sorted()
                .toArray();
        if (there.length == 0) {
            return List.of(OptionalDouble.empty());
        }
        DoubleStream chosen = wanted.isEmpty()
                ? DoubleStream.of(there)
                : wanted.stream().mapToDouble(t -> nearest(t, there)).distinct();
        return chosen.mapToObj(OptionalDouble::of).toList();
    }

    private static double nearest(double wanted, double[] there) {
        return DoubleStream.of(there)
                .boxed()
                .min(Comparator.comparingDouble(t -> Math.abs(t - wanted)))
                .orElseThrow();
    }

    private static Shares shares(
            Distribution distribution, OptionalDouble temperature, List<Result> results, Series series) {
        List<Result> own = results.stream()
                .filter(series::contains)
                .filter(row -> distribution.has(row.quantity()))
                .toList();
        OptionalDouble at = at(temperature, own);
        TreeMap<Double, Share> bins = new TreeMap<>();
        TreeMap<Double, Density> density = new TreeMap<>();
        own.stream()
                .filter(row -> row.temperature().equals(at))
                .map(Result::quantity)
                .distinct()
                .flatMap(quantity -> Repeats.shown(quantity, own).stream())
                .filter(row -> row.temperature().equals(at))
                .forEach(row -> {
                    // of several repeats that nothing combines, the first
                    distribution
                            .bin(row.quantity())
                            .ifPresent(bin -> bins.putIfAbsent(bin.from(), new Share(bin, row)));
                    distribution
                            .point(row.quantity())
                            .ifPresent(point -> density.putIfAbsent(point, new Density(point, row)));
                });
        return new Shares(series, List.copyOf(bins.values()), List.copyOf(density.values()));
    }

    /** The temperature of a series that stands for that of the panel, or none if the series has none so near. */
    private static OptionalDouble at(OptionalDouble panel, List<Result> own) {
        if (panel.isEmpty()) {
            return panel;
        }
        double[] there =
                own.stream().flatMapToDouble(row -> row.temperature().stream()).toArray();
        double best = there.length == 0 ? Double.POSITIVE_INFINITY : nearest(panel.getAsDouble(), there);
        return Math.abs(best - panel.getAsDouble()) <= SAME * panel.getAsDouble() ? OptionalDouble.of(best) : panel;
    }
}
