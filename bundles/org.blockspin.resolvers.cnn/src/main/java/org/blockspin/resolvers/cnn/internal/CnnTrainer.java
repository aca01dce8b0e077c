package org.blockspin.resolvers.cnn.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver.Pairs;
import org.blockspin.api.SuperResolver.Trainer;
import org.blockspin.api.TrainedResolver;
import org.tensorflow.proto.ConfigProto;

/** Trains networks, or loads trained ones. */
final class CnnTrainer implements Trainer {
    private final Cnn.Parameters parameters;
    private final Model model;
    private final int dimensions;
    private final Devices devices;

    CnnTrainer(Cnn.Parameters parameters, Model model, int dimensions, Devices devices) {
        this.parameters = parameters;
        this.model = model;
        this.dimensions = dimensions;
        this.devices = devices;
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
            ConfigProto configuration = devices.configuration(parameters.device());
            Optional<EnergyRegularizer> regularizer =
                    EnergyRegularizer.of(parameters, model, set.fine().lattice());
            try (TrainingRun run =
                    new TrainingRun(parameters, regularizer, configuration, architecture, set, random, progress)) {
                Weights weights = run.run();
                Network network = Network.of(architecture, weights, configuration);
                return new CnnResolver(architecture, network, run.epochs(), parameters.tensorboard());
            }
        });
    }

    /** The network is the one in the folder, whatever filters and kernels the parameters name. */
    @Override
    public TrainedResolver load(Path folder) throws IOException {
        CnnResolver resolver =
                ResolverFiles.load(folder, parameters.tensorboard(), () -> devices.configuration(parameters.device()));
        if (resolver.architecture().dimensions() != dimensions) {
            resolver.close();
            throw new IllegalStateException(folder + " holds a network for "
                    + resolver.architecture().dimensions() + " dimension(s), but " + dimensions + " are needed");
        }
        return resolver;
    }
}
