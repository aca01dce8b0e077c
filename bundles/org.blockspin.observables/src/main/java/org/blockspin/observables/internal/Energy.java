package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Kind;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/** The energy per site, from all bonds and site terms. Quantity {@code energy}: <e> = <E> / N, in units of J. */
@Component
@Kind(name = "energy", description = "The energy per site.", parameters = NoParameters.class)
public final class Energy implements Observable<NoParameters> {
    @Override
    public Measurement create(NoParameters parameters, Subject subject) {
        SiteEnergy energy = new SiteEnergy(subject);
        return new Rows(
                1,
                (batch, configuration, row) -> row[0] = energy.of(batch, configuration),
                List.of(new Quantity("energy", means -> means[0])));
    }
}
