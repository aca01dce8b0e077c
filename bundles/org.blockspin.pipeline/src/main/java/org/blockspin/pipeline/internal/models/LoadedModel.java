package org.blockspin.pipeline.internal.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;

/** A model variant with the plugin that loads it: to train it is to load it. */
@Kind(name = "model-variant", parameters = Plugin.NoParameters.class)
final class LoadedModel implements SuperResolver<Plugin.NoParameters> {
    private final ModelFile file;
    private final Files files;

    /** Gives the folder of the model. */
    @FunctionalInterface
    interface Files {
        Path folder() throws IOException;
    }

    LoadedModel(ModelFile file, Files files) {
        this.file = file;
        this.files = files;
    }

    @Override
    public Trainer create(Plugin.NoParameters parameters, Task task) {
        file.task().requireSame(task);
        return new Loader(file.resolver().create(task));
    }

    /** The trainer of the plugin that made the model, which here only loads. */
    private final class Loader implements Trainer {
        private final Trainer trainer;

        Loader(Trainer trainer) {
            this.trainer = trainer;
        }

        @Override
        public Lattice fine(Lattice coarse) {
            return trainer.fine(coarse);
        }

        @Override
        public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
            try {
                return trainer.load(files.folder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public TrainedResolver load(Path saved) throws IOException {
            return trainer.load(saved);
        }
    }
}
