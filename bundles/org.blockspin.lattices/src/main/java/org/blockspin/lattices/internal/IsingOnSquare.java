package org.blockspin.lattices.internal;

import java.util.OptionalDouble;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.osgi.service.component.annotations.Component;

/**
 * The critical temperature of the Ising model on the square lattice, T_c = 2 / ln(1 + sqrt 2) (Kramers and Wannier
 * 1941, Onsager 1944). It answers for exactly that model and lattice, of any extents, and for nothing that merely
 * bears the same names. The chain orders at T = 0 only, so that nothing answers for it.
 */
@Component
public final class IsingOnSquare implements CriticalPoint {
    @Override
    public OptionalDouble temperature(Model model, Lattice lattice) {
        if (!isSquare(lattice) || !model.equals(Ising.on(lattice))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(2 / StrictMath.log(1 + StrictMath.sqrt(2)));
    }

    private static boolean isSquare(Lattice lattice) {
        return lattice.dimensions() == 2
                && lattice.cells().stream().allMatch(extent -> extent >= 2)
                && lattice.equals(Hypercubic.lattice("square", 2, lattice.cells()));
    }
}
