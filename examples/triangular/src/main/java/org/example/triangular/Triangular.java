package org.example.triangular;

import java.util.List;
import org.blockspin.api.Description;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.Min;
import org.osgi.service.component.annotations.Component;

/**
 * The periodic triangular lattice: one site a cell and six neighbours. Cells are rhombi, whose sides are two of the three
 * directions of bonds; the third is their sum.
 */
@Component
@Kind(
        name = "triangular",
        description = "A periodic triangular lattice with nearest-neighbour bonds.",
        parameters = Triangular.Parameters.class)
public final class Triangular implements LatticeKind<Triangular.Parameters> {
    /** @param size rows and columns; less than 3 would join sites twice */
    public record Parameters(
            @Description("rows and columns of rhombic cells, a list of two numbers") @Min(3)
            List<Integer> size) {}

    @Override
    public Lattice create(Parameters parameters, NoContext context) {
        if (parameters.size().size() != 2) {
            throw new InvalidParameterException("size", "a list of two extents", parameters.size());
        }
        return lattice(parameters.size());
    }

    static Lattice lattice(List<Integer> size) {
        return new Lattice("triangular", size, 1, List.of(bond(1, 0), bond(0, 1), bond(1, 1)));
    }

    private static Bond bond(int rows, int columns) {
        return new Bond(0, 0, List.of(rows, columns), 0);
    }
}
