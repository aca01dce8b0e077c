package org.blockspin.api;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of results: a quantity of one ensemble, or of a fit over several.
 *
 * @param step name of the step that produced it
 * @param ensemble name of the step that made the configurations, where the row is about one ensemble
 * @param quantity name of the quantity
 * @param lattice the lattice, where the row is about one ensemble
 * @param depth depth of the ensemble, see {@link Ensemble#depth()}
 * @param temperature temperature of the ensemble
 * @param repeat number of the repeat, from 0; {@code "all"} for a combination of all repeats; empty without repeats
 * @param estimate value and error
 */
public record Result(
        String step,
        Optional<String> ensemble,
        String quantity,
        Optional<Lattice> lattice,
        OptionalInt depth,
        OptionalDouble temperature,
        String repeat,
        Estimate estimate) {

    /** A row that does not say which step made its configurations. */
    public Result(
            String step,
            String quantity,
            Optional<Lattice> lattice,
            OptionalInt depth,
            OptionalDouble temperature,
            String repeat,
            Estimate estimate) {
        this(step, Optional.empty(), quantity, lattice, depth, temperature, repeat, estimate);
    }

    /** The {@link #repeat()} of a row that combines all repeats. */
    public static final String ALL_REPEATS = "all";
}
