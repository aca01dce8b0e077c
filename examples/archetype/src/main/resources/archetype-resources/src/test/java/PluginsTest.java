package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoContext;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.junit.jupiter.api.Test;

/** The plugins as plain classes. */
class PluginsTest {
    /** J = 1, no field: energies of equal and unequal neighbours, of a site, and the spin of states 0 and 1. */
    private static final Model ISING = new Model(
            "ising",
            2,
            List.of(List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0))),
            List.of(0.0, 0.0),
            List.of(List.of(-1.0), List.of(1.0)));

    private final Lattice ladder = new Ladder().create(new Ladder.Parameters(List.of(6)), NoContext.NONE);

    @Test
    void everySiteOfALadderHasThreeNeighbours() {
        Map<Integer, Integer> bonds = new HashMap<>();
        ladder.forEachBond((from, to, type) -> {
            bonds.merge(from, 1, Integer::sum);
            bonds.merge(to, 1, Integer::sum);
        });
        assertThat(bonds).hasSize(12).allSatisfy((site, count) -> assertThat(count)
                .isEqualTo(3));
    }

    @Test
    void heatBathSamplesTheExactEnergy() {
        int count = 20_000;
        Configurations spins = new Configurations(ladder, 1, count);
        new HeatBath()
                .create(new HeatBath.Parameters(50), new Sampler.Target(ISING, ladder, 2))
                .fill(spins, RandomStream.of(2019), Progress.none());
        double[] energies = IntStream.range(0, count)
                .mapToDouble(c -> Exact.energy(ladder, spins.states(c)))
                .toArray();
        double mean = Arrays.stream(energies).average().getAsDouble();
        double variance =
                Arrays.stream(energies).map(e -> (e - mean) * (e - mean)).sum() / (count - 1);
        assertThat(mean / ladder.sites())
                .isCloseTo(Exact.energyPerSite(ladder, 2), within(5 * Math.sqrt(variance / count) / ladder.sites()));
    }

    @Test
    void everyOtherCellIsKept() {
        BlockRule rule = EveryOtherCell.rule(ladder);
        Configurations fine = new Configurations(ladder, 1, 1);
        fine.setStates(0, new int[] {0, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0});
        Configurations coarse = new Configurations(rule.coarse(), 1, 1);
        rule.apply(fine, coarse, RandomStream.of(1));
        assertThat(coarse.states(0)).containsExactly(0, 1, 1, 0, 1, 1);
        assertThatThrownBy(() -> EveryOtherCell.rule(ladder.resized(List.of(5))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("expected an even number of cells in one dimension, found 5");
    }

    @Test
    void wallsAreCounted() {
        Configurations spins = new Configurations(ladder, 1, 1);
        spins.setState(0, 4, 1);
        double[][] rows = new double[1][1];
        new DomainWalls()
                .create(new NoParameters(), new Observable.Subject(ISING, ladder, OptionalDouble.empty()))
                .measure(spins, 0, rows);
        assertThat(rows[0][0]).isEqualTo(3 / 18.0);
    }

    @Test
    void barsShowKnownQuantitiesOnly() throws Exception {
        Figure.Available available = new Figure.Available(Set.of("energy"), List.of());
        assertThatThrownBy(() -> new Bars().create(new Bars.Parameters("enrgy"), available))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("quantity: expected one of energy, found enrgy");
        List<String> written = new ArrayList<>();
        new Bars()
                .create(new Bars.Parameters("energy"), available)
                .draw(List.of(), (extension, content) -> written.add(extension));
        assertThat(written).containsExactly("csv", "svg", "png");
    }
}
