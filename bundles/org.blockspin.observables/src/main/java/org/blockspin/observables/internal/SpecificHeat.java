package org.blockspin.observables.internal;

import java.util.List;
import org.blockspin.api.Kind;
import org.blockspin.api.Observable;
import org.blockspin.api.Plugin.NoParameters;
import org.osgi.service.component.annotations.Component;

/** The specific heat. Quantity {@code specific_heat}: c = N (<e^2> - <e>^2) / T^2, per site, in units of k_B. */
@Component
@Kind(
        name = "specific-heat",
        description = "The specific heat per site, from the fluctuations of the energy.",
        parameters = NoParameters.class)
public final class SpecificHeat implements Observable<NoParameters> {
    @Override
    public Measurement create(NoParameters parameters, Subject subject) {
        SiteEnergy energy = new SiteEnergy(subject);
        double temperature = Temperatures.of(subject);
        double factor = subject.lattice().sites() / (temperature * temperature);
        return new Rows(
                2,
                (batch, configuration, row) -> {
                    row[0] = energy.of(batch, configuration);
                    row[1] = row[0] * row[0];
                },
                List.of(new Quantity("specific_heat", means -> factor * (means[1] - means[0] * means[0]))));
    }
}
