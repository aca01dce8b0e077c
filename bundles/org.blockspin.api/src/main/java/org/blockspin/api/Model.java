package org.blockspin.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * A classical spin model with finitely many states a site and pair interactions, in units of J = k_B = 1.
 *
 * <p>The energy of a configuration is the sum over bonds of {@code bondEnergies[type][s][t]} plus the sum over sites of
 * {@code siteEnergies[s]}. The Ising model has state 0 = down, 1 = up, bond energies -1 (equal) and +1 (unequal), no
 * site energies, and order-parameter values -1 and +1. Potts and Blume-Capel models fit.
 *
 * @param kind name of the plugin that made it, for instance {@code "ising"}
 * @param states number of states a site, at least 2
 * @param bondEnergies energy of a bond by [type][state][state]
 * @param siteEnergies energy of a site by state
 * @param orderParameter order-parameter vector by state, all of one length
 */
public record Model(
        String kind,
        int states,
        List<List<List<Double>>> bondEnergies,
        List<Double> siteEnergies,
        List<List<Double>> orderParameter) {

    public Model {
        bondEnergies = bondEnergies.stream()
                .map(type -> type.stream().map(List::copyOf).toList())
                .toList();
        siteEnergies = List.copyOf(siteEnergies);
        orderParameter = orderParameter.stream().map(List::copyOf).toList();
        if (states < 2) {
            throw new IllegalArgumentException("a model needs at least two states, found " + states);
        }
        for (List<List<Double>> type : bondEnergies) {
            requireStates(states, type.size(), "rows of bond energies");
            for (List<Double> row : type) {
                requireStates(states, row.size(), "columns of bond energies");
            }
        }
        requireStates(states, siteEnergies.size(), "site energies");
        requireStates(states, orderParameter.size(), "order-parameter values");
        requireFinite(bondEnergies.stream().flatMap(List::stream).flatMap(List::stream));
        requireFinite(siteEnergies.stream());
        requireFinite(orderParameter.stream().flatMap(List::stream));
        if (orderParameter.stream().mapToInt(List::size).distinct().count() != 1) {
            throw new IllegalArgumentException("order-parameter values must all have one length");
        }
    }

    private static void requireStates(int states, int found, String what) {
        if (found != states) {
            throw new IllegalArgumentException("expected " + states + " " + what + ", found " + found);
        }
    }

    private static void requireFinite(Stream<Double> values) {
        if (!values.allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("energies and order-parameter values must be finite numbers");
        }
    }

    /** Bit planes that hold one state: the number of binary digits of the largest state. */
    public int planes() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(states - 1);
    }

    /** Energy of a bond of this type between states s and t. */
    public double bondEnergy(int type, int s, int t) {
        return bondEnergies.get(type).get(s).get(t);
    }

    /** Number of components of the order parameter. */
    public int orderParameterDimensions() {
        return orderParameter.get(0).size();
    }

    /**
     * Whether every bond energy depends only on whether the two states are equal, equal ones being at least as
     * favourable, and no state is favoured on its own: what cluster algorithms for Potts-like models need.
     */
    public boolean isFerromagneticPotts() {
        for (List<List<Double>> type : bondEnergies) {
            double equal = type.get(0).get(0);
            double unequal = type.get(0).get(1);
            for (int s = 0; s < states; s++) {
                for (int t = 0; t < states; t++) {
                    if (type.get(s).get(t) != (s == t ? equal : unequal)) {
                        return false;
                    }
                }
            }
            if (equal > unequal) {
                return false;
            }
        }
        return siteEnergies.stream().allMatch(energy -> energy.doubleValue() == siteEnergies.get(0));
    }
}
