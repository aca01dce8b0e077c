package org.blockspin.pipeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;

/** Copies every spin to its block and flips each copy with a probability: noise, plus what each training draws. */
@Kind(name = "noisy-copy", parameters = NoisyCopy.Parameters.class)
public final class NoisyCopy implements SuperResolver<NoisyCopy.Parameters> {
    public record Parameters(
            @Default("0.1") @Min(0) @Max(1) double noise,
            @Default("0") @Min(0) double spread) {}

    @Override
    public Trainer create(Parameters parameters, Task task) {
        return new Trainer() {
            @Override
            public Lattice fine(Lattice coarse) {
                return coarse.resized(
                        coarse.cells().stream().map(extent -> 2 * extent).toList());
            }

            @Override
            public TrainedResolver train(Pairs pairs, RandomStream random, Progress progress) {
                return new Copier(parameters.noise() + parameters.spread() * random.nextDouble());
            }

            @Override
            public TrainedResolver load(Path folder) throws IOException {
                return new Copier(Double.parseDouble(Files.readString(folder.resolve("noise"))));
            }
        };
    }

    private record Copier(double noise) implements TrainedResolver {
        @Override
        public Lattice fine(Lattice coarse) {
            return coarse.resized(
                    coarse.cells().stream().map(extent -> 2 * extent).toList());
        }

        @Override
        public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
            for (int c = 0; c < coarse.count(); c++) {
                for (int site = 0; site < fine.sites(); site++) {
                    int[] cell = fine.lattice().cell(site);
                    for (int d = 0; d < cell.length; d++) {
                        cell[d] /= 2;
                    }
                    int state = coarse.state(c, coarse.lattice().site(cell, 0));
                    fine.setState(c, site, random.nextDouble() < noise ? 1 - state : state);
                }
            }
        }

        @Override
        public void save(Path folder) throws IOException {
            Files.writeString(folder.resolve("noise"), String.valueOf(noise));
        }

        @Override
        public void close() {}
    }
}
