package org.blockspin.figures.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Result;

/** Which rows a figure shows of a step that was repeated: combinations of all repeats where there are any. */
final class Repeats {
    private Repeats() {}

    /** Rows of a quantity, grouped by what differs in nothing but the repeat. */
    static Collection<List<Result>> byEnsemble(String quantity, List<Result> results) {
        Map<List<Object>, List<Result>> groups = new LinkedHashMap<>();
        for (Result row : results) {
            if (row.quantity().equals(quantity)) {
                List<Object> ensemble =
                        List.of(row.step(), row.ensemble(), row.lattice(), row.depth(), row.temperature());
                groups.computeIfAbsent(ensemble, key -> new ArrayList<>()).add(row);
            }
        }
        return groups.values();
    }

    /** The rows of a quantity to be shown. */
    static List<Result> shown(String quantity, List<Result> results) {
        return byEnsemble(quantity, results).stream()
                .flatMap(repeats -> combined(repeats).stream())
                .toList();
    }

    /** The combination of all repeats where there is one, and all repeats where there is none. */
    static List<Result> combined(List<Result> repeats) {
        List<Result> all = repeats.stream()
                .filter(row -> row.repeat().equals(Result.ALL_REPEATS))
                .toList();
        return all.isEmpty() ? repeats : List.of(total(all));
    }

    /**
     * One row of all that combine the same repeats: these tell the error from the spread over repeats and the statistical
     * error of what the repeats share, which are independent and add in quadrature.
     */
    private static Result total(List<Result> all) {
        Result first = all.get(0);
        double variance = 0;
        for (Result row : all) {
            variance += row.estimate().standardError() * row.estimate().standardError();
        }
        Estimate estimate = first.estimate();
        return new Result(
                first.step(),
                first.ensemble(),
                first.quantity(),
                first.lattice(),
                first.depth(),
                first.temperature(),
                first.repeat(),
                new Estimate(
                        estimate.value(),
                        Math.sqrt(variance),
                        estimate.method(),
                        estimate.samples(),
                        OptionalDouble.empty()));
    }
}
