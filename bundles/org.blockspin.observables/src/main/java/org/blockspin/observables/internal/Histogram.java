package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Observable;
import org.blockspin.api.Positive;
import org.osgi.service.component.annotations.Component;

/**
 * The distribution of a quantity per site, in bins of equal width (Efthymiou et al. 2019, Figs. 5 and 10), and on request
 * its density as estimated by Gaussian kernels. Quantities
 * {@code P(m in [-0.2,-0.1))}: the fraction of configurations in that bin. The name has the symbol, {@code m}, {@code |m|}
 * or {@code e}, and the edges, of which the first belongs to the bin and the second does not; but it does to the last bin,
 * {@code P(m in [0.9,1])}. Configurations outside of all bins are in none, so that the fractions may sum to less than 1.
 *
 * <p>A finite lattice has finitely many values, 2/N apart for the magnetization of the Ising model: bins narrower than a
 * few of them, or of a width that is no multiple, have an uneven share.
 *
 * <p>With a bandwidth h, quantities {@code p(m = 0.12)}, three an h from the first edge to the last: the mean over
 * configurations of exp(-(x - m)^2 / 2 h^2) / (h sqrt(2 pi)), which is the density smoothed over h (Rosenblatt 1956, Ann.
 * Math. Stat. 27, 832). It is a mean, so its errors are those of any other. A bandwidth of Scott's rule, the standard
 * deviation over the fifth root of the number of configurations, is far too wide where there are two peaks.
 */
@Component
@Kind(
        name = "histogram",
        description = "The distribution of the magnetization or the energy per site, in bins.",
        parameters = Histogram.Parameters.class)
public final class Histogram implements Observable<Histogram.Parameters> {
    /** Points of a density in one bandwidth: straight lines between them are within 2 % of the smoothest it can be. */
    private static final int CENTRES = 3;

    private static final int MOST_CENTRES = 10_000;

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
     * @param bandwidth standard deviation of the kernels of the density
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
            Optional<Double> to,

            @Description("standard deviation of the Gaussian kernels of a density; no density if left out")
            @Positive
            @Example("0.04")
            Optional<Double> bandwidth) {}

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
        List<Double> centres = parameters
                .bandwidth()
                .map(bandwidth -> centres(from, to, bandwidth))
                .orElse(List.of());
        KernelDensity density =
                new KernelDensity(centres, parameters.bandwidth().orElse(1.0));
        return new Rows(
                bins.count() + centres.size(),
                (batch, configuration, row) -> {
                    double found = value.of(batch, configuration);
                    Arrays.fill(row, 0, bins.count(), 0);
                    bins.find(found).ifPresent(bin -> row[bin] = 1);
                    density.write(found, row, bins.count());
                },
                quantities(symbol(parameters.of()), bins, centres));
    }

    /** Where the density is taken: three a bandwidth, from one edge to the other. */
    private static List<Double> centres(double from, double to, double bandwidth) {
        double intervals = Math.ceil(CENTRES * (to - from) / bandwidth);
        if (intervals > MOST_CENTRES) {
            throw new InvalidParameterException(
                    "bandwidth", "at least " + CENTRES * (to - from) / MOST_CENTRES, bandwidth);
        }
        return IntStream.rangeClosed(0, (int) intervals)
                .mapToObj(i -> Bins.rounded(from + (to - from) * i / intervals).doubleValue())
                .toList();
    }

    private static List<Quantity> quantities(String symbol, Bins bins, List<Double> centres) {
        Stream<Quantity> shares = IntStream.range(0, bins.count())
                .mapToObj(bin -> new Quantity("P(" + symbol + " in " + bins.label(bin) + ")", means -> means[bin]));
        Stream<Quantity> densities = IntStream.range(0, centres.size())
                .mapToObj(i -> new Quantity(
                        "p(" + symbol + " = " + Bins.rounded(centres.get(i)).toPlainString() + ")",
                        means -> means[bins.count() + i]));
        return Stream.concat(shares, densities).toList();
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
