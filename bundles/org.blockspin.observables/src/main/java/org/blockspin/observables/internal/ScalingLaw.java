package org.blockspin.observables.internal;

import java.util.List;

/**
 * How a quantity scales with the linear size, and which exponent that gives.
 *
 * @param quantity name of the quantity
 * @param exponent name of the exponent
 * @param formula the exponent from the slope of ln y over ln L
 */
record ScalingLaw(String quantity, String exponent, Formula formula) {
    /** The exponent from a slope, the exponent nu and the dimension d. */
    @FunctionalInterface
    interface Formula {
        double exponent(double slope, double nu, int d);
    }

    static final List<ScalingLaw> ALL = List.of(
            new ScalingLaw("abs_m", "beta", (slope, nu, d) -> -slope * nu),
            new ScalingLaw("chi_sub", "gamma", (slope, nu, d) -> slope * nu),
            new ScalingLaw("chi_full", "gamma_full", (slope, nu, d) -> slope * nu),
            new ScalingLaw("G(L/2)", "eta1", (slope, nu, d) -> -slope - (d - 2)),
            new ScalingLaw("G(L/4)", "eta2", (slope, nu, d) -> -slope - (d - 2)));

    /** Names of all quantities that have a law. */
    static List<String> quantities() {
        return ALL.stream().map(ScalingLaw::quantity).toList();
    }
}
