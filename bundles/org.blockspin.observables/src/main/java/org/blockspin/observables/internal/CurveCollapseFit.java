package org.blockspin.observables.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Fit;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.osgi.service.component.annotations.Component;

/**
 * How coarse-graining changes the temperature, from measured curves: configurations that were coarse-grained once, at T,
 * look like simulated ones of the same size at T~ = f(T). The map f is the one that makes their curves fall onto each other
 * (Efthymiou et al. 2019, Sec. IV). Reported are
 *
 * <ul>
 *   <li>{@code a}, {@code b} of T~ = a / ln cosh(b / T), fitted to all quantities together, and {@code chi2_per_point}; a
 *       collapse that is as good as its errors has about 1; {@code map(2.2)}: T~ by that form
 *   <li>the same for every quantity by itself, as {@code energy.a}: how far they differ is how far one temperature is from
 *       describing what the rule does
 *   <li>{@code energy.map(2.2)}: f(T) without any form, by inverting the monotone curve through the simulated values; NaN
 *       where these do not reach the value
 * </ul>
 */
@Component
@Kind(
        name = "curve-collapse",
        description = "The temperature map of a coarse-graining, from the collapse of curves over the temperature.",
        parameters = CurveCollapseFit.Parameters.class)
public final class CurveCollapseFit implements Fit<CurveCollapseFit.Parameters> {
    /**
     * @param quantities what is made to collapse
     */
    public record Parameters(
            @Description("quantities whose curves are made to collapse, monotone in the temperature")
            @Default("[\"abs_m\", \"energy\"]")
            List<String> quantities) {
        public Parameters {
            quantities = List.copyOf(quantities);
        }
    }

    @Override
    public Fitted create(Parameters parameters, List<Point> points) {
        List<String> quantities = parameters.quantities();
        if (quantities.isEmpty() || quantities.stream().distinct().count() != quantities.size()) {
            throw new InvalidParameterException("quantities", "one or more distinct quantities", quantities);
        }
        for (int q = 0; q < quantities.size(); q++) {
            for (Point point : points) {
                if (!point.quantities().contains(quantities.get(q))) {
                    throw InvalidParameterException.unknown(
                            "quantities[" + q + "]", point.quantities(), quantities.get(q));
                }
            }
        }
        List<Integer> coarse =
                curve(points, point -> point.depth() == 1, "configurations that were coarse-grained once");
        Lattice lattice = points.get(coarse.get(0)).subject().lattice();
        List<Integer> simulated = curve(
                points,
                point -> point.depth() == 0 && point.subject().lattice().equals(lattice),
                "simulated configurations of " + lattice.sizeLabel());
        return new CollapseFit(quantities, points, simulated, coarse);
    }

    /** The numbers of the wanted points, by ascending temperature. */
    private static List<Integer> curve(List<Point> points, Predicate<Point> wanted, String what) {
        List<Integer> found = IntStream.range(0, points.size())
                .filter(i -> wanted.test(points.get(i))
                        && points.get(i).subject().temperature().isPresent())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> temperature(points.get(i))))
                .toList();
        List<Double> temperatures =
                found.stream().map(i -> temperature(points.get(i))).distinct().toList();
        boolean one = found.stream()
                        .map(i -> points.get(i).subject().lattice())
                        .distinct()
                        .count()
                == 1;
        if (found.size() < 3 || temperatures.size() != found.size() || !one) {
            throw new InvalidParameterException(
                    "",
                    what + " of one lattice at three or more temperatures, once each (\"sweep\": \"whole\" fits them"
                            + " together)",
                    found.size() + " of them at " + temperatures);
        }
        return found;
    }

    static double temperature(Point point) {
        return point.subject().temperature().orElseThrow();
    }
}
