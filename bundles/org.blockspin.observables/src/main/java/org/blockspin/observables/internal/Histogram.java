package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Observable;
import org.osgi.service.component.annotations.Component;

/**
 * The distribution of a quantity per site, in bins of equal width (Efthymiou et al. 2019, Figs. 5 and 10). Quantities
 * {@code P(m in [-0.2,-0.1))}: the fraction of configurations in that bin. The name has the symbol, {@code m}, {@code |m|}
 * or {@code e}, and the edges, of which the first belongs to the bin and the second does not; but it does to the last bin,
 * {@code P(m in [0.9,1])}. Configurations outside of all bins are in none, so that the fractions may sum to less than 1.
 *
 * <p>A finite lattice has finitely many values, 2/N apart for the magnetization of the Ising model: bins narrower than a
 * few of them, or of a width that is no multiple, have an uneven share.
 */
@Component
@Kind(
        name = "histogram",
        description = "The distribution of the magnetization or the energy per site, in bins.",
        parameters = Histogram.Parameters.class)
public final class Histogram implements Observable<Histogram.Parameters> {
    /** What is distributed. */
    public enum Of {
        /** The order parameter, of one component. */
        MAGNETIZATION,
        /** Its norm. */
        ABS_MAGNETIZATION,
        /** The energy per site. */
        ENERGY
    }

    /**
     * @param of what is distributed
     * @param bins number of bins
     * @param from the lower edge of the first bin
     * @param to the upper edge of the last bin
     */
    public record Parameters(
            @Description("what is distributed: magnetization, abs-magnetization or energy, per site")
            @Default("magnetization")
            Of of,

            @Description("number of bins") @Min(1) @Max(10000) @Default("20")
            int bins,

            @Description("lower edge of the first bin; the least value there can be if left out") @Example("-1")
            Optional<Double> from,

            @Description("upper edge of the last bin; the greatest value there can be if left out") @Example("1")
            Optional<Double> to) {}

    /** A quantity per site of one configuration. */
    @FunctionalInterface
    private interface Value {
        double of(Configurations batch, int configuration);
    }

    @Override
    public Measurement create(Parameters parameters, Subject subject) {
        Value value = value(parameters.of(), subject);
        Range range = range(parameters.of(), subject);
        double from = parameters.from().orElse(range.least());
        double to = parameters.to().orElse(range.greatest());
        if (!(from < to)) {
            throw new InvalidParameterException(
                    parameters.from().isPresent() ? "from" : "to",
                    "a lower edge below the upper one",
                    from + ", " + to);
        }
        Bins bins = new Bins(from, to, parameters.bins());
        if (!bins.areDistinct()) {
            throw new InvalidParameterException("bins", "bins whose edges differ in 12 digits", parameters.bins());
        }
        return new Rows(
                bins.count(),
                (batch, configuration, row) -> {
                    Arrays.fill(row, 0);
                    bins.find(value.of(batch, configuration)).ifPresent(bin -> row[bin] = 1);
                },
                quantities(symbol(parameters.of()), bins));
    }

    private static List<Quantity> quantities(String symbol, Bins bins) {
        return IntStream.range(0, bins.count())
                .mapToObj(bin -> new Quantity("P(" + symbol + " in " + bins.label(bin) + ")", means -> means[bin]))
                .toList();
    }

    private static String symbol(Of of) {
        return switch (of) {
            case MAGNETIZATION -> "m";
            case ABS_MAGNETIZATION -> "|m|";
            case ENERGY -> "e";
        };
    }

    private static Value value(Of of, Subject subject) {
        OrderParameter orderParameter = new OrderParameter(subject.model());
        return switch (of) {
            case MAGNETIZATION -> orderParameter::scalar;
            case ABS_MAGNETIZATION -> (batch, c) -> Math.sqrt(orderParameter.squared(batch, c));
            case ENERGY -> new SiteEnergy(subject)::of;
        };
    }

    private static Range range(Of of, Subject subject) {
        OrderParameter orderParameter = new OrderParameter(subject.model());
        if (of == Of.MAGNETIZATION && subject.model().orderParameterDimensions() != 1) {
            throw new InvalidParameterException(
                    "of",
                    "abs-magnetization or energy for an order parameter of "
                            + subject.model().orderParameterDimensions() + " components",
                    of.name().toLowerCase(Locale.ROOT));
        }
        return switch (of) {
            case MAGNETIZATION -> orderParameter.range();
            case ABS_MAGNETIZATION -> new Range(0, orderParameter.greatestNorm());
            case ENERGY -> SiteEnergy.range(subject);
        };
    }
}
