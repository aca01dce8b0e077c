package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.blockspin.api.Chosen;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Observable;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.statistics.BinnedRows;
import org.blockspin.statistics.Jackknife;

/** What an observe step measures on one ensemble: a set of observables, and the sums of their rows over bins. */
final class Observation implements Measured {
    /** Bins that remain for the jackknife; more cost time and hardly improve the error of the error. */
    private static final int MOST_BINS = 256;

    /** Bins aimed at. */
    private static final int BINS = 128;

    /** One observable on this ensemble. */
    record Part(
            Chosen<Observable<?>, Observable.Subject, Observable.Measurement> observable,
            List<Observable.Quantity> quantities) {}

    /** Blocks a segment: about half a minute of a long chain of super-resolutions. */
    private static final int SEGMENT = 64;

    private final Ensemble ensemble;
    private final List<Part> parts;

    /** By part and block, until the segment that holds the block is complete. */
    private final AtomicReferenceArray<Optional<BinnedRows>>[] blocks;

    /** By part and segment. */
    private final AtomicReferenceArray<Optional<BinnedRows>>[] segments;

    Observation(Ensemble ensemble, List<Part> parts) {
        this.ensemble = ensemble;
        this.parts = List.copyOf(parts);
        this.blocks = empty(parts.size(), (int) ensemble.blocks());
        this.segments = empty(parts.size(), segments());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AtomicReferenceArray<Optional<BinnedRows>>[] empty(int parts, int length) {
        AtomicReferenceArray[] all = new AtomicReferenceArray[parts];
        for (int p = 0; p < parts; p++) {
            all[p] = new AtomicReferenceArray<>(length);
            for (int i = 0; i < length; i++) {
                all[p].set(i, Optional.empty());
            }
        }
        return all;
    }

    int parts() {
        return parts.size();
    }

    /** Number of segments. */
    int segments() {
        return (int) ((ensemble.blocks() + SEGMENT - 1) / SEGMENT);
    }

    int firstBlock(int segment) {
        return segment * SEGMENT;
    }

    /** The block after the last of a segment. */
    int lastBlock(int segment) {
        return (int) Math.min(ensemble.blocks(), (segment + 1L) * SEGMENT);
    }

    /** The rows of a segment whose blocks are all measured, by part. */
    List<BinnedRows> segment(int segment) {
        List<BinnedRows> all = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            AtomicReferenceArray<Optional<BinnedRows>> part = blocks[p];
            BinnedRows rows = BinnedRows.concatenate(IntStream.range(firstBlock(segment), lastBlock(segment))
                    .mapToObj(index -> part.get(index).orElseThrow())
                    .toList());
            segments[p].set(segment, Optional.of(rows));
            IntStream.range(firstBlock(segment), lastBlock(segment))
                    .forEach(index -> part.set(index, Optional.empty()));
            all.add(rows);
        }
        return all;
    }

    /** Takes the rows that an earlier run measured. */
    void restore(int segment, List<BinnedRows> rows) {
        for (int p = 0; p < parts.size(); p++) {
            segments[p].set(segment, Optional.of(rows.get(p)));
        }
    }

    Ensemble ensemble() {
        return ensemble;
    }

    Observable.Subject subject() {
        return new Observable.Subject(ensemble.model(), ensemble.lattice(), ensemble.temperature());
    }

    @Override
    public List<String> quantities() {
        return parts.stream()
                .flatMap(part -> part.quantities().stream().map(Observable.Quantity::name))
                .toList();
    }

    /** Measures one block with every observable; blocks may be measured by several threads at once. */
    void measure(int index) {
        Configurations block = ensemble.block(index);
        for (int p = 0; p < parts.size(); p++) {
            BinnedRows rows = measure(parts.get(p), block, (long) index * Ensemble.BLOCK);
            blocks[p].set(index, Optional.of(rows));
        }
    }

    private BinnedRows measure(Part part, Configurations block, long first) {
        Observable.Measurement measurement = part.observable().create(subject());
        double[][] rows = new double[block.count()][measurement.columns()];
        measurement.measure(block, first, rows);
        BinnedRows.Builder builder = BinnedRows.builder(measurement.columns(), rowsPerBin(ensemble.count()));
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    /** A power of two that divides the block, so that the ensembles of one root have the same bins. */
    static int rowsPerBin(long count) {
        return (int) Math.min(Ensemble.BLOCK, Long.highestOneBit(Math.max(1, count / BINS)));
    }

    private BinnedRows rows(int part) {
        AtomicReferenceArray<Optional<BinnedRows>> all = segments[part];
        return BinnedRows.concatenate(IntStream.range(0, segments())
                        .mapToObj(segment -> all.get(segment).orElseThrow())
                        .toList())
                .merged(MOST_BINS);
    }

    /** Every quantity with its error from the jackknife. */
    List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            BinnedRows rows = rows(p);
            for (Observable.Quantity quantity : parts.get(p).quantities()) {
                estimates.add(Jackknife.estimate(rows, quantity.ofMeans(), ensemble.independent()));
            }
        }
        return estimates;
    }

    /** Every quantity with all data and without each bin. */
    Replicas replicas() {
        List<BinnedRows> rows = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            rows.add(rows(p));
        }
        BinnedRows first = rows.get(0);
        double[][] without = new double[first.bins()][];
        long[] samples = new long[first.bins()];
        for (int b = 0; b < first.bins(); b++) {
            int bin = b;
            without[b] = values(part -> rows.get(part).meanWithout(bin));
            samples[b] = first.samples(b);
        }
        return Replicas.of(ensemble.root(), values(part -> rows.get(part).mean()), without, samples);
    }

    private double[] values(java.util.function.IntFunction<double[]> meansOfPart) {
        List<Double> values = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            double[] means = meansOfPart.apply(p);
            parts.get(p)
                    .quantities()
                    .forEach(quantity -> values.add(quantity.ofMeans().applyAsDouble(means)));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
