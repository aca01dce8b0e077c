package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Kind;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/**
 * Susceptibilities, from the order parameter per site m. Quantities:
 *
 * <ul>
 *   <li>{@code chi_sub}: N (<m^2> - <|m|>^2) / T, the connected susceptibility to which gamma of Efthymiou et al.
 *       (2019), Table I, was fitted
 *   <li>{@code chi_full}: N <m^2>, without 1/T: the sum over all sites of the two-point function, which at criticality
 *       converges faster with size. N <m^2> / T is the susceptibility in the disordered phase.
 * </ul>
 */
@Component
@Kind(
        name = "susceptibility",
        description = "The connected susceptibility N (<m^2> - <|m|>^2) / T, and N <m^2>.",
        parameters = NoParameters.class)
public final class Susceptibility implements Observable<NoParameters> {
    @Override
    public Measurement create(NoParameters parameters, Subject subject) {
        OrderParameter orderParameter = new OrderParameter(subject.model());
        double temperature = Temperatures.of(subject);
        int sites = subject.lattice().sites();
        return new Rows(
                2,
                (batch, configuration, row) -> {
                    double squared = orderParameter.squared(batch, configuration);
                    row[0] = Math.sqrt(squared);
                    row[1] = squared;
                },
                List.of(
                        new Quantity("chi_sub", means -> sites * (means[1] - means[0] * means[0]) / temperature),
                        new Quantity("chi_full", means -> sites * means[1])));
    }
}
