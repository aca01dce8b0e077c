package org.blockspin.resolvers.cnn.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.blockspin.api.Lattice;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.api.TrainedResolver;

/** Trains networks, or loads trained ones. */
final class CnnTrainer implements Trainer {
    private final Cnn.Parameters parameters;
    private final int dimensions;

    CnnTrainer(Cnn.Parameters parameters, int dimensions) {
        this.parameters = parameters;
        this.dimensions = dimensions;
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return Architecture.of(parameters, dimensions).fine(coarse);
    }

    @Override
    public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
        Architecture architecture = Architecture.of(parameters, dimensions);
        TrainingSet set = TrainingSet.load(pairs, parameters.validationFraction(), progress);
        return TensorFlow.call("training the network", () -> {
            try (TrainingRun run = new TrainingRun(parameters, architecture, set, random, progress)) {
                Weights weights = run.run();
                return new CnnResolver(architecture, Network.of(architecture, weights), run.epochs());
            }
        });
    }

    /** The network is the one in the folder, whatever filters and kernels the parameters name. */
    @Override
    public TrainedResolver load(Path folder) throws IOException {
        CnnResolver resolver = ResolverFiles.load(folder);
        if (resolver.architecture().dimensions() != dimensions) {
            resolver.close();
            throw new IllegalStateException(folder + " holds a network for "
                    + resolver.architecture().dimensions() + " dimension(s), but " + dimensions + " are needed");
        }
        return resolver;
    }
}
