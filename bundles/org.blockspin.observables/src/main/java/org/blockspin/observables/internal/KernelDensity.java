package org.blockspin.observables.internal;

import java.util.List;

/**
 * What one value adds to a density that is estimated by Gaussian kernels.
 *
 * @param centres where the density is taken
 * @param bandwidth standard deviation of the kernels
 */
record KernelDensity(List<Double> centres, double bandwidth) {
    KernelDensity {
        centres = List.copyOf(centres);
    }

    /** Writes the kernel around a value, at all centres, into a row from a column on. */
    void write(double value, double[] row, int column) {
        double height = 1 / (bandwidth * Math.sqrt(2 * Math.PI));
        for (int i = 0; i < centres.size(); i++) {
            double distance = (centres.get(i) - value) / bandwidth;
            row[column + i] = height * StrictMath.exp(-distance * distance / 2);
        }
    }
}
