package org.blockspin.resolvers.gibbs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;

/**
 * Runs a Markov chain for every configuration: from blocks in their most probable states, each taken for itself, a fixed
 * number of sweeps. Thread-safe: what is the same for all chains on one lattice is shared, all else belongs to the call.
 */
final class GibbsResolver implements TrainedResolver {
    private final int sweeps;
    private final Target target;
    private final Map<Lattice, Blocks> blocks = new ConcurrentHashMap<>();

    GibbsResolver(int sweeps, Target target) {
        this.sweeps = sweeps;
        this.target = target;
    }

    int sweeps() {
        return sweeps;
    }

    Target target() {
        return target;
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return target.rule(coarse).fine();
    }

    @Override
    public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
        BlockRule rule = target.rule(coarse.lattice());
        requirePairs(rule, coarse, fine);
        GibbsChain chain =
                new GibbsChain(blocks.computeIfAbsent(coarse.lattice(), lattice -> new Blocks(target, rule)));
        for (int c = 0; c < coarse.count(); c++) {
            progress.report((double) c / coarse.count());
            chain.start(coarse.states(c));
            for (int sweep = 0; sweep < sweeps; sweep++) {
                progress.checkCancelled();
                chain.sweep(random);
            }
            fine.setStates(c, chain.states());
        }
    }

    private void requirePairs(BlockRule rule, Configurations coarse, Configurations fine) {
        int planes = target.model().planes();
        if (!fine.lattice().equals(rule.fine())
                || coarse.count() != fine.count()
                || coarse.planes() != planes
                || fine.planes() != planes) {
            throw new IllegalArgumentException("expected " + coarse.count() + " configurations of "
                    + rule.fine().sizeLabel() + " with " + planes + " planes, found " + fine + " with "
                    + fine.planes());
        }
    }

    @Override
    public void save(Path folder) throws IOException {
        ResolverFile.save(this, folder);
    }

    @Override
    public void close() {
        blocks.clear();
    }
}
