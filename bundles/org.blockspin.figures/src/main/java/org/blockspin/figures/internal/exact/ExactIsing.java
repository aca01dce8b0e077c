package org.blockspin.figures.internal.exact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.blockspin.api.Lattice;

/**
 * What is known exactly of the Ising model (J = k_B = 1, no field) on a finite periodic lattice, for reference curves.
 * Thread-safe.
 */
public interface ExactIsing {
    /** A quantity as a function of the temperature, which is greater than 0; empty for one without a closed form. */
    Optional<DoubleUnaryOperator> quantity(String name);

    /** The exact results for a lattice: chains and square lattices of nearest neighbours. */
    static Optional<ExactIsing> on(Lattice lattice) {
        if (lattice.basis() != 1) {
            return Optional.empty();
        }
        Set<List<Integer>> bonds =
                Set.copyOf(lattice.bonds().stream().map(Lattice.Bond::shift).toList());
        boolean oneType = lattice.bonds().size() == bonds.size()
                && lattice.bonds().stream().allMatch(bond -> bond.type() == 0);
        if (oneType && bonds.equals(Set.of(List.of(1)))) {
            return Optional.of(new IsingChain(lattice.cells().get(0)));
        }
        if (oneType && bonds.equals(Set.of(List.of(1, 0), List.of(0, 1)))) {
            return Optional.of(
                    new KaufmanTorus(lattice.cells().get(0), lattice.cells().get(1)));
        }
        return Optional.empty();
    }
}
