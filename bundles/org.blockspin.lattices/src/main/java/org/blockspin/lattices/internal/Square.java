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

/** The periodic square lattice: one site a cell, bonded to the next one down its column, then along its row. */
@Component
@Kind(
        name = "square",
        description = "A periodic square lattice with nearest-neighbour bonds.",
        parameters = Square.Parameters.class)
public final class Square implements LatticeKind<Square.Parameters> {
    /** @param size rows and columns */
    public record Parameters(
            @Description("rows and columns, a list of two numbers") @Unit("cells") @Example("[16, 16]") @Min(2)
            List<Integer> size) {}

    @Override
    public Lattice create(Parameters parameters, NoContext context) {
        return Hypercubic.lattice("square", 2, parameters.size());
    }
}
