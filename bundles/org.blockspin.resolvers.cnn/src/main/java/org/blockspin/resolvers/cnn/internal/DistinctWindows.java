package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Every distinct window once: the loss is a sum over fine sites of a function of the window, so it depends on nothing
 * but how often each window occurs and how often each of its targets is up.
 *
 * <p>All windows of all configurations are read and numbered once (4 bytes a coarse site), so that an epoch only counts.
 */
final class DistinctWindows implements Batches {
    private static final int MAXIMUM_WINDOWS = 1 << 16;

    private final Architecture architecture;
    private final int targets;
    /** [configuration][anchor]: number of the window, shifted left by the targets, and the bits of the targets. */
    private final int[][] entries;

    private final CodeIndex windows = new CodeIndex();
    /** By number of the window; all zero between batches. */
    private final int[] counts;

    /** By number of the window and target. */
    private final int[] ups;

    /** Numbers of the windows that occur in the batch, in the order of their appearance. */
    private final int[] present;

    private int presentCount;

    DistinctWindows(Architecture architecture, TrainingSet set) {
        this.architecture = architecture;
        this.targets = architecture.targets();
        this.entries = new int[set.count()][];
        WindowReader reader = new WindowReader(architecture, set.coarse().lattice());
        long[] codes = new long[reader.windows()];
        byte[] bits = new byte[reader.windows()];
        for (int i = 0; i < entries.length; i++) {
            reader.windows(set.coarse(), i, codes);
            reader.targets(set.fine(), i, bits);
            entries[i] = new int[codes.length];
            for (int anchor = 0; anchor < codes.length; anchor++) {
                entries[i][anchor] = Math.multiplyExact(windows.number(codes[anchor]), 1 << targets) | bits[anchor];
            }
        }
        this.counts = new int[windows.size()];
        this.ups = new int[windows.size() * targets];
        this.present = new int[windows.size()];
    }

    @Override
    public Batch batch(int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            count(entries[numbers[i]]);
        }
        Batch batch = batch(0, presentCount, sites(to - from));
        clear();
        return batch;
    }

    @Override
    public List<Batch> all(int from, int to) {
        for (int i = from; i < to; i++) {
            count(entries[i]);
        }
        List<Batch> batches = new ArrayList<>();
        for (int first = 0; first < presentCount; first += MAXIMUM_WINDOWS) {
            batches.add(batch(first, Math.min(first + MAXIMUM_WINDOWS, presentCount), sites(to - from)));
        }
        clear();
        return batches;
    }

    private long sites(int configurations) {
        return (long) configurations * entries[0].length * targets;
    }

    /** Hot. */
    private void count(int[] configuration) {
        for (int entry : configuration) {
            int window = entry >>> targets;
            if (counts[window]++ == 0) {
                present[presentCount++] = window;
            }
            for (int t = 0; t < targets; t++) {
                ups[window * targets + t] += entry >>> t & 1;
            }
        }
    }

    private void clear() {
        for (int i = 0; i < presentCount; i++) {
            int window = present[i];
            counts[window] = 0;
            Arrays.fill(ups, window * targets, (window + 1) * targets, 0);
        }
        presentCount = 0;
    }

    private Batch batch(int first, int end, long sites) {
        long[] codes = new long[end - first];
        float[] weights = new float[codes.length * targets];
        float[] weightsUp = new float[weights.length];
        double perSite = 1.0 / sites;
        for (int i = 0; i < codes.length; i++) {
            int window = present[first + i];
            codes[i] = windows.code(window);
            for (int t = 0; t < targets; t++) {
                weights[i * targets + t] = (float) (counts[window] * perSite);
                weightsUp[i * targets + t] = (float) (ups[window * targets + t] * perSite);
            }
        }
        Subwindows parts = Subwindows.of(architecture, codes, 0, codes.length);
        return new Batch(parts.spins(), parts.shape(), parts.rows(), parts.rowsPerWindow(), weights, weightsUp);
    }
}
