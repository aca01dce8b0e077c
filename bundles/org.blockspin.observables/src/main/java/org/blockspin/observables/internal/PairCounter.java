package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/**
 * Counts pairs of states at fixed displacements: all that energies and two-point functions need to know of a
 * configuration. Used by one thread at a time.
 */
interface PairCounter {
    /**
     * The pairs of a site with basis index {@code from} and the site with basis index {@code to} that lies
     * {@code shift} cells further; one pair a cell.
     */
    record Displacement(int from, int to, List<Integer> shift) {}

    /**
     * Counts.
     *
     * @param counts receives at {@code [i][s * states + t]} the number of pairs of displacement i whose first site is
     *     in state s and whose second is in state t
     */
    void count(Configurations batch, int configuration, int[][] counts);

    /** The fastest counter for these displacements. */
    static PairCounter of(Model model, Lattice lattice, List<Displacement> displacements) {
        boolean packed = model.states() == 2
                && lattice.basis() == 1
                && displacements.stream().allMatch(d -> PackedPairs.isAlongOneAxis(d.shift()));
        return packed
                ? new PackedPairs(lattice, displacements)
                : new GatheredPairs(lattice, model.states(), displacements);
    }
}
