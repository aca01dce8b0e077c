package org.example.triangular;

import java.util.List;
import java.util.OptionalDouble;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.osgi.service.component.annotations.Component;

/** The critical temperature of the Ising model on the triangular lattice, T_c = 4 / ln 3 (Houtappel 1950, Physica 16, 425). */
@Component
public final class IsingOnTriangular implements CriticalPoint {
    /** J = 1, no field: energies of equal and unequal neighbours, of a site, and the spin of states 0 and 1. */
    static final Model ISING = new Model(
            "ising",
            2,
            List.of(List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0))),
            List.of(0.0, 0.0),
            List.of(List.of(-1.0), List.of(1.0)));

    @Override
    public OptionalDouble temperature(Model model, Lattice lattice) {
        boolean known = model.equals(ISING) && lattice.equals(Triangular.lattice(lattice.cells()));
        return known ? OptionalDouble.of(4 / StrictMath.log(3)) : OptionalDouble.empty();
    }
}
