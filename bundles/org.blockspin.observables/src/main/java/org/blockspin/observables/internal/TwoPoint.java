package org.blockspin.observables.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Lattice;
import org.blockspin.api.Observable;
import org.blockspin.api.Unit;
import org.blockspin.observables.internal.PairCounter.Displacement;
import org.osgi.service.component.annotations.Component;

/**
 * The two-point function G(r) = <m_i m_(i + r)> along the lattice axes, averaged over all sites and all axes (Efthymiou
 * et al. 2019, Sec. III and IV A); the full one, without subtraction of <m>^2. With several sites a cell, both sites
 * have the same basis index; with a vector order parameter it is the scalar product.
 *
 * <p>Quantities are named as in {@code G(L/4)}, {@code G(4)} and {@code G(L^0.8/5)}.
 */
@Component
@Kind(
        name = "two-point",
        description = "The two-point function along the lattice axes.",
        parameters = TwoPoint.Parameters.class)
public final class TwoPoint implements Observable<TwoPoint.Parameters> {
    /**
     * @param distances distances in cells, at most half the smallest extent
     */
    public record Parameters(
            @Description("distances: whole numbers, fractions of the linear size as in \"L/4\", or of a power of it, "
                    + "rounded, as in \"L^0.8/5\"")
            @Unit("cells")
            @Example("[1, \"L/4\", \"L^0.8/5\"]")
            @Default("[\"L/4\", \"L/2\"]")
            List<String> distances) {
        public Parameters {
            distances = List.copyOf(distances);
        }
    }

    @Override
    public Measurement create(Parameters parameters, Subject subject) {
        List<String> distances = parameters.distances();
        List<Displacement> displacements = new ArrayList<>();
        for (int i = 0; i < distances.size(); i++) {
            int r = Distances.cells("distances[" + i + "]", distances.get(i), subject.lattice());
            displacements.addAll(displacements(subject.lattice(), r));
        }
        requireDistinct(distances);
        PairCounter pairs = PairCounter.of(subject.model(), subject.lattice(), displacements);
        double[] products = new OrderParameter(subject.model()).products();
        int[][] counts = new int[displacements.size()][products.length];
        return new Rows(
                distances.size(),
                (batch, configuration, row) -> {
                    pairs.count(batch, configuration, counts);
                    average(counts, products, row);
                },
                quantities(distances));
    }

    private static void requireDistinct(List<String> distances) {
        if (distances.isEmpty() || distances.stream().distinct().count() != distances.size()) {
            throw new InvalidParameterException("distances", "one or more distinct distances", distances);
        }
    }

    /** One for every axis and every site of a cell. */
    private static List<Displacement> displacements(Lattice lattice, int r) {
        List<Displacement> displacements = new ArrayList<>();
        for (int axis = 0; axis < lattice.dimensions(); axis++) {
            List<Integer> shift = new ArrayList<>(Collections.nCopies(lattice.dimensions(), 0));
            shift.set(axis, r);
            for (int basis = 0; basis < lattice.basis(); basis++) {
                displacements.add(new Displacement(basis, basis, List.copyOf(shift)));
            }
        }
        return displacements;
    }

    /** Averages the products over the pairs of as many successive displacements as there are a distance. */
    private static void average(int[][] counts, double[] products, double[] row) {
        Arrays.fill(row, 0);
        int displacementsADistance = counts.length / row.length;
        for (int i = 0; i < counts.length; i++) {
            double sum = 0;
            long pairs = 0;
            for (int pair = 0; pair < products.length; pair++) {
                sum += counts[i][pair] * products[pair];
                pairs += counts[i][pair];
            }
            row[i / displacementsADistance] += sum / pairs / displacementsADistance;
        }
    }

    private static List<Quantity> quantities(List<String> distances) {
        List<Quantity> quantities = new ArrayList<>();
        for (String distance : distances) {
            int column = quantities.size();
            quantities.add(new Quantity("G(" + distance + ")", means -> means[column]));
        }
        return quantities;
    }
}
