package org.blockspin.resolvers.gibbs.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.CoarseGrainer.Fine;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Task;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.coarsegrainers.internal.Decimation;
import org.blockspin.coarsegrainers.internal.Majority;
import org.blockspin.coarsegrainers.internal.Majority.Tie;
import org.blockspin.lattices.internal.Ising;

/** Lattices, models, rules and tasks for tests. */
final class TestData {
    static final double CRITICAL = 2 / StrictMath.log(1 + StrictMath.sqrt(2));

    /** Three states, all different: a bond has a direction, and every state an energy of its own. */
    static final Model CHIRAL = new Model(
            "chiral",
            3,
            List.of(List.of(List.of(-1.0, 0.2, 0.7), List.of(0.5, -0.8, 0.1), List.of(-0.3, 0.9, -1.2))),
            List.of(0.0, 0.3, -0.2),
            List.of(List.of(-1.0), List.of(0.0), List.of(1.0)));

    private TestData() {}

    /** A hypercubic lattice: one site a cell, bonds to nearest neighbours. */
    static Lattice lattice(Integer... cells) {
        List<Bond> bonds = IntStream.range(0, cells.length)
                .mapToObj(along -> new Bond(
                        0,
                        0,
                        IntStream.range(0, cells.length)
                                .mapToObj(d -> d == along ? 1 : 0)
                                .toList(),
                        0))
                .toList();
        return new Lattice(List.of("chain", "square", "cubic").get(cells.length - 1), List.of(cells), 1, bonds);
    }

    static Model ising(Lattice lattice) {
        return new Ising().create(new NoParameters(), lattice);
    }

    static BlockRule majority(Lattice fine, int b, Tie tie) {
        return new Majority().create(new Majority.Parameters(b, tie), new Fine(ising(fine), fine));
    }

    static BlockRule decimation(Lattice fine, int b) {
        return new Decimation().create(new Decimation.Parameters(b), new Fine(ising(fine), fine));
    }

    static Task task(Model model, BlockRule rule, double temperature) {
        return new Task(model, rule.coarse(), rule.fine(), Optional.of(rule), OptionalDouble.of(temperature), 0);
    }

    static Trainer trainer(int sweeps, Task task) {
        return new ConstrainedGibbs().create(new ConstrainedGibbs.Parameters(sweeps), task);
    }

    static GibbsResolver resolver(int sweeps, Model model, BlockRule rule, double temperature) {
        return new GibbsResolver(sweeps, Target.of(task(model, rule, temperature)));
    }

    static Configurations resolve(GibbsResolver resolver, Configurations coarse, RandomStream random) {
        Configurations fine = new Configurations(resolver.fine(coarse.lattice()), coarse.planes(), coarse.count());
        resolver.resolve(coarse, fine, random, Progress.none());
        return fine;
    }

    /** The same configuration so many times. */
    static Configurations repeated(Lattice lattice, Model model, int count, int[] states) {
        Configurations configurations = new Configurations(lattice, model.planes(), count);
        for (int c = 0; c < count; c++) {
            configurations.setStates(c, states);
        }
        return configurations;
    }

    static Configurations random(Lattice lattice, int count, RandomStream random) {
        Configurations configurations = new Configurations(lattice, 1, count);
        for (int c = 0; c < count; c++) {
            for (int site = 0; site < configurations.sites(); site++) {
                configurations.setState(c, site, random.nextInt(2));
            }
        }
        return configurations;
    }

    /** Energy, straight from the definition. */
    static double energy(Model model, Lattice lattice, int[] states) {
        double[] sum = {0};
        lattice.forEachBond((i, j, type) -> sum[0] += model.bondEnergy(type, states[i], states[j]));
        for (int state : states) {
            sum[0] += model.siteEnergies().get(state);
        }
        return sum[0];
    }
}
