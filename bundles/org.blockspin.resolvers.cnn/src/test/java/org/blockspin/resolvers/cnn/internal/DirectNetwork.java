package org.blockspin.resolvers.cnn.internal;

import org.blockspin.api.Configurations;
import org.blockspin.api.Lattice;

/** The network once more, in plain loops and doubles. */
final class DirectNetwork {
    private DirectNetwork() {}

    /** Logits of the fine sites of one configuration, in site order. */
    static double[] logits(Architecture architecture, Weights weights, Configurations coarse, int configuration) {
        double[] logits = logits(architecture, weights, coarse, configuration, 0);
        if (architecture.symmetrized()) {
            double[] ofFlipped = logits(architecture, weights, coarse, configuration, 1);
            for (int site = 0; site < logits.length; site++) {
                double up = (sigmoid(logits[site]) + 1 - sigmoid(ofFlipped[site])) / 2;
                logits[site] = Math.log(up / (1 - up));
            }
        }
        return logits;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] logits(
            Architecture architecture, Weights weights, Configurations coarse, int configuration, int flip) {
        Lattice fine = TestData.doubled(coarse.lattice());
        double[][] x = new double[fine.sites()][1];
        for (int site = 0; site < x.length; site++) {
            int[] cell = fine.cell(site);
            for (int d = 0; d < cell.length; d++) {
                cell[d] /= 2;
            }
            x[site][0] = coarse.state(configuration, coarse.lattice().site(cell, 0)) ^ flip;
        }
        for (int layer = 0; layer < architecture.layers(); layer++) {
            x = convolved(architecture, weights, layer, fine, x);
        }
        double[] logits = new double[x.length];
        for (int site = 0; site < x.length; site++) {
            logits[site] = x[site][0];
        }
        return logits;
    }

    private static double[][] convolved(
            Architecture architecture, Weights weights, int layer, Lattice fine, double[][] in) {
        int[] shape = architecture.kernelShape(layer);
        float[] kernel = weights.arrays().get(2 * layer);
        double[][] out = new double[in.length][shape[3]];
        for (int site = 0; site < in.length; site++) {
            for (int channel = 0; channel < shape[3]; channel++) {
                double sum = weights.arrays().get(2 * layer + 1)[channel];
                for (int tap = 0; tap < shape[0] * shape[1]; tap++) {
                    double[] neighbour =
                            in[neighbour(fine, site, tap / shape[1] - shape[0] / 2, tap % shape[1] - shape[1] / 2)];
                    for (int i = 0; i < shape[2]; i++) {
                        sum += neighbour[i] * kernel[(tap * shape[2] + i) * shape[3] + channel];
                    }
                }
                boolean last = layer == architecture.layers() - 1;
                out[site][channel] = last ? sum : activated(architecture.activation(), sum);
            }
        }
        return out;
    }

    private static int neighbour(Lattice fine, int site, int down, int right) {
        int[] cell = fine.cell(site);
        cell[cell.length - 1] += right;
        if (cell.length == 2) {
            cell[0] += down;
        }
        return fine.site(cell, 0);
    }

    private static double activated(Cnn.Activation activation, double x) {
        return switch (activation) {
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x > 0 ? x : 0.2 * x;
            case ELU -> x > 0 ? x : Math.expm1(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTPLUS -> Math.log1p(Math.exp(x));
        };
    }
}
