package org.blockspin.api;

import java.util.Optional;
import java.util.OptionalDouble;

/** Configurations that are there, and no recipe. */
record GivenEnsemble(Model model, Configurations configurations) implements Ensemble {
    @Override
    public Lattice lattice() {
        return configurations.lattice();
    }

    @Override
    public OptionalDouble temperature() {
        return OptionalDouble.empty();
    }

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public long count() {
        return configurations.count();
    }

    @Override
    public Configurations block(long index) {
        int from = Math.toIntExact(index * BLOCK);
        return configurations.slice(from, Math.min(from + BLOCK, configurations.count()));
    }

    @Override
    public String root() {
        return "given";
    }

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public Optional<BlockRule> rule() {
        return Optional.empty();
    }
}
