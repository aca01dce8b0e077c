package org.blockspin.benchmarks.work;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/**
 * Critical configurations in memory as an ensemble.
 *
 * @param configurations all of them
 * @param rule that made them
 */
record InMemory(Configurations configurations, Optional<BlockRule> rule) implements Ensemble {
    @Override
    public Model model() {
        return CriticalIsing.model(lattice());
    }

    @Override
    public Lattice lattice() {
        return configurations.lattice();
    }

    @Override
    public OptionalDouble temperature() {
        return OptionalDouble.of(CriticalIsing.TEMPERATURE);
    }

    @Override
    public int depth() {
        return rule.isPresent() ? 1 : 0;
    }

    @Override
    public long count() {
        return configurations.count();
    }

    @Override
    public Configurations block(long index) {
        int from = (int) (index * BLOCK);
        return configurations.slice(from, Math.min(from + BLOCK, configurations.count()));
    }

    @Override
    public String root() {
        return "benchmark";
    }

    @Override
    public boolean independent() {
        return true;
    }
}
