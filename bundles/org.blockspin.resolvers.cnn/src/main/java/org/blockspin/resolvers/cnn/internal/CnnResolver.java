package org.blockspin.resolvers.cnn.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.LogLikelihood;
import org.blockspin.api.Probabilities;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.statistics.BernoulliThreshold;

/**
 * A trained network: whole lattices go through it, and fine spins are drawn from its probabilities by
 * {@link BernoulliThreshold}, configuration by configuration: window by window, as a table would draw them, or site by
 * site if windows are too large.
 */
final class CnnResolver implements TrainedResolver, Probabilities, LogLikelihood {
    /** Bounds the memory of one evaluation: 16 MB for a layer of 64 channels. */
    private static final int FINE_SITES_AT_ONCE = 1 << 16;

    private final Architecture architecture;
    private final Network network;
    private final List<Epoch> epochs;
    private final boolean tensorboard;

    CnnResolver(Architecture architecture, Network network, List<Epoch> epochs, boolean tensorboard) {
        this.architecture = architecture;
        this.network = network;
        this.epochs = List.copyOf(epochs);
        this.tensorboard = tensorboard;
    }

    Architecture architecture() {
        return architecture;
    }

    Network network() {
        return network;
    }

    List<Epoch> epochs() {
        return epochs;
    }

    /** Whether {@link #save} leaves an event file, too. */
    boolean tensorboard() {
        return tensorboard;
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return architecture.fine(coarse);
    }

    @Override
    public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
        requirePairs(coarse, fine);
        int sites = fine.sites();
        Optional<LocalConditional> local = capability(LocalConditional.class);
        int[] order = local.map(windows -> windows.fineSites(coarse.lattice(), fine.lattice()))
                .orElseGet(() -> IntStream.range(0, sites).toArray());
        int group = local.map(windows -> windows.targets().size()).orElse(1);
        int[] thresholds = new int[sites];
        forEachChunk(coarse, (from, spins, shape) -> {
            progress.checkCancelled();
            progress.report((double) from / coarse.count());
            float[] probabilities = network.probabilities(spins, shape);
            for (int i = 0; i < shape[0]; i++) {
                for (int draw = 0; draw < sites; draw++) {
                    thresholds[draw] = BernoulliThreshold.of(probabilities[i * sites + order[draw]]);
                }
                int offset = fine.wordOffset(from + i, 0);
                BernoulliThreshold.sample(thresholds, order, group, random, fine.words(), offset);
            }
        });
    }

    @Override
    public void probabilities(Configurations coarse, int from, int to, float[] probabilities) {
        int values = 2 * fine(coarse.lattice()).sites();
        forEachChunk(
                coarse.slice(from, to),
                (first, spins, shape) ->
                        ofBothStates(network.probabilities(spins, shape), probabilities, first * values));
    }

    /** ln P = sum over fine sites of y z - ln(1 + e^z), with the logits z. */
    @Override
    public void logLikelihood(Configurations coarse, Configurations fine, double[] out) {
        requirePairs(coarse, fine);
        int sites = fine.sites();
        forEachChunk(coarse, (from, spins, shape) -> {
            float[] logits = network.logits(spins, shape);
            for (int i = 0; i < shape[0]; i++) {
                double sum = 0;
                for (int site = 0; site < sites; site++) {
                    double z = logits[i * sites + site];
                    double softplus = Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
                    sum += fine.state(from + i, site) * z - softplus;
                }
                out[from + i] = sum;
            }
        });
    }

    private void requirePairs(Configurations coarse, Configurations fine) {
        Lattice expected = fine(coarse.lattice());
        if (!fine.lattice().equals(expected)
                || coarse.count() != fine.count()
                || coarse.planes() != 1
                || fine.planes() != 1) {
            throw new IllegalArgumentException("expected " + coarse.count() + " configurations of "
                    + expected.sizeLabel() + " of two states, found " + fine);
        }
    }

    /** What to do with the configurations from {@code from} on, as spins of this shape. */
    private interface Chunk {
        void evaluate(int from, byte[] spins, int[] shape);
    }

    private void forEachChunk(Configurations coarse, Chunk chunk) {
        int sites = coarse.sites();
        int size = Math.max(1, FINE_SITES_AT_ONCE / (sites * architecture.targets()));
        for (int from = 0; from < coarse.count(); from += size) {
            int first = from;
            int count = Math.min(size, coarse.count() - from);
            byte[] spins = new byte[count * sites];
            for (int i = 0; i < count; i++) {
                Spins.unpack(coarse, from + i, spins, i * sites);
            }
            TensorFlow.call("evaluating the network", () -> {
                chunk.evaluate(first, spins, Spins.shape(coarse.lattice(), count));
                return chunk;
            });
        }
    }

    private static void ofBothStates(float[] up, float[] probabilities, int offset) {
        for (int i = 0; i < up.length; i++) {
            probabilities[offset + 2 * i] = 1 - up[i];
            probabilities[offset + 2 * i + 1] = up[i];
        }
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        if (type == LocalConditional.class) {
            return architecture.hasWindows() ? Optional.of(type.cast(new Local())) : Optional.empty();
        }
        return TrainedResolver.super.capability(type);
    }

    @Override
    public void save(Path folder) throws IOException {
        ResolverFiles.save(this, folder);
    }

    @Override
    public void close() {
        network.close();
    }

    /** The network on windows. */
    private final class Local implements LocalConditional {
        private static final int WINDOWS_AT_ONCE = 1 << 16;

        @Override
        public List<Integer> ratio() {
            return Collections.nCopies(architecture.dimensions(), 2);
        }

        @Override
        public List<Place> window() {
            return architecture.window();
        }

        @Override
        public List<Place> targets() {
            return architecture.targetPlaces();
        }

        @Override
        public int states() {
            return 2;
        }

        @Override
        public void probabilities(long[] windows, float[] probabilities) {
            int perWindow = states() * architecture.targets();
            for (int from = 0; from < windows.length; from += WINDOWS_AT_ONCE) {
                int to = Math.min(from + WINDOWS_AT_ONCE, windows.length);
                Subwindows parts = Subwindows.of(architecture, windows, from, to);
                float[] up = TensorFlow.call("evaluating the network", () -> network.probabilities(parts));
                ofBothStates(up, probabilities, from * perWindow);
            }
        }
    }
}
