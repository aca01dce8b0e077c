package org.blockspin.api;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of results: a quantity of one ensemble, or of a fit over several.
 *
 * @param step name of the step that produced it
 * @param quantity name of the quantity
 * @param lattice the lattice, where the row is about one ensemble
 * @param depth depth of the ensemble, see {@link Ensemble#depth()}
 * @param temperature temperature of the ensemble
 * @param repeat number of the repeat, from 0; {@code "all"} for a combination of all repeats; empty without repeats
 * @param estimate value and error
 */
public record Result(
        String step,
        String quantity,
        Optional<Lattice> lattice,
        OptionalInt depth,
        OptionalDouble temperature,
        String repeat,
        Estimate estimate) {

    /** The {@link #repeat()} of a row that combines all repeats. */
    public static final String ALL_REPEATS = "all";
}
