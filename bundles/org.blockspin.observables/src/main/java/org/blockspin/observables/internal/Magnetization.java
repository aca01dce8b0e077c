package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Kind;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/**
 * Moments of the order parameter per site m = (1/N) sum_i m_i, and the Binder cumulant. Quantities:
 *
 * <ul>
 *   <li>{@code abs_m}: <|m|>, with |m| the norm where the order parameter is a vector
 *   <li>{@code m2}: <m^2>
 *   <li>{@code m4}: <m^4>
 *   <li>{@code binder}: U4 = 1 - <m^4> / (3 <m^2>^2) (Binder 1981)
 * </ul>
 */
@Component
@Kind(
        name = "magnetization",
        description = "Moments of the order parameter per site and the Binder cumulant.",
        parameters = NoParameters.class)
public final class Magnetization implements Observable<NoParameters> {
    @Override
    public Measurement create(NoParameters parameters, Subject subject) {
        OrderParameter orderParameter = new OrderParameter(subject.model());
        return new Rows(
                3,
                (batch, configuration, row) -> {
                    double squared = orderParameter.squared(batch, configuration);
                    row[0] = Math.sqrt(squared);
                    row[1] = squared;
                    row[2] = squared * squared;
                },
                List.of(
                        new Quantity("abs_m", means -> means[0]),
                        new Quantity("m2", means -> means[1]),
                        new Quantity("m4", means -> means[2]),
                        new Quantity("binder", means -> 1 - means[2] / (3 * means[1] * means[1]))));
    }
}
