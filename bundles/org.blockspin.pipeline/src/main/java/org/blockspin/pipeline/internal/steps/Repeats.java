package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.plan.Coordinates;

/**
 * Combines what repeats of a step gave: the mean with its error from the spread over repeats, the mean with its
 * statistical error from the configurations that all repeats share, and the standard deviation of one repeat, which is
 * the +- of Efthymiou et al. (2019), Table I.
 */
final class Repeats {
    /** Suffix of the quantity that is the standard deviation over repeats. */
    static final String DEVIATION = ".standard-deviation";

    private Repeats() {}

    /** Members by their coordinates without the repeat, where there are at least two repeats of them. */
    static <T> Map<Coordinates, List<T>> groups(List<Coordinates> coordinates, List<T> members) {
        Map<Coordinates, List<T>> groups = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            if (coordinates.get(i).repeat().isPresent()) {
                groups.computeIfAbsent(coordinates.get(i).withoutRepeat(), key -> new ArrayList<>())
                        .add(members.get(i));
            }
        }
        groups.values().removeIf(group -> group.size() < 2);
        return groups;
    }

    /**
     * The rows for one group.
     *
     * @param names names of the quantities
     * @param repeats the quantities of each repeat
     * @param row makes a row of a quantity's name and an estimate
     */
    static List<Result> combine(List<String> names, List<Replicas> repeats, BiFunction<String, Estimate, Result> row) {
        List<Estimate> statistical = Replicas.mean(repeats).estimates();
        List<Result> results = new ArrayList<>();
        for (int q = 0; q < names.size(); q++) {
            int quantity = q;
            double[] values = repeats.stream()
                    .mapToDouble(repeat -> repeat.full()[quantity])
                    .toArray();
            int n = values.length;
            double deviation = new StandardDeviation().evaluate(values);
            results.add(row.apply(names.get(q), spread(new Mean().evaluate(values), deviation / Math.sqrt(n), n)));
            results.add(row.apply(names.get(q), statistical.get(q)));
            results.add(
                    row.apply(names.get(q) + DEVIATION, spread(deviation, deviation / Math.sqrt(2.0 * (n - 1)), n)));
        }
        return results;
    }

    private static Estimate spread(double value, double error, int repeats) {
        return new Estimate(value, error, Estimate.Method.REPEATS, repeats, OptionalDouble.empty());
    }
}
