package ${package};

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/** An observable: the fraction of bonds that join sites in different states. */
@Component
@Kind(
        name = "domain-walls",
        description = "The fraction of bonds that join sites in different states.",
        parameters = NoParameters.class)
public final class DomainWalls implements Observable<NoParameters> {
    @Override
    public Measurement create(NoParameters parameters, Subject subject) {
        return new Walls(subject.lattice());
    }

    private record Walls(Lattice lattice) implements Measurement {
        @Override
        public int columns() {
            return 1;
        }

        @Override
        public void measure(Configurations batch, long first, double[][] rows) {
            double bonds = (double) lattice.cellCount() * lattice.bonds().size();
            for (int c = 0; c < batch.count(); c++) {
                int[] states = batch.states(c);
                int[] walls = new int[1];
                lattice.forEachBond((from, to, type) -> walls[0] += states[from] == states[to] ? 0 : 1);
                rows[c][0] = walls[0] / bonds;
            }
        }

        @Override
        public List<Quantity> quantities() {
            return List.of(new Quantity("domain_walls", means -> means[0]));
        }
    }
}
