package ${package};

import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Kind;
import org.blockspin.api.Min;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.osgi.service.component.annotations.Component;

/**
 * A sampler: every configuration starts at random, and then each site in turn is drawn from its conditional distribution.
 * Slow near a critical point, and where there are many sites.
 */
@Component
@Kind(
        name = "heat-bath",
        description = "Heat-bath sweeps from a random start, any model on any lattice.",
        parameters = HeatBath.Parameters.class)
public final class HeatBath implements Sampler<HeatBath.Parameters> {
    public record Parameters(
            @Description("sweeps before a configuration is taken") @Min(1) @Default("100")
            int sweeps) {}

    @Override
    public Source create(Parameters parameters, Target target) {
        return new Sweeps(parameters.sweeps(), target);
    }

    /** A bond as one of its sites sees it. */
    private record Neighbour(int site, int type, boolean isSecond) {}

    private record Sweeps(int sweeps, Target target) implements Source {
        @Override
        public void fill(Configurations out, RandomStream random, Progress progress) {
            List<List<Neighbour>> neighbours = neighbours();
            int[] states = new int[out.sites()];
            for (int c = 0; c < out.count(); c++) {
                progress.checkCancelled();
                for (int i = 0; i < states.length; i++) {
                    states[i] = random.nextInt(target.model().states());
                }
                for (int sweep = 0; sweep < sweeps; sweep++) {
                    for (int i = 0; i < states.length; i++) {
                        states[i] = draw(neighbours.get(i), states, random);
                    }
                }
                out.setStates(c, states);
                progress.report((c + 1.0) / out.count());
            }
        }

        private List<List<Neighbour>> neighbours() {
            List<List<Neighbour>> neighbours = new ArrayList<>();
            for (int i = 0; i < target.lattice().sites(); i++) {
                neighbours.add(new ArrayList<>());
            }
            target.lattice().forEachBond((from, to, type) -> {
                neighbours.get(from).add(new Neighbour(to, type, true));
                neighbours.get(to).add(new Neighbour(from, type, false));
            });
            return neighbours;
        }

        private int draw(List<Neighbour> neighbours, int[] states, RandomStream random) {
            Model model = target.model();
            double[] weights = new double[model.states()];
            double sum = 0;
            for (int state = 0; state < weights.length; state++) {
                double energy = model.siteEnergies().get(state);
                for (Neighbour n : neighbours) {
                    int other = states[n.site()];
                    energy += n.isSecond()
                            ? model.bondEnergy(n.type(), state, other)
                            : model.bondEnergy(n.type(), other, state);
                }
                weights[state] = Math.exp(-energy / target.temperature());
                sum += weights[state];
            }
            double left = sum * random.nextDouble();
            int state = 0;
            while (state < weights.length - 1 && left >= weights[state]) {
                left -= weights[state++];
            }
            return state;
        }

        /** Every configuration has a start and random numbers of its own. */
        @Override
        public boolean independent() {
            return true;
        }
    }
}
