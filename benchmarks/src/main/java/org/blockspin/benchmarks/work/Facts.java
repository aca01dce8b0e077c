package org.blockspin.benchmarks.work;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.observables.internal.Energy;

/** What a program says of its configurations, so that nobody compares programs that do different things. */
final class Facts {
    private Facts() {}

    /** Mean energy a site of independent configurations and its standard error. */
    static Map<String, Double> energy(int size, List<Configurations> blocks) {
        Measurement measurement = new Energy().create(new NoParameters(), CriticalIsing.subject(size));
        double[] energies = blocks.stream()
                .flatMapToDouble(block -> column(measurement, block))
                .toArray();
        double mean = Arrays.stream(energies).average().orElseThrow();
        double variance = Arrays.stream(energies)
                .map(energy -> (energy - mean) * (energy - mean))
                .average()
                .orElseThrow();
        return Map.of("energy", mean, "error", Math.sqrt(variance / energies.length));
    }

    private static DoubleStream column(Measurement measurement, Configurations block) {
        double[][] rows = new double[block.count()][measurement.columns()];
        measurement.measure(block, 0, rows);
        return Arrays.stream(rows).mapToDouble(row -> row[0]);
    }

    /** The same for the same configurations. */
    static double bits(Configurations block) {
        return Arrays.hashCode(block.words());
    }

    /** The fraction of sites that are up. */
    static double up(Configurations block) {
        double up = Arrays.stream(block.words()).mapToDouble(Long::bitCount).sum();
        return up / ((double) block.count() * block.sites());
    }
}
