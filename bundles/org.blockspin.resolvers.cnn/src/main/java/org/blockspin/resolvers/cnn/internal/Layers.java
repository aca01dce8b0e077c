package org.blockspin.resolvers.cnn.internal;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.index.Index;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/**
 * The network as operations of a graph: once over whole periodic lattices, once over windows, from the same variables.
 *
 * <p>Only operations whose gradients were tried are used; see the loss for two that must not be.
 */
final class Layers {
    private static final List<Long> UNIT_STRIDES = List.of(1L, 1L, 1L, 1L);

    /** Probabilities below it are taken for it, so that their logarithm is finite. */
    private static final float SMALLEST = 1e-30f;

    private final Ops tf;
    private final Architecture architecture;
    private final List<Variable<TFloat32>> variables = new ArrayList<>();

    Layers(Ops tf, Architecture architecture) {
        this.tf = tf;
        this.architecture = architecture;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            int[] s = architecture.kernelShape(layer);
            variables.add(tf.withName("kernel-" + layer).variable(Shape.of(s[0], s[1], s[2], s[3]), TFloat32.class));
            variables.add(tf.withName("bias-" + layer).variable(Shape.of(s[3]), TFloat32.class));
        }
    }

    /** In the order of {@link Weights#arrays}. */
    List<Variable<TFloat32>> variables() {
        return variables;
    }

    /** Spins [configuration, row, column] as 0 and 1 to logits [configuration, fine row, fine column, 1]. */
    Operand<TFloat32> lattices(Operand<TUint8> spins) {
        Operand<TFloat32> x = upsampled(spins);
        return architecture.symmetrized()
                ? symmetrized(logitsOfLattices(x), logitsOfLattices(flipped(x)))
                : logitsOfLattices(x);
    }

    private Operand<TFloat32> logitsOfLattices(Operand<TFloat32> upsampled) {
        Operand<TFloat32> x = upsampled;
        for (int layer = 0; layer < architecture.layers() - 1; layer++) {
            x = hiddenLayer(layer, wrapped(layer, x));
        }
        int last = architecture.layers() - 1;
        return tf.nn.biasAdd(convolution(last, wrapped(last, x)), variables.get(2 * last + 1));
    }

    /**
     * Logits [window, target] of windows that are given as the rows, in a list of contributions, of their subwindows.
     *
     * <p>The last layer is linear, so a logit is the sum of what every subwindow contributes to it. Distinct subwindows
     * are far fewer than distinct windows (at most 512 against 65,536 for kernels [5, 1, 3]), and only they go through
     * the hidden layers.
     *
     * @param subwindows distinct ones [subwindow, row, column]
     * @param rows [window, subwindow of the window], see {@link Subwindows}
     */
    Operand<TFloat32> windows(Operand<TUint8> subwindows, Operand<TInt32> rows) {
        Operand<TFloat32> x = upsampled(subwindows);
        return architecture.symmetrized()
                ? symmetrized(logitsOfWindows(x, rows), logitsOfWindows(flipped(x), rows))
                : logitsOfWindows(x, rows);
    }

    private Operand<TFloat32> logitsOfWindows(Operand<TFloat32> upsampled, Operand<TInt32> rows) {
        Operand<TFloat32> x = upsampled;
        for (int layer = 0; layer < architecture.layers() - 1; layer++) {
            x = hiddenLayer(layer, x);
        }
        int last = architecture.layers() - 1;
        Operand<TFloat32> sums = tf.reduceSum(tf.gather(contributions(x), rows, tf.constant(0)), tf.constant(1));
        return tf.nn.biasAdd(tf.reshape(sums, tf.constant(new int[] {-1, 1})), variables.get(2 * last + 1));
    }

    private Operand<TFloat32> flipped(Operand<TFloat32> spins) {
        return tf.math.sub(tf.constant(1f), spins);
    }

    /**
     * The logit of (p + 1 - p') / 2, with p and p' those of the input and of the flipped one. Up and down are added up
     * apart, so that neither is lost beside 1.
     */
    private Operand<TFloat32> symmetrized(Operand<TFloat32> logits, Operand<TFloat32> ofFlipped) {
        Operand<TFloat32> up = tf.math.add(tf.math.sigmoid(logits), tf.math.sigmoid(tf.math.neg(ofFlipped)));
        Operand<TFloat32> down = tf.math.add(tf.math.sigmoid(tf.math.neg(logits)), tf.math.sigmoid(ofFlipped));
        return tf.math.sub(logarithm(up), logarithm(down));
    }

    private Operand<TFloat32> logarithm(Operand<TFloat32> x) {
        return tf.math.log(tf.math.maximum(x, tf.constant(SMALLEST)));
    }

    /**
     * What every subwindow adds to the logits of a window's targets [subwindow and position, target], for all positions
     * that it can have in a window, in descending order: the products of all its hidden sites with all taps of the last
     * kernel, those of each target added up.
     */
    private Operand<TFloat32> contributions(Operand<TFloat32> hidden) {
        int[] kernel = architecture.kernelShape(architecture.layers() - 1);
        int taps = kernel[0] * kernel[1];
        int channels = kernel[2];
        Operand<TFloat32> sites = tf.reshape(hidden, tf.constant(new int[] {-1, channels}));
        Operand<TFloat32> byTap =
                tf.reshape(variables.get(2 * architecture.layers() - 2), tf.constant(new int[] {taps, channels}));
        Operand<TFloat32> products = tf.linalg.matMul(sites, byTap, MatMul.transposeB(true));
        Operand<TFloat32> bySubwindow =
                tf.reshape(products, tf.constant(new int[] {-1, architecture.targets() * taps}));
        Operand<TFloat32> sums = tf.linalg.matMul(bySubwindow, tf.constant(productsOfTargets()));
        return tf.reshape(sums, tf.constant(new int[] {-1, architecture.targets()}));
    }

    /**
     * Which products belong to which target: 1 or 0 by hidden site and tap, and by position in descending order and
     * target. Per dimension, target i of a window takes hidden site p of the subwindow at position j through tap
     * {@code 2j + p - i}.
     */
    private float[][] productsOfTargets() {
        int[] kernel = architecture.kernelShape(architecture.layers() - 1);
        int targets = architecture.targets();
        int columns = architecture.subwindowColumns();
        int positions = architecture.subwindowRows() * columns;
        float[][] belongs = new float[targets * kernel[0] * kernel[1]][positions * targets];
        for (int site = 0; site < targets; site++) {
            for (int position = 0; position < positions; position++) {
                for (int target = 0; target < targets; target++) {
                    int row = 2 * (position / columns) + site / 2 - target / 2;
                    int column = 2 * (position % columns) + site % 2 - target % 2;
                    if (row >= 0 && row < kernel[0] && column >= 0 && column < kernel[1]) {
                        int product = (site * kernel[0] + row) * kernel[1] + column;
                        belongs[product][(positions - 1 - position) * targets + target] = 1;
                    }
                }
            }
        }
        return belongs;
    }

    private Operand<TFloat32> upsampled(Operand<TUint8> spins) {
        Operand<TFloat32> x = tf.expandDims(tf.dtypes.cast(spins, TFloat32.class), tf.constant(3));
        Operand<TInt32> extents = tf.slice(tf.shape(x), tf.constant(new int[] {1}), tf.constant(new int[] {2}));
        int[] factors = {architecture.dimensions() == 1 ? 1 : 2, 2};
        return tf.image.resizeNearestNeighbor(x, tf.math.mul(extents, tf.constant(factors)));
    }

    /** Centred periodic padding, as much as the layer's kernel eats. */
    private Operand<TFloat32> wrapped(int layer, Operand<TFloat32> x) {
        int margin = architecture.kernels().get(layer) / 2;
        if (margin == 0) {
            return x;
        }
        Operand<TFloat32> columns = wrapped(x, 2, margin);
        return architecture.dimensions() == 1 ? columns : wrapped(columns, 1, margin);
    }

    private Operand<TFloat32> wrapped(Operand<TFloat32> x, int axis, int margin) {
        Operand<TFloat32> before = tf.stridedSlice(x, along(axis, Indices.sliceFrom(-margin)));
        Operand<TFloat32> after = tf.stridedSlice(x, along(axis, Indices.sliceTo(margin)));
        return tf.concat(List.of(before, x, after), tf.constant(axis));
    }

    private static Index[] along(int axis, Index index) {
        Index[] indices = {Indices.all(), Indices.all(), Indices.all(), Indices.all()};
        indices[axis] = index;
        return indices;
    }

    private Operand<TFloat32> hiddenLayer(int layer, Operand<TFloat32> x) {
        return activated(tf.nn.biasAdd(convolution(layer, x), variables.get(2 * layer + 1)));
    }

    private Operand<TFloat32> convolution(int layer, Operand<TFloat32> x) {
        return tf.nn.conv2d(x, variables.get(2 * layer), UNIT_STRIDES, "VALID");
    }

    private Operand<TFloat32> activated(Operand<TFloat32> x) {
        return switch (architecture.activation()) {
            case RELU -> tf.nn.relu(x);
            case LEAKY_RELU -> tf.nn.leakyRelu(x);
            case ELU -> tf.nn.elu(x);
            case TANH -> tf.math.tanh(x);
            case SIGMOID -> tf.math.sigmoid(x);
            case SOFTPLUS -> tf.math.softplus(x);
        };
    }
}
