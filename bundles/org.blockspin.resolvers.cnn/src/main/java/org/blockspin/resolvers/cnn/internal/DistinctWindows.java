package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Every distinct window once: the loss is a sum over fine sites of a function of the window, so it depends on nothing
 * but how often each window occurs and how often each of its targets is up. Where energies count as well, the sites of
 * every configuration are looked up among the distinct ones.
 *
 * <p>All windows of all configurations are read and numbered once (4 bytes a coarse site), so that an epoch only counts.
 */
final class DistinctWindows implements Batches {
    private static final int MAXIMUM_WINDOWS = 1 << 16;

    private final int targets;
    private final int stride;
    /** [configuration][anchor]: number of the window, shifted left by the targets, and the bits of the targets. */
    private final int[][] entries;

    private final WindowParts parts;
    /**
     * By number of the window: how often it occurs, and how often each of its targets is up, two of them in one number
     * of two times 32 bits. All zero between batches.
     */
    private final long[] counts;

    /** Numbers of the windows that occur in the batch, in the order of their appearance. */
    private final int[] present;

    private int presentCount;

    private final int batchSize;
    private final Optional<float[]> energies;
    /** By anchor and target, the fine site that is decided. */
    private final int[] fineSites;
    /** By number of the window: where in the batch it is. */
    private final int[] places;

    /**
     * @param batchSize configurations that are evaluated at once where all are and their energies count
     * @param energies of all targets, where they count
     */
    DistinctWindows(Architecture architecture, TrainingSet set, int batchSize, Optional<float[]> energies) {
        this.batchSize = batchSize;
        this.energies = energies;
        this.fineSites = architecture.fineSites(set.coarse().lattice());
        this.targets = architecture.targets();
        this.stride = 1 + targets / 2;
        this.entries = new int[set.count()][];
        WindowReader reader = new WindowReader(architecture, set.coarse().lattice());
        CodeIndex windows = new CodeIndex();
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
        this.parts = new WindowParts(architecture, windows);
        this.counts = new long[Math.multiplyExact(windows.size(), stride)];
        this.present = new int[windows.size()];
        this.places = new int[energies.isPresent() ? windows.size() : 0];
    }

    @Override
    public Batch batch(int[] numbers, int from, int to) {
        return batch(numbers, from, to, to - from);
    }

    private Batch batch(int[] numbers, int from, int to, int outOf) {
        for (int i = from; i < to; i++) {
            count(entries[numbers[i]]);
        }
        Optional<TargetEnergies> targetEnergies = energies.map(all -> new TargetEnergies(
                TargetEnergies.of(all, numbers, from, to), places(numbers, from, to), (float) (1.0 / outOf)));
        Batch batch = batch(0, presentCount, sites(outOf), targetEnergies);
        clear();
        return batch;
    }

    /** Windows can be divided among batches as one likes, but not the sites of a configuration whose energy counts. */
    @Override
    public List<Batch> all(int from, int to) {
        return energies.isPresent() ? byConfiguration(from, to) : byWindow(from, to);
    }

    private List<Batch> byConfiguration(int from, int to) {
        int[] numbers = IntStream.range(from, to).toArray();
        return IntStream.iterate(0, i -> i < numbers.length, i -> i + batchSize)
                .mapToObj(i -> batch(numbers, i, Math.min(i + batchSize, numbers.length), numbers.length))
                .toList();
    }

    private List<Batch> byWindow(int from, int to) {
        for (int i = from; i < to; i++) {
            count(entries[i]);
        }
        List<Batch> batches = new ArrayList<>();
        for (int first = 0; first < presentCount; first += MAXIMUM_WINDOWS) {
            int end = Math.min(first + MAXIMUM_WINDOWS, presentCount);
            batches.add(batch(first, end, sites(to - from), Optional.empty()));
        }
        clear();
        return batches;
    }

    private long sites(int configurations) {
        return (long) configurations * entries[0].length * targets;
    }

    /** Where among the targets of the windows that are present the sites of configurations are. Hot. */
    private int[] places(int[] numbers, int from, int to) {
        for (int i = 0; i < presentCount; i++) {
            places[present[i]] = i * targets;
        }
        int[] sites = new int[Math.multiplyExact(to - from, fineSites.length)];
        for (int i = from; i < to; i++) {
            int[] configuration = entries[numbers[i]];
            int offset = (i - from) * fineSites.length;
            for (int anchor = 0; anchor < configuration.length; anchor++) {
                int place = places[configuration[anchor] >>> targets];
                for (int t = 0; t < targets; t++) {
                    sites[offset + fineSites[anchor * targets + t]] = place + t;
                }
            }
        }
        return sites;
    }

    /** Hot. */
    private void count(int[] configuration) {
        for (int entry : configuration) {
            int window = entry >>> targets;
            int at = window * stride;
            if (counts[at]++ == 0) {
                present[presentCount++] = window;
            }
            for (int pair = 1; pair < stride; pair++) {
                int both = entry >>> (2 * pair - 2);
                counts[at + pair] += (both & 1) | ((both & 2L) << 31);
            }
        }
    }

    private void clear() {
        for (int i = 0; i < presentCount; i++) {
            Arrays.fill(counts, present[i] * stride, (present[i] + 1) * stride, 0);
        }
        presentCount = 0;
    }

    private Batch batch(int first, int end, long sites, Optional<TargetEnergies> targetEnergies) {
        float[] weights = new float[(end - first) * targets];
        float[] weightsUp = new float[weights.length];
        double perSite = 1.0 / sites;
        int next = 0;
        for (int i = first; i < end; i++) {
            int at = present[i] * stride;
            for (int t = 0; t < targets; t++) {
                int up = (int) (counts[at + 1 + t / 2] >>> (t % 2 * 32));
                weights[next] = (float) (counts[at] * perSite);
                weightsUp[next++] = (float) (up * perSite);
            }
        }
        Subwindows found = parts.of(present, first, end);
        return new Batch(
                found.spins(), found.shape(), found.rows(), found.rowsPerWindow(), weights, weightsUp, targetEnergies);
    }
}
