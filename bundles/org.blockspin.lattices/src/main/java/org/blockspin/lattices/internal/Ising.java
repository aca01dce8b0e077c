package org.blockspin.lattices.internal;

import java.util.Collections;
import java.util.List;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.ModelKind;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/**
 * The ferromagnetic Ising model without field, E = -J sum s_i s_j over bonds with J = 1 and s = -1 (state 0) or +1
 * (state 1); bonds of every type have the same coupling.
 */
@Component
@Kind(
        name = "ising",
        description = "The ferromagnetic Ising model, J = 1, without field.",
        parameters = NoParameters.class)
public final class Ising implements ModelKind<NoParameters> {
    private static final List<List<Double>> BOND = List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0));

    @Override
    public Model create(NoParameters parameters, Lattice lattice) {
        return on(lattice);
    }

    static Model on(Lattice lattice) {
        return new Model(
                "ising",
                2,
                Collections.nCopies(lattice.bondTypes(), BOND),
                List.of(0.0, 0.0),
                List.of(List.of(-1.0), List.of(1.0)));
    }
}
