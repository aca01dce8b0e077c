package org.blockspin.observables.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable.Measurement;
import org.blockspin.api.Observable.Quantity;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.RandomStream;

/** Lattices, models and configurations for tests, made by hand, and sums over all configurations. */
final class Systems {
    private Systems() {}

    static Lattice hypercubic(String kind, Integer... cells) {
        List<Lattice.Bond> bonds = new ArrayList<>();
        for (int axis = 0; axis < cells.length; axis++) {
            List<Integer> shift = new ArrayList<>(Collections.nCopies(cells.length, 0));
            shift.set(axis, 1);
            bonds.add(new Lattice.Bond(0, 0, shift, 0));
        }
        return new Lattice(kind, List.of(cells), 1, bonds);
    }

    static Lattice square(int size) {
        return hypercubic("square", size, size);
    }

    static Lattice honeycomb(int rows, int columns) {
        return new Lattice(
                "honeycomb",
                List.of(rows, columns),
                2,
                List.of(
                        new Lattice.Bond(0, 1, List.of(0, 0), 0),
                        new Lattice.Bond(1, 0, List.of(0, 1), 0),
                        new Lattice.Bond(1, 0, List.of(1, 0), 0)));
    }

    static Model ising() {
        return new Model(
                "ising",
                2,
                List.of(List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0))),
                List.of(0.0, 0.0),
                List.of(List.of(-1.0), List.of(1.0)));
    }

    /** Three states at the corners of an equilateral triangle, with a field on state 2. */
    static Model pottsWithField() {
        return new Model(
                "potts",
                3,
                List.of(List.of(List.of(-1.0, 0.0, 0.0), List.of(0.0, -1.0, 0.0), List.of(0.0, 0.0, -1.0))),
                List.of(0.0, 0.0, -0.25),
                List.of(List.of(1.0, 0.0), List.of(-0.5, Math.sqrt(0.75)), List.of(-0.5, -Math.sqrt(0.75))));
    }

    static Subject subject(Model model, Lattice lattice, double temperature) {
        return new Subject(model, lattice, OptionalDouble.of(temperature));
    }

    static Configurations configuration(Lattice lattice, int planes, int... states) {
        Configurations configurations = new Configurations(lattice, planes, 1);
        configurations.setStates(0, states);
        return configurations;
    }

    static Configurations random(Lattice lattice, int states, int count, RandomStream random) {
        int planes = Integer.SIZE - Integer.numberOfLeadingZeros(states - 1);
        Configurations configurations = new Configurations(lattice, planes, count);
        for (int c = 0; c < count; c++) {
            for (int site = 0; site < lattice.sites(); site++) {
                configurations.setState(c, site, random.nextInt(states));
            }
        }
        return configurations;
    }

    static double[][] rows(Measurement measurement, Configurations batch) {
        double[][] rows = new double[batch.count()][measurement.columns()];
        for (double[] row : rows) {
            Arrays.fill(row, Double.NaN);
        }
        measurement.measure(batch, 0, rows);
        return rows;
    }

    static Map<String, Double> quantities(Measurement measurement, double[] means) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Quantity quantity : measurement.quantities()) {
            values.put(quantity.name(), quantity.ofMeans().applyAsDouble(means));
        }
        return values;
    }

    /** Quantities of one configuration. */
    static Map<String, Double> quantities(Measurement measurement, Configurations one) {
        return quantities(measurement, rows(measurement, one)[0]);
    }

    /** Exact thermal averages of an Ising model, by a sum over all 2^N configurations. */
    static Map<String, Double> enumerated(Lattice lattice, double temperature, List<Measurement> measurements) {
        double[] energies = isingEnergies(lattice);
        double[] weights = Arrays.stream(energies)
                .map(e -> Math.exp(-(e - energies[0]) / temperature))
                .toArray();
        double partitionFunction = Arrays.stream(weights).sum();
        Map<String, Double> values = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            double[] means = new double[measurement.columns()];
            for (int from = 0; from < weights.length; from += 512) {
                double[][] rows = rows(measurement, batch(lattice, from, Math.min(512, weights.length - from)));
                for (int c = 0; c < rows.length; c++) {
                    double probability = weights[from + c] / partitionFunction;
                    for (int column = 0; column < means.length; column++) {
                        means[column] += probability * rows[c][column];
                    }
                }
            }
            values.putAll(quantities(measurement, means));
        }
        return values;
    }

    /** Configuration c of the batch has the binary digits of {@code from + c} as spins. */
    private static Configurations batch(Lattice lattice, int from, int count) {
        Configurations batch = new Configurations(lattice, 1, count);
        for (int c = 0; c < count; c++) {
            batch.words()[c] = (long) from + c;
        }
        return batch;
    }

    private static double[] isingEnergies(Lattice lattice) {
        return IntStream.range(0, 1 << lattice.sites())
                .mapToDouble(code -> {
                    double[] energy = {0};
                    lattice.forEachBond((i, j, type) -> energy[0] += (code >>> i & 1) == (code >>> j & 1) ? -1 : 1);
                    return energy[0];
                })
                .toArray();
    }
}
