package org.example.cubic;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;

/** Configurations that are there, block by block. */
record Fixed(Configurations all) implements Ensemble {
    @Override
    public Configurations block(long index) {
        int from = (int) index * BLOCK;
        return all.slice(from, Math.min(from + BLOCK, all.count()));
    }

    @Override
    public Model model() {
        return IsingOnCubic.ISING;
    }

    @Override
    public Lattice lattice() {
        return all.lattice();
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
        return all.count();
    }

    @Override
    public String root() {
        return "fixed";
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
