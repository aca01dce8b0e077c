package org.blockspin.observables.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Fit;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable.Subject;
import org.blockspin.api.Positive;
import org.osgi.service.component.annotations.Component;

/**
 * Critical exponents from the scaling of quantities with the linear size L at the critical temperature (Efthymiou et al.
 * 2019, Sec. IV A; Sandvik 2010, AIP Conf. Proc. 1297, Sec. 3). Every quantity is fitted with ln y = slope ln L +
 * intercept, each point weighted with its standard error, sigma_y / y. Then
 *
 * <ul>
 *   <li>{@code beta} = -nu slope of {@code abs_m}, from <|m|> ~ L^(-beta/nu)
 *   <li>{@code gamma} = nu slope of {@code chi_sub}, and {@code gamma_full} = nu slope of {@code chi_full}, from
 *       chi ~ L^(gamma/nu)
 *   <li>{@code eta1} = 2 - d - slope of {@code G(L/2)}, and {@code eta2} of {@code G(L/4)}, from G(r) ~ r^-(d-2+eta)
 * </ul>
 *
 * <p>and {@code abs_m.slope}, {@code abs_m.intercept}, {@code abs_m.correlation} (Pearson's coefficient) for every
 * quantity. A number that cannot be had, because a value is not positive, is NaN.
 */
@Component
@Kind(
        name = "finite-size-scaling",
        description = "Critical exponents from the scaling of quantities with the linear size.",
        parameters = FiniteSizeScaling.Parameters.class)
public final class FiniteSizeScaling implements Fit<FiniteSizeScaling.Parameters> {
    /**
     * @param nu the exponent of the correlation length
     * @param quantities what to fit; all known ones that were measured if the list is empty
     */
    public record Parameters(
            @Description("exponent nu of the correlation length (two-dimensional Ising model: 1)")
            @Positive
            @Default("1")
            double nu,

            @Description("quantities to fit: abs_m, chi_sub, chi_full, G(L/2), G(L/4); none for all that were measured")
            @Default("[]")
            List<String> quantities) {
        public Parameters {
            quantities = List.copyOf(quantities);
        }
    }

    @Override
    public Fitted create(Parameters parameters, List<Point> points) {
        requireOneSystem(points);
        List<ScalingLaw> laws =
                parameters.quantities().isEmpty() ? measured(points) : chosen(parameters.quantities(), points);
        return new ScalingFit(laws, points, parameters.nu());
    }

    private static void requireOneSystem(List<Point> points) {
        if (points.stream()
                        .mapToDouble(p -> p.subject().lattice().linearSize())
                        .distinct()
                        .count()
                < 2) {
            throw new InvalidParameterException(
                    "",
                    "lattices of at least two linear sizes",
                    points.stream()
                            .map(p -> p.subject().lattice().sizeLabel())
                            .distinct()
                            .toList());
        }
        Point first = points.get(0);
        for (Point point : points) {
            if (!isSameSystem(point.subject(), first.subject())) {
                throw new InvalidParameterException(
                        "",
                        "one model at one temperature, on lattices of one kind and shape",
                        point.subject().model().kind() + " on "
                                + point.subject().lattice().kind() + " "
                                + point.subject().lattice().sizeLabel() + " beside "
                                + first.subject().lattice().sizeLabel());
            }
        }
    }

    private static boolean isSameSystem(Subject a, Subject b) {
        Lattice p = a.lattice();
        Lattice q = b.lattice();
        return a.model().equals(b.model())
                && p.kind().equals(q.kind())
                && p.dimensions() == q.dimensions()
                && p.basis() == q.basis()
                && p.bonds().equals(q.bonds())
                && a.temperature().equals(b.temperature())
                && isSameShape(p.cells(), q.cells());
    }

    /** Whether all extents have one ratio. */
    private static boolean isSameShape(List<Integer> p, List<Integer> q) {
        for (int d = 1; d < p.size(); d++) {
            if ((long) p.get(d) * q.get(0) != (long) q.get(d) * p.get(0)) {
                return false;
            }
        }
        return true;
    }

    private static List<ScalingLaw> measured(List<Point> points) {
        List<ScalingLaw> laws = ScalingLaw.ALL.stream()
                .filter(law -> points.stream().allMatch(p -> p.quantities().contains(law.quantity())))
                .toList();
        if (laws.isEmpty()) {
            throw new InvalidParameterException(
                    "",
                    "ensembles that all have one of the quantities " + ScalingLaw.quantities(),
                    points.get(0).quantities());
        }
        return laws;
    }

    private static List<ScalingLaw> chosen(List<String> quantities, List<Point> points) {
        return IntStream.range(0, quantities.size())
                .mapToObj(i -> chosen("quantities[" + i + "]", quantities.get(i), points))
                .distinct()
                .toList();
    }

    private static ScalingLaw chosen(String parameter, String quantity, List<Point> points) {
        for (Point point : points) {
            if (!point.quantities().contains(quantity)) {
                throw InvalidParameterException.unknown(parameter, point.quantities(), quantity);
            }
        }
        return ScalingLaw.ALL.stream()
                .filter(law -> law.quantity().equals(quantity))
                .findFirst()
                .orElseThrow(() -> InvalidParameterException.unknown(parameter, ScalingLaw.quantities(), quantity));
    }
}
