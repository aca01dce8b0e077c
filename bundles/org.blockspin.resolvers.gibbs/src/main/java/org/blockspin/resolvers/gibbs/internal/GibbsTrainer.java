package org.blockspin.resolvers.gibbs.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.blockspin.api.Lattice;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.api.TrainedResolver;

/** There is nothing to train: the task says it all. */
final class GibbsTrainer implements Trainer {
    private final int sweeps;
    private final Target target;

    GibbsTrainer(int sweeps, Target target) {
        this.sweeps = sweeps;
        this.target = target;
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return target.rule(coarse).fine();
    }

    /** Looks at no pair: they need not be made. */
    @Override
    public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
        return new GibbsResolver(sweeps, target);
    }

    /** Sweeps and temperature are those in the folder; model and rule cannot be written and are those of the task. */
    @Override
    public TrainedResolver load(Path folder) throws IOException {
        return ResolverFile.load(folder, target);
    }
}
