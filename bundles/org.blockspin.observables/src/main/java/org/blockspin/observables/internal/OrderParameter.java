package org.blockspin.observables.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Model;

/** The order parameter m = (1/N) sum of the order-parameter vectors of all sites. */
final class OrderParameter {
    private final List<List<Double>> vectors;
    /** Of every state, by component. */
    private final double[][] components;

    OrderParameter(Model model) {
        this.vectors = model.orderParameter();
        this.components = IntStream.range(0, model.orderParameterDimensions())
                .mapToObj(component -> vectors.stream()
                        .mapToDouble(vector -> vector.get(component))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** |m|^2 of a configuration. */
    double squared(Configurations batch, int configuration) {
        int[] counts = States.count(batch, configuration, vectors.size());
        double squared = 0;
        for (double[] component : components) {
            double sum = sum(counts, component);
            squared += sum * sum;
        }
        return squared / ((double) batch.sites() * batch.sites());
    }

    /** m of a configuration, for an order parameter of one component. */
    double scalar(Configurations batch, int configuration) {
        return sum(States.count(batch, configuration, vectors.size()), components[0]) / batch.sites();
    }

    private static double sum(int[] counts, double[] component) {
        double sum = 0;
        for (int state = 0; state < counts.length; state++) {
            sum += counts[state] * component[state];
        }
        return sum;
    }

    /** Between which values m lies, for an order parameter of one component. */
    Range range() {
        return Range.of(vectors.stream().map(value -> value.get(0)).toList());
    }

    /** The greatest |m|: that of all sites in one state. */
    double greatestNorm() {
        return vectors.stream()
                .mapToDouble(value -> Math.sqrt(product(value, value)))
                .max()
                .orElseThrow();
    }

    /** Products of the vectors of all pairs of states, at {@code s * states + t}. */
    double[] products() {
        int states = vectors.size();
        double[] products = new double[states * states];
        for (int s = 0; s < states; s++) {
            for (int t = 0; t < states; t++) {
                products[s * states + t] = product(vectors.get(s), vectors.get(t));
            }
        }
        return products;
    }

    private static double product(List<Double> a, List<Double> b) {
        double product = 0;
        for (int component = 0; component < a.size(); component++) {
            product += a.get(component) * b.get(component);
        }
        return product;
    }
}
