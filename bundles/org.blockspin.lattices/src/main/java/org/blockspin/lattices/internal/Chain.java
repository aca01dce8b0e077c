package org.blockspin.lattices.internal;

import java.util.List;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.Min;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/** The periodic chain (ring): one site a cell, bonded to the next one. */
@Component
@Kind(
        name = "chain",
        description = "A periodic chain with nearest-neighbour bonds.",
        parameters = Chain.Parameters.class)
public final class Chain implements LatticeKind<Chain.Parameters> {
    /** @param size the number of sites, as a list of one extent */
    public record Parameters(
            @Description("length, a list of one number") @Unit("cells") @Example("[64]") @Min(2)
            List<Integer> size) {}

    @Override
    public Lattice create(Parameters parameters, NoContext context) {
        return Hypercubic.lattice("chain", 1, parameters.size());
    }
}
