package org.example.cubic;

import java.util.List;
import org.blockspin.api.Description;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.Min;
import org.osgi.service.component.annotations.Component;

/** The periodic simple cubic lattice: one site a cell, bonded to the next one along each of the three axes. */
@Component
@Kind(
        name = "cubic",
        description = "A periodic simple cubic lattice with nearest-neighbour bonds.",
        parameters = Cubic.Parameters.class)
public final class Cubic implements LatticeKind<Cubic.Parameters> {
    /** @param size extents along the three axes */
    public record Parameters(
            @Description("extents along the axes, a list of three numbers") @Min(2)
            List<Integer> size) {}

    @Override
    public Lattice create(Parameters parameters, NoContext context) {
        if (parameters.size().size() != 3) {
            throw new InvalidParameterException("size", "a list of three extents", parameters.size());
        }
        return lattice(parameters.size());
    }

    static Lattice lattice(List<Integer> size) {
        return new Lattice("cubic", size, 1, List.of(bond(1, 0, 0), bond(0, 1, 0), bond(0, 0, 1)));
    }

    private static Bond bond(int x, int y, int z) {
        return new Bond(0, 0, List.of(x, y, z), 0);
    }
}
