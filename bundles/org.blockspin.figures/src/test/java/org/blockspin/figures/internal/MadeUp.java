package org.blockspin.figures.internal;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/** An ensemble of random states, the same for the same lattice, depth, temperature and number. */
record MadeUp(Model model, Lattice lattice, OptionalDouble temperature, int depth, long count, Optional<BlockRule> rule)
        implements Ensemble {
    static final Model ISING = model(List.of(List.of(-1.0), List.of(1.0)));

    static final Model POTTS = model(List.of(List.of(1.0, 0.0), List.of(-0.5, 0.87), List.of(-0.5, -0.87)));

    private static Model model(List<List<Double>> orderParameter) {
        int states = orderParameter.size();
        return new Model(
                states == 2 ? "ising" : "potts", states, List.of(), Collections.nCopies(states, 0.0), orderParameter);
    }

    static MadeUp square(int size, int depth) {
        return on(Rows.square(size), depth);
    }

    static MadeUp on(Lattice lattice, int depth) {
        return new MadeUp(ISING, lattice, OptionalDouble.of(2.269185314213022), depth, 1000, Optional.empty());
    }

    MadeUp of(Model other) {
        return new MadeUp(other, lattice, temperature, depth, count, rule);
    }

    MadeUp at(double otherTemperature) {
        return new MadeUp(model, lattice, OptionalDouble.of(otherTemperature), depth, count, rule);
    }

    MadeUp of(long otherCount) {
        return new MadeUp(model, lattice, temperature, depth, otherCount, rule);
    }

    /** States of all sites of a configuration. */
    int[] states(long number) {
        Random random =
                new Random(lattice.sites() + 31L * depth + 1009 * number + Double.hashCode(temperature.orElse(0)));
        return IntStream.range(0, lattice.sites())
                .map(site -> random.nextInt(model.states()))
                .toArray();
    }

    @Override
    public Configurations block(long index) {
        int size = (int) Math.min(BLOCK, count - index * BLOCK);
        Configurations block = new Configurations(lattice, model.planes(), size);
        for (int c = 0; c < size; c++) {
            block.setStates(c, states(index * BLOCK + c));
        }
        return block;
    }

    @Override
    public String root() {
        return "made up";
    }

    @Override
    public boolean independent() {
        return true;
    }
}
