package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import org.blockspin.api.RandomStream;

/**
 * Kernels and biases of all layers: {@code arrays.get(2 * layer)} is the kernel (height, width, channels in, channels
 * out; row-major), the next one the bias. The arrays are shared, not copied.
 */
record Weights(List<float[]> arrays) {
    /** Standard deviation of a normal deviate that is drawn again beyond 2. */
    private static final double TRUNCATED_DEVIATION = 0.8796256610342398;

    /**
     * Initial weights: hidden kernels He-normal (He et al. 2015), a normal of variance 2/(inputs) truncated at two
     * standard deviations; the last one Glorot-uniform (Glorot and Bengio 2010), within sqrt(6/(inputs + outputs));
     * biases zero. Drawn here and not by TensorFlow, so that a stream of the run determines them.
     */
    static Weights initial(Architecture architecture, RandomStream random) {
        List<float[]> arrays = new ArrayList<>();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int[] shape = architecture.kernelShape(layer);
            int area = shape[0] * shape[1];
            boolean last = layer == architecture.layers() - 1;
            double scale = last
                    ? StrictMath.sqrt(6.0 / (area * (shape[2] + shape[3])))
                    : StrictMath.sqrt(2.0 / (area * shape[2])) / TRUNCATED_DEVIATION;
            float[] kernel = new float[area * shape[2] * shape[3]];
            for (int i = 0; i < kernel.length; i++) {
                kernel[i] = (float) (scale * (last ? 2 * random.nextDouble() - 1 : truncatedNormal(random)));
            }
            arrays.add(kernel);
            arrays.add(new float[shape[3]]);
        }
        return new Weights(arrays);
    }

    /** All weights in one array, one of {@link #arrays} after the other. */
    double[] values() {
        double[] values =
                new double[arrays.stream().mapToInt(array -> array.length).sum()];
        int next = 0;
        for (float[] array : arrays) {
            for (float weight : array) {
                values[next++] = weight;
            }
        }
        return values;
    }

    /** Arrays of the same lengths with other values, rounded to floats. */
    Weights with(double[] values) {
        List<float[]> rounded = new ArrayList<>();
        int next = 0;
        for (float[] array : arrays) {
            float[] copy = new float[array.length];
            for (int i = 0; i < copy.length; i++) {
                copy[i] = (float) values[next++];
            }
            rounded.add(copy);
        }
        return new Weights(rounded);
    }

    /** Whether every weight is a finite number. */
    boolean areFinite() {
        for (float[] array : arrays) {
            for (float weight : array) {
                if (!Float.isFinite(weight)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Box-Muller with {@link StrictMath}, the same on every JDK; the second deviate of a pair is not used. */
    private static double truncatedNormal(RandomStream random) {
        while (true) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double deviate = radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
            if (Math.abs(deviate) <= 2) {
                return deviate;
            }
        }
    }
}
