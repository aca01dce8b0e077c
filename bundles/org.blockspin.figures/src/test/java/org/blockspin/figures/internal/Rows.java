package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blockspin.api.Estimate;
import org.blockspin.api.Lattice;
import org.blockspin.api.Result;

/** Rows of results, made by hand. */
final class Rows {
    private Rows() {}

    static Estimate estimate(double value, double error) {
        return new Estimate(value, error, Estimate.Method.JACKKNIFE, 100, OptionalDouble.empty());
    }

    static Result point(String step, String quantity, int size, int depth, String repeat, double value, double error) {
        Lattice lattice = new Lattice("square", List.of(size, size), 1, List.of());
        return new Result(
                step,
                quantity,
                Optional.of(lattice),
                OptionalInt.of(depth),
                OptionalDouble.of(2.269),
                repeat,
                estimate(value, error));
    }

    static Result fitted(String quantity, String repeat, double value, double error) {
        return new Result(
                "table-1",
                quantity,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                repeat,
                estimate(value, error));
    }

    /** A chain of super-resolutions from 16 to 128 with one larger simulation, and its fits. */
    static List<Result> chain() {
        List<Result> rows = new ArrayList<>();
        double[][] values = {
            // abs_m, chi_sub, G(L/4), G(L/2) of L = 16, 32, 64, 128
            {0.7137, 0.6561, 0.6033, 0.5548},
            {4.109, 13.9, 47.2, 159.3},
            {0.5591, 0.4728, 0.3998, 0.3381},
            {0.5276, 0.4462, 0.3773, 0.3190}
        };
        String[] quantities = {"abs_m", "chi_sub", "G(L/4)", "G(L/2)"};
        String[] exponents = {"beta", "gamma", "eta2", "eta1"};
        double[] signs = {-1, 1, -1, -1};
        for (int q = 0; q < quantities.length; q++) {
            rows.add(point("measured", quantities[q], 16, 0, "", values[q][0], 0.0004 * values[q][0]));
            for (int k = 1; k <= 3; k++) {
                int size = 16 << k;
                rows.add(point("measured", quantities[q], size, -k, "0", 0.99 * values[q][k], 0.01 * values[q][k]));
                rows.add(point("measured", quantities[q], size, -k, "1", 1.01 * values[q][k], 0.01 * values[q][k]));
                rows.add(point("measured", quantities[q], size, -k, "all", values[q][k], 0.007 * values[q][k]));
            }
            rows.add(point("large", quantities[q], 64, 0, "", 0.985 * values[q][2], 0.002 * values[q][2]));
            double slope = Math.log(values[q][3] / values[q][0]) / Math.log(8);
            double intercept = Math.log(values[q][0]) - slope * Math.log(16);
            rows.add(fitted(exponents[q], "all", signs[q] * slope, 0.0026));
            rows.add(fitted(quantities[q] + ".slope", "all", slope, 0.0026));
            rows.add(fitted(quantities[q] + ".intercept", "all", intercept, 0.01));
        }
        return rows;
    }

    static Lattice square(int size) {
        return new Lattice(
                "square",
                List.of(size, size),
                1,
                List.of(new Lattice.Bond(0, 0, List.of(0, 1), 0), new Lattice.Bond(0, 0, List.of(1, 0), 0)));
    }

    static Lattice chain(int size) {
        return new Lattice("chain", List.of(size), 1, List.of(new Lattice.Bond(0, 0, List.of(1), 0)));
    }

    /** The same rows, of configurations that this step made. */
    static List<Result> of(String ensemble, List<Result> rows) {
        return rows.stream()
                .map(row -> new Result(
                        row.step(),
                        Optional.of(ensemble),
                        row.quantity(),
                        row.lattice(),
                        row.depth(),
                        row.temperature(),
                        row.repeat(),
                        row.estimate()))
                .toList();
    }

    static Result at(
            double temperature, String step, String quantity, Lattice lattice, int depth, double value, double error) {
        return new Result(
                step,
                quantity,
                Optional.of(lattice),
                OptionalInt.of(depth),
                OptionalDouble.of(temperature),
                "",
                estimate(value, error));
    }
}
