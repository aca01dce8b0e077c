package org.blockspin.coarsegrainers.internal;

import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Kind;
import org.blockspin.api.Positive;
import org.blockspin.api.TemperatureMap;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * The temperature map T~ = a / ln cosh(b / T), with given numbers: what Efthymiou et al. (2019), Sec. IV, fit to the
 * majority rule in two dimensions, where no exact map exists. The fit {@code curve-collapse} finds a and b. In one
 * dimension a = b = 2 is exact for decimation by two.
 */
@Component
@Kind(
        name = "log-cosh",
        description = "The temperature map T~ = a / ln cosh(b / T) with given a and b, as a curve-collapse finds them.",
        parameters = LogCosh.Parameters.class)
public final class LogCosh implements TemperatureMap<LogCosh.Parameters> {
    /**
     * @param a in units of J / k_B
     * @param b in units of J / k_B
     */
    public record Parameters(
            @Description("a") @Unit("J/k_B") @Example("2.2") @Positive
            double a,

            @Description("b") @Unit("J/k_B") @Example("3.4") @Positive
            double b) {}

    @Override
    public Mapping create(Parameters parameters, Step step) {
        return new LogCoshMapping(parameters.a(), parameters.b());
    }
}
