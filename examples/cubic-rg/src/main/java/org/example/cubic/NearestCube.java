package org.example.cubic;

import java.io.IOException;
import java.nio.file.Path;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Plugin.NoParameters;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.osgi.service.component.annotations.Component;

/**
 * Undoes a blocking with b = 2 site by site: every fine site is drawn from how often it was up where the nearest coarse
 * sites were as they are. These are the 2x2x2 around the corner of its block at which it lies, see {@link Cubes}. Two
 * states and any dimension.
 *
 * <p>Fine sites of one block are taken to be independent given the coarse ones, as in a network with one output a site
 * (Efthymiou, Beach and Melko 2019). They are not, so that energies come out too high.
 */
@Component
@Kind(
        name = "nearest-cube",
        description = "Draws each fine site as often up as it was, where the nearest 2x2x2 coarse sites were the same.",
        parameters = NoParameters.class)
public final class NearestCube implements SuperResolver<NoParameters> {
    @Override
    public Trainer create(NoParameters parameters, Task task) {
        if (task.model().states() != 2) {
            throw new InvalidParameterException(
                    "", "a model with 2 states a site", task.model().states());
        }
        Cubes cubes = new Cubes(task.coarse().dimensions());
        if (!cubes.fine(task.coarse()).equals(task.fine())) {
            throw new InvalidParameterException(
                    "", "a target of twice the size of the input", task.fine().sizeLabel());
        }
        return new CountingTrainer(cubes);
    }

    private record CountingTrainer(Cubes cubes) implements Trainer {
        @Override
        public Lattice fine(Lattice coarse) {
            return cubes.fine(coarse);
        }

        @Override
        public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
            Frequencies frequencies = new Frequencies(cubes);
            for (long block = 0; block < pairs.fine().blocks(); block++) {
                progress.checkCancelled();
                Configurations coarse = pairs.coarse().block(block);
                frequencies.count(coarse, pairs.fine().block(block));
                progress.report((block + 1.0) / pairs.fine().blocks());
            }
            return new CubeResolver(cubes, frequencies.up());
        }

        @Override
        public TrainedResolver load(Path folder) throws IOException {
            return CubeResolver.load(cubes, folder);
        }
    }
}
