package org.blockspin.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rows of numbers, one row a configuration, summed over consecutive bins; with the covariance of the columns over all
 * single rows. This is all that a jackknife needs, whatever the number of rows.
 *
 * <p>Everything is added up in the order of the rows, so that the same parts, concatenated in the same order, give the
 * same bits however many threads made them. The covariance is accumulated around running means (Welford 1962; parts are
 * joined by Chan, Golub and LeVeque 1979), because the difference of two sums of squares would lose the small variance
 * of a large mean.
 *
 * <p>Immutable and thread-safe; arrays that it returns are copies.
 */
public final class BinnedRows {
    private final int columns;
    private final double[][] sums;
    private final long[] samples;
    private final Moments moments;
    private final double[] total;
    private final long totalSamples;

    private BinnedRows(int columns, double[][] sums, long[] samples, Moments moments) {
        this.columns = columns;
        this.sums = sums;
        this.samples = samples;
        this.moments = moments;
        this.total = new double[columns];
        for (double[] sum : sums) {
            add(sum, total);
        }
        this.totalSamples = Arrays.stream(samples).sum();
    }

    /**
     * Starts to collect rows.
     *
     * @param columns length of every row
     * @param rowsPerBin rows of every bin but the last, which takes what is left
     */
    public static Builder builder(int columns, int rowsPerBin) {
        return new Builder(columns, rowsPerBin);
    }

    /**
     * The bins of all parts, one part after the other. Parts without rows add nothing.
     *
     * @param parts at least one, all with the same number of columns
     */
    public static BinnedRows concatenate(List<BinnedRows> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("expected at least one part");
        }
        int columns = parts.get(0).columns;
        List<double[]> sums = new ArrayList<>();
        Moments moments = new Moments(columns);
        for (BinnedRows part : parts) {
            requireColumns(columns, part.columns);
            sums.addAll(Arrays.asList(part.sums));
            moments.join(part.moments);
        }
        long[] samples = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.samples))
                .toArray();
        return new BinnedRows(columns, sums.toArray(double[][]::new), samples, moments);
    }

    /** Length of a row. */
    public int columns() {
        return columns;
    }

    /** Number of bins; none of them is empty. */
    public int bins() {
        return samples.length;
    }

    /** Number of rows. */
    public long samples() {
        return totalSamples;
    }

    /** Number of rows of one bin. */
    public long samples(int bin) {
        return samples[bin];
    }

    /** Mean of every column; NaN without rows. */
    public double[] mean() {
        double[] mean = total.clone();
        divide(mean, totalSamples);
        return mean;
    }

    /** Mean of every column over all rows but those of one bin; NaN if there are no others. */
    public double[] meanWithout(int bin) {
        Objects.checkIndex(bin, samples.length);
        double[] mean = new double[columns];
        for (int c = 0; c < columns; c++) {
            mean[c] = total[c] - sums[bin][c];
        }
        divide(mean, totalSamples - samples[bin]);
        return mean;
    }

    /**
     * Covariance of the columns over single rows, sum (x_i - mean_i)(x_j - mean_j) / (n - 1), unbiased for independent
     * rows; NaN for fewer than two rows.
     */
    public double[][] covariance() {
        return moments.covariance();
    }

    /**
     * The same rows in at most so many bins: neighbouring bins are joined, as nearly as possible equally many each.
     *
     * @param maximumBins at least 1
     */
    public BinnedRows merged(int maximumBins) {
        if (maximumBins < 1) {
            throw new IllegalArgumentException("expected at least one bin, found " + maximumBins);
        }
        if (bins() <= maximumBins) {
            return this;
        }
        double[][] mergedSums = new double[maximumBins][columns];
        long[] mergedSamples = new long[maximumBins];
        for (int bin = 0; bin < bins(); bin++) {
            int into = (int) ((long) bin * maximumBins / bins());
            add(sums[bin], mergedSums[into]);
            mergedSamples[into] += samples[bin];
        }
        return new BinnedRows(columns, mergedSums, mergedSamples, moments);
    }

    /** Writes everything, so that {@link #read} gives rows that are equal to the bit. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(columns);
        out.writeInt(samples.length);
        for (int bin = 0; bin < samples.length; bin++) {
            out.writeLong(samples[bin]);
            for (double sum : sums[bin]) {
                out.writeDouble(sum);
            }
        }
        moments.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static BinnedRows read(DataInput in) throws IOException {
        int columns = in.readInt();
        int bins = in.readInt();
        if (columns < 0 || bins < 0) {
            throw new IllegalArgumentException(
                    "expected numbers of columns and bins, found " + columns + " and " + bins);
        }
        double[][] sums = new double[bins][columns];
        long[] samples = new long[bins];
        for (int bin = 0; bin < bins; bin++) {
            samples[bin] = in.readLong();
            for (int c = 0; c < columns; c++) {
                sums[bin][c] = in.readDouble();
            }
        }
        return new BinnedRows(columns, sums, samples, Moments.read(columns, in));
    }

    private static void add(double[] row, double[] sum) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += row[c];
        }
    }

    private static void divide(double[] sum, long count) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] /= count;
        }
    }

    private static void requireColumns(int columns, int found) {
        if (found != columns) {
            throw new IllegalArgumentException("expected " + columns + " columns, found " + found);
        }
    }

    /** Collects rows. Not thread-safe. */
    public static final class Builder {
        private final int columns;
        private final int rowsPerBin;
        private final List<double[]> sums = new ArrayList<>();
        private final Moments moments;
        private double[] bin = {};
        private int rowsInBin;

        private Builder(int columns, int rowsPerBin) {
            if (columns < 0 || rowsPerBin < 1) {
                throw new IllegalArgumentException(
                        "expected columns >= 0 and rows per bin >= 1, found " + columns + " and " + rowsPerBin);
            }
            this.columns = columns;
            this.rowsPerBin = rowsPerBin;
            this.moments = new Moments(columns);
            this.rowsInBin = rowsPerBin;
        }

        /** Adds a row; the array is not kept. */
        public void add(double[] row) {
            requireColumns(columns, row.length);
            if (rowsInBin == rowsPerBin) {
                bin = new double[columns];
                sums.add(bin);
                rowsInBin = 0;
            }
            rowsInBin++;
            BinnedRows.add(row, bin);
            moments.add(row);
        }

        /** All rows that were added so far; the builder can go on. */
        public BinnedRows build() {
            double[][] copy = sums.stream().map(double[]::clone).toArray(double[][]::new);
            long[] samples = new long[copy.length];
            Arrays.fill(samples, rowsPerBin);
            if (samples.length > 0) {
                samples[samples.length - 1] = moments.count() - (samples.length - 1L) * rowsPerBin;
            }
            Moments moments = new Moments(columns);
            moments.join(this.moments);
            return new BinnedRows(columns, copy, samples, moments);
        }
    }
}
