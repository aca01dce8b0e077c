package org.blockspin.statistics;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Running means of columns and sums of products of deviations from them, M_ij = sum (x_i - mean_i)(x_j - mean_j).
 *
 * <p>One row at a time by Welford (1962): with d = x - old mean, M_ij grows by d_i d_j (n - 1) / n. Two collections by
 * Chan, Golub and LeVeque (1979): with d = the difference of their means, M_ij = M_ij + M'_ij + d_i d_j n n' / (n + n').
 */
final class Moments {
    private final double[] mean;
    private final double[][] products;
    private final double[] deviation;
    private long count;

    Moments(int columns) {
        mean = new double[columns];
        products = new double[columns][columns];
        deviation = new double[columns];
    }

    long count() {
        return count;
    }

    void add(double[] row) {
        join(row, 1);
    }

    void join(Moments other) {
        if (other.count == 0) {
            return;
        }
        join(other.mean, other.count);
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] += other.products[i][j];
            }
        }
    }

    /** Joins {@code otherCount} rows with these means and without spread. */
    private void join(double[] otherMean, long otherCount) {
        long sum = count + otherCount;
        double share = (double) otherCount / sum;
        double weight = count * share;
        for (int i = 0; i < mean.length; i++) {
            deviation[i] = otherMean[i] - mean[i];
            mean[i] += deviation[i] * share;
            double scaled = deviation[i] * weight;
            double[] row = products[i];
            for (int j = 0; j <= i; j++) {
                row[j] += scaled * deviation[j];
            }
        }
        count = sum;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(mean[i]);
            for (int j = 0; j <= i; j++) {
                out.writeDouble(products[i][j]);
            }
        }
    }

    static Moments read(int columns, DataInput in) throws IOException {
        Moments moments = new Moments(columns);
        moments.count = in.readLong();
        for (int i = 0; i < columns; i++) {
            moments.mean[i] = in.readDouble();
            for (int j = 0; j <= i; j++) {
                moments.products[i][j] = in.readDouble();
            }
        }
        return moments;
    }

    double[][] covariance() {
        double[][] covariance = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = count < 2 ? Double.NaN : products[i][j] / (count - 1);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
