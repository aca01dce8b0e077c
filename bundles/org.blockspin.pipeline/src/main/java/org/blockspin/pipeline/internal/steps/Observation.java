package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.blockspin.api.Chosen;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Observable;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Contract;
import org.blockspin.pipeline.internal.ensembles.InputFailedException;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.statistics.BinnedRows;
import org.blockspin.statistics.Jackknife;

/** What an observe step measures on one ensemble: a set of observables, and the sums of their rows over bins. */
final class Observation implements Measured {
    /** Bins that remain for the jackknife; more cost time and hardly improve the error of the error. */
    private static final int MOST_BINS = 256;

    /** Bins aimed at where configurations are independent. */
    private static final int MANY_BINS = 128;

    /** Bins aimed at where they may be correlated: enough to know the error to 12 %. */
    private static final int FEW_BINS = 32;

    /** One observable on this ensemble. */
    record Part(
            Chosen<Observable<?>, Observable.Subject, Observable.Measurement> observable,
            int columns,
            List<Observable.Quantity> quantities) {

        /** Of the covariances of all columns. */
        long covarianceBytes() {
            return (long) columns * columns * Double.BYTES;
        }
    }

    /** Blocks a segment: about half a minute of a long chain of super-resolutions. */
    private static final int SEGMENT = 64;

    private final String source;
    private final BlockEnsemble ensemble;
    private final boolean alone;
    private final List<Part> parts;

    /** The rows of each part by block, until the segment that holds the block is complete. */
    private final Map<Integer, List<BinnedRows>> blocks = new ConcurrentHashMap<>();

    /** The rows of each part by segment. */
    private final Map<Integer, List<BinnedRows>> segments = new ConcurrentHashMap<>();

    /**
     * @param source name of the step that makes the ensemble
     * @param alone whether only the observe step reads the ensemble
     */
    Observation(String source, BlockEnsemble ensemble, boolean alone, List<Part> parts) {
        this.source = source;
        this.ensemble = ensemble;
        this.alone = alone;
        this.parts = List.copyOf(parts);
    }

    /** Name of the step that makes the ensemble. */
    String source() {
        return source;
    }

    List<Part> parts() {
        return parts;
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

    /** The rows of a segment whose blocks are all measured, by part; it keeps them no longer. */
    List<BinnedRows> takeSegment(int segment) {
        return concatenated(IntStream.range(firstBlock(segment), lastBlock(segment))
                .mapToObj(blocks::remove)
                .toList());
    }

    private List<BinnedRows> concatenated(List<List<BinnedRows>> stretches) {
        return IntStream.range(0, parts.size())
                .mapToObj(part -> BinnedRows.concatenate(
                        stretches.stream().map(rows -> rows.get(part)).toList()))
                .toList();
    }

    /** Takes the rows of a segment, wherever they were measured. */
    void restore(int segment, List<BinnedRows> rows) {
        segments.put(segment, List.copyOf(rows));
    }

    Ensemble ensemble() {
        return ensemble;
    }

    Observable.Subject subject() {
        return new Observable.Subject(ensemble.model(), ensemble.lattice(), ensemble.temperature());
    }

    @Override
    public Optional<Ensemble> ensembleMeasured() {
        return Optional.of(ensemble);
    }

    /** Columns that an observable may have if its covariances in all blocks of a segment are to fit into memory. */
    static int mostColumns(long cacheBytes) {
        return (int) Math.sqrt((double) cacheBytes / 4 / SEGMENT / Double.BYTES);
    }

    /** Memory for the rows of a block and for their sums, of the observable with the longest rows. */
    long rowBytes() {
        long rows = BlockEnsemble.blockSize(ensemble.count(), 0);
        return parts.stream()
                .mapToLong(part -> rows * part.columns() * Double.BYTES + part.covarianceBytes())
                .max()
                .orElse(0);
    }

    /** About the bytes of the sums over bins of all segments. */
    long sumBytes() {
        long bins = (ensemble.count() + rowsPerBin(ensemble) - 1) / rowsPerBin(ensemble);
        return parts.stream()
                .mapToLong(part -> bins * (1 + part.columns()) * Double.BYTES + segments() * part.covarianceBytes() / 2)
                .sum();
    }

    @Override
    public List<String> quantities() {
        return parts.stream()
                .flatMap(part -> part.quantities().stream().map(Observable.Quantity::name))
                .toList();
    }

    /** Measures one block with every observable; blocks may be measured by several threads at once. */
    List<BinnedRows> measure(int index) {
        Configurations block = ensemble.block(index);
        List<BinnedRows> rows = parts.stream()
                .map(part -> InputFailedException.on(
                        () -> BlockEnsemble.input(ensemble, index),
                        () -> measure(part, block, (long) index * Ensemble.BLOCK)))
                .toList();
        blocks.put(index, rows);
        return rows;
    }

    /** Lets go of a block that all ensembles made from it have been measured on, unless other steps will read it. */
    void release(int index) {
        if (alone) {
            ensemble.release(index);
        }
    }

    private BinnedRows measure(Part part, Configurations block, long first) {
        Observable.Measurement measurement = part.observable().create(subject());
        double[][] rows = new double[block.count()][measurement.columns()];
        measurement.measure(block, first, rows);
        Contract.rows(PluginKind.OBSERVABLE, part.observable().name(), rows, part.columns());
        BinnedRows.Builder builder = BinnedRows.builder(measurement.columns(), rowsPerBin(ensemble));
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    /**
     * A power of two that divides the block, so that the ensembles of one root have the same bins. Configurations of a
     * Markov chain may be correlated within a block, but blocks are not correlated with each other: from
     * {@value #FEW_BINS} blocks on a bin is a block, and bins of fewer configurations are as long as {@value #FEW_BINS}
     * bins allow.
     */
    static int rowsPerBin(Ensemble ensemble) {
        int bins = ensemble.independent() ? MANY_BINS : FEW_BINS;
        return (int) Math.min(Ensemble.BLOCK, Long.highestOneBit(Math.max(1, ensemble.count() / bins)));
    }

    /** A sentence for the user where the bins are too short for the measured autocorrelation time. */
    Optional<String> warning(List<Estimate> estimates) {
        double longest = estimates.stream()
                .map(Estimate::autocorrelationTime)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        int rows = rowsPerBin(ensemble);
        return rows < Ensemble.BLOCK && longest > 2 && 10 * longest > rows
                ? Optional.of("errors of " + ensemble.root() + " are too small: configurations are correlated over "
                        + Math.round(longest) + " or more, and bins hold " + rows
                        + "; take more configurations, or let the sampler choose its decorrelation")
                : Optional.empty();
    }

    private List<BinnedRows> rows() {
        List<List<BinnedRows>> all =
                IntStream.range(0, segments()).mapToObj(this::measuredSegment).toList();
        return concatenated(all).stream().map(rows -> rows.merged(MOST_BINS)).toList();
    }

    private List<BinnedRows> measuredSegment(int segment) {
        return Optional.ofNullable(segments.get(segment))
                .orElseThrow(() -> new IllegalStateException("segment " + segment + " is not measured yet"));
    }

    /** Every quantity with its error from the jackknife. */
    List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        List<BinnedRows> rows = rows();
        for (int p = 0; p < parts.size(); p++) {
            for (Observable.Quantity quantity : parts.get(p).quantities()) {
                estimates.add(Jackknife.estimate(rows.get(p), quantity.ofMeans(), ensemble.independent()));
            }
        }
        return estimates;
    }

    /** Every quantity with all data and without each bin. */
    Replicas replicas() {
        List<BinnedRows> rows = rows();
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
