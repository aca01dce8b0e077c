package ${package};

import java.util.List;
import org.blockspin.api.Description;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.Min;
import org.osgi.service.component.annotations.Component;

/** A lattice: a periodic ladder. A cell is a rung with two sites; its bonds are the rung and one along each leg. */
@Component
@Kind(name = "ladder", description = "A periodic ladder of two legs.", parameters = Ladder.Parameters.class)
public final class Ladder implements LatticeKind<Ladder.Parameters> {
    public record Parameters(
            @Description("number of rungs, a list of one number") @Min(3)
            List<Integer> size) {}

    @Override
    public Lattice create(Parameters parameters, NoContext context) {
        if (parameters.size().size() != 1) {
            throw new InvalidParameterException("size", "a list of one extent", parameters.size());
        }
        return new Lattice(
                "ladder",
                parameters.size(),
                2,
                List.of(
                        new Bond(0, 1, List.of(0), 0), // the rung
                        new Bond(0, 0, List.of(1), 0),
                        new Bond(1, 1, List.of(1), 0)));
    }
}
