package org.blockspin.coarsegrainers.internal;

import java.util.List;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Positive;
import org.blockspin.api.TemperatureMap;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * A temperature map without a form: pairs of T and T~, as the fit {@code curve-collapse} reports them, and straight lines
 * between. Nothing is claimed beyond the first and the last pair.
 */
@Component
@Kind(
        name = "tabulated",
        description = "A temperature map through given pairs of T and T~, as a curve-collapse finds them.",
        parameters = Tabulated.Parameters.class)
public final class Tabulated implements TemperatureMap<Tabulated.Parameters> {
    /**
     * @param temperatures T, ascending
     * @param coarseGrained T~ of each, ascending
     */
    public record Parameters(
            @Description("temperatures T, ascending") @Unit("J/k_B") @Example("[2.0, 2.5, 3.0]") @Positive
            List<Double> temperatures,

            @Description("temperatures T~ that they become by coarse-graining, ascending")
            @Unit("J/k_B")
            @Example("[1.8, 2.7, 3.7]")
            @Positive
            List<Double> coarseGrained) {
        public Parameters {
            temperatures = List.copyOf(temperatures);
            coarseGrained = List.copyOf(coarseGrained);
        }
    }

    @Override
    public Mapping create(Parameters parameters, Step step) {
        requireAscending("temperatures", parameters.temperatures());
        requireAscending("coarseGrained", parameters.coarseGrained());
        int pairs = parameters.temperatures().size();
        if (pairs < 2 || parameters.coarseGrained().size() != pairs) {
            throw new InvalidParameterException(
                    "coarseGrained",
                    "two or more temperatures, and as many of both",
                    pairs + " and " + parameters.coarseGrained().size());
        }
        return new Lines(parameters.temperatures(), parameters.coarseGrained());
    }

    private static void requireAscending(String parameter, List<Double> values) {
        for (int i = 1; i < values.size(); i++) {
            if (!(values.get(i) > values.get(i - 1))) {
                throw new InvalidParameterException(
                        parameter + "[" + i + "]", "more than " + values.get(i - 1), values.get(i));
            }
        }
    }

    private record Lines(List<Double> temperatures, List<Double> coarse) implements Mapping {
        @Override
        public double coarseGrained(double temperature) {
            return line(temperature, temperatures, coarse);
        }

        @Override
        public double superResolved(double temperature) {
            return line(temperature, coarse, temperatures);
        }

        private static double line(double x, List<Double> from, List<Double> to) {
            int last = from.size() - 1;
            if (!(x >= from.get(0) && x <= from.get(last))) {
                throw new IllegalArgumentException("the map is known from " + from.get(0) + " to " + from.get(last));
            }
            int i = 1;
            while (x > from.get(i)) {
                i++;
            }
            double t = (x - from.get(i - 1)) / (from.get(i) - from.get(i - 1));
            return (1 - t) * to.get(i - 1) + t * to.get(i);
        }
    }
}
