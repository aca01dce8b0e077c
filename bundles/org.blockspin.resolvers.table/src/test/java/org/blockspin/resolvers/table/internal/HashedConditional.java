package org.blockspin.resolvers.table.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;
import org.blockspin.api.LocalConditional;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;

/** A local resolver whose probabilities are scrambled windows: no two of its windows are alike. */
record HashedConditional(List<Place> window, List<Place> targets, int states, AtomicReference<Path> savedTo)
        implements TrainedResolver, LocalConditional {

    HashedConditional(List<Place> window, List<Place> targets) {
        this(window, targets, 2, new AtomicReference<>());
    }

    /** All sites of a box, the last axis fastest. */
    static List<Place> box(int from, int extent, int dimensions) {
        int count = (int) Math.round(Math.pow(extent, dimensions));
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Integer[] shift = new Integer[dimensions];
                    for (int d = dimensions - 1, rest = i; d >= 0; d--, rest /= extent) {
                        shift[d] = from + rest % extent;
                    }
                    return new Place(List.of(shift), 0);
                })
                .toList();
    }

    static float up(long window, int target) {
        long mixed = (window * 31 + target + 1) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        return ((mixed * 0xBF58476D1CE4E5B9L) >>> 40) / (float) (1 << 24);
    }

    @Override
    public List<Integer> ratio() {
        return targets.get(0).shift().stream().map(shift -> 2).toList();
    }

    @Override
    public void probabilities(long[] windows, float[] probabilities) {
        for (int w = 0; w < windows.length; w++) {
            for (int t = 0; t < targets.size(); t++) {
                int first = (w * targets.size() + t) * 2;
                probabilities[first] = 1 - up(windows[w], t);
                probabilities[first + 1] = up(windows[w], t);
            }
        }
    }

    @Override
    public Lattice fine(Lattice coarse) {
        return coarse.resized(coarse.cells().stream().map(extent -> 2 * extent).toList());
    }

    @Override
    public void resolve(Configurations coarse, Configurations fine, RandomStream random, Progress progress) {
        throw new UnsupportedOperationException("only windows are known");
    }

    @Override
    public void save(Path folder) {
        savedTo.set(folder);
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("whoever compiles does not own the trained resolver");
    }
}
