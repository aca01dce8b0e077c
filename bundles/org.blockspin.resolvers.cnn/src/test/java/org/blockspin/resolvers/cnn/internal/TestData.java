package org.blockspin.resolvers.cnn.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Lattice.Bond;
import org.blockspin.api.Model;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Task;
import org.blockspin.statistics.RandomStreams;

/** Lattices, configurations and networks for tests. */
final class TestData {
    static final Model ISING = new Model(
            "ising",
            2,
            List.of(List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0))),
            List.of(0.0, 0.0),
            List.of(List.of(-1.0), List.of(1.0)));

    private TestData() {}

    static Lattice lattice(Integer... cells) {
        List<Bond> bonds = cells.length == 1
                ? List.of(new Bond(0, 0, List.of(1), 0))
                : List.of(new Bond(0, 0, List.of(1, 0), 0), new Bond(0, 0, List.of(0, 1), 0));
        return new Lattice(cells.length == 1 ? "chain" : "square", List.of(cells), 1, bonds);
    }

    static Lattice doubled(Lattice coarse) {
        return coarse.resized(Architecture.doubled(coarse.cells()));
    }

    static Configurations random(Lattice lattice, int count, RandomStream random) {
        Configurations configurations = new Configurations(lattice, 1, count);
        for (int i = 0; i < count; i++) {
            for (int site = 0; site < configurations.sites(); site++) {
                configurations.setState(i, site, random.nextInt(2));
            }
        }
        return configurations;
    }

    /** Fine configurations that know of the coarse ones: every block repeats its spin, with one spin in five flipped. */
    static Configurations noisyDoubles(Configurations coarse, RandomStream random) {
        Configurations fine = new Configurations(doubled(coarse.lattice()), 1, coarse.count());
        for (int i = 0; i < coarse.count(); i++) {
            for (int site = 0; site < fine.sites(); site++) {
                int[] cell = fine.lattice().cell(site);
                for (int d = 0; d < cell.length; d++) {
                    cell[d] /= 2;
                }
                int spin = coarse.state(i, coarse.lattice().site(cell, 0));
                fine.setState(i, site, random.nextInt(5) == 0 ? 1 - spin : spin);
            }
        }
        return fine;
    }

    static TrainingSet set(Lattice lattice, int count) {
        Configurations coarse = random(lattice, count, RandomStreams.of(1, "coarse"));
        return new TrainingSet(coarse, noisyDoubles(coarse, RandomStreams.of(1, "fine")), count);
    }

    static Task task(Lattice coarse) {
        return new Task(ISING, coarse, doubled(coarse), Optional.empty(), OptionalDouble.empty(), 0);
    }

    static Pairs pairs(Configurations coarse, Configurations fine) {
        return new Pairs(Ensemble.of(ISING, coarse), Ensemble.of(ISING, fine));
    }

    static Architecture architecture(int dimensions, List<Integer> filters, List<Integer> kernels) {
        return new Architecture(dimensions, filters, kernels, Cnn.Activation.ELU, false);
    }

    /** Initial weights, with biases that are not zero. */
    static Weights weights(Architecture architecture, RandomStream random) {
        Weights weights = Weights.initial(architecture, random);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            float[] bias = weights.arrays().get(2 * layer + 1);
            for (int i = 0; i < bias.length; i++) {
                bias[i] = (float) (random.nextDouble() - 0.5);
            }
        }
        return weights;
    }
}
