package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Configurations;
import org.blockspin.api.Model;

/** The order parameter m = (1/N) sum of the order-parameter vectors of all sites. */
record OrderParameter(Model model) {
    /** |m|^2 of a configuration. */
    double squared(Configurations batch, int configuration) {
        int[] counts = States.count(batch, configuration, model.states());
        double squared = 0;
        for (int component = 0; component < model.orderParameterDimensions(); component++) {
            double sum = 0;
            for (int state = 0; state < counts.length; state++) {
                sum += counts[state] * model.orderParameter().get(state).get(component);
            }
            squared += sum * sum;
        }
        return squared / ((double) batch.sites() * batch.sites());
    }

    /** m of a configuration, for an order parameter of one component. */
    double scalar(Configurations batch, int configuration) {
        int[] counts = States.count(batch, configuration, model.states());
        double sum = 0;
        for (int state = 0; state < counts.length; state++) {
            sum += counts[state] * model.orderParameter().get(state).get(0);
        }
        return sum / batch.sites();
    }

    /** Between which values m lies, for an order parameter of one component. */
    Range range() {
        return Range.of(
                model.orderParameter().stream().map(value -> value.get(0)).toList());
    }

    /** The greatest |m|: that of all sites in one state. */
    double greatestNorm() {
        return model.orderParameter().stream()
                .mapToDouble(value -> Math.sqrt(product(value, value)))
                .max()
                .orElseThrow();
    }

    /** Products of the vectors of all pairs of states, at {@code s * states + t}. */
    double[] products() {
        int states = model.states();
        double[] products = new double[states * states];
        for (int s = 0; s < states; s++) {
            for (int t = 0; t < states; t++) {
                products[s * states + t] = product(
                        model.orderParameter().get(s), model.orderParameter().get(t));
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
