package org.blockspin.observables.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blockspin.api.Configurations;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Model;
import org.blockspin.api.Observable.Subject;
import org.blockspin.observables.internal.PairCounter.Displacement;

/** The energy per site e = E/N of a configuration, from all bonds and all sites. Used by one thread at a time. */
final class SiteEnergy {
    private final int states;
    private final PairCounter pairs;
    /** Energy of every pair of states, by bond and {@code s * states + t}. */
    private final double[][] bondEnergies;

    private final double[] siteEnergies;
    private final boolean dependsOnSites;
    private final int[][] counts;

    /**
     * @throws InvalidParameterException if the lattice has bonds of a type that the model does not know
     */
    SiteEnergy(Subject subject) {
        Model model = subject.model();
        List<Lattice.Bond> bonds = subject.lattice().bonds();
        int types = subject.lattice().bondTypes();
        if (types > model.bondEnergies().size()) {
            throw new InvalidParameterException(
                    "",
                    "a model with " + types + " types of bonds",
                    model.bondEnergies().size());
        }
        List<Displacement> displacements = bonds.stream()
                .map(bond -> new Displacement(bond.from(), bond.to(), bond.shift()))
                .toList();
        this.pairs = PairCounter.of(model, subject.lattice(), displacements);
        this.states = model.states();
        this.bondEnergies = bonds.stream()
                .map(bond -> IntStream.range(0, states * states)
                        .mapToDouble(pair -> model.bondEnergy(bond.type(), pair / states, pair % states))
                        .toArray())
                .toArray(double[][]::new);
        this.siteEnergies =
                model.siteEnergies().stream().mapToDouble(Double::doubleValue).toArray();
        this.dependsOnSites = Arrays.stream(siteEnergies).anyMatch(energy -> energy != 0);
        this.counts = new int[bonds.size()][model.states() * model.states()];
    }

    /** Between which values e lies at any rate: all bonds and all sites at their least, or greatest, energy. */
    static Range range(Subject subject) {
        Range bonds = new Range(0, 0);
        for (Lattice.Bond bond : subject.lattice().bonds()) {
            bonds = bonds.plus(Range.of(subject.model().bondEnergies().get(bond.type()).stream()
                    .flatMap(List::stream)
                    .toList()));
        }
        int basis = subject.lattice().basis();
        return Range.of(subject.model().siteEnergies())
                .plus(new Range(bonds.least() / basis, bonds.greatest() / basis));
    }

    double of(Configurations batch, int configuration) {
        pairs.count(batch, configuration, counts);
        double energy = 0;
        for (int bond = 0; bond < counts.length; bond++) {
            for (int pair = 0; pair < counts[bond].length; pair++) {
                energy += counts[bond][pair] * bondEnergies[bond][pair];
            }
        }
        return (energy + ofSites(batch, configuration)) / batch.sites();
    }

    private double ofSites(Configurations batch, int configuration) {
        if (!dependsOnSites) {
            return 0;
        }
        int[] occupation = States.count(batch, configuration, states);
        double energy = 0;
        for (int state = 0; state < states; state++) {
            energy += occupation[state] * siteEnergies[state];
        }
        return energy;
    }
}
