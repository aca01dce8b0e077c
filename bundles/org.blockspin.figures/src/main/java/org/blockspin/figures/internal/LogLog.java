package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.Page;
import org.osgi.service.component.annotations.Component;

/**
 * Quantities over the linear size on logarithmic axes, one panel a quantity (Efthymiou et al. 2019, Fig. 6), with the
 * lines of a finite-size-scaling fit where the rows {@code <quantity>.slope} and {@code <quantity>.intercept} exist, and
 * the exponents.
 *
 * <p>Points are combinations of all repeats where there are any; their errors are the standard error over repeats and the
 * statistical error of what the repeats share, added in quadrature. Values that are not positive are left out.
 */
@Component
@Kind(
        name = "log-log",
        description = "Quantities over the linear size on logarithmic axes, with fitted lines and exponents.",
        parameters = LogLog.Parameters.class)
public final class LogLog implements Figure<LogLog.Parameters> {
    /**
     * @param quantities one panel each
     * @param x what the horizontal axis shows
     * @param title a line above the panels
     */
    public record Parameters(
            @Description("quantities, one panel each") @Default("[\"abs_m\", \"chi_sub\", \"G(L/4)\", \"G(L/2)\"]")
            List<String> quantities,

            @Description("what the horizontal axis shows: L, the linear size in cells") @Default("L")
            String x,

            @Description("a line above the panels") @Example("Critical exponents")
            Optional<String> title) {
        public Parameters {
            quantities = List.copyOf(quantities);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireResults(available);
        Quantities.require(parameters.quantities(), available);
        if (!parameters.x().equals("L")) {
            throw new InvalidParameterException("x", "L", parameters.x());
        }
        return (results, output) -> draw(parameters, results, output);
    }

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<ScalingData> panels = parameters.quantities().stream()
                .map(quantity -> ScalingData.of(quantity, results))
                .toList();
        Page page = new Page(
                parameters.title(),
                ScalingPlot.legend(panels),
                panels.stream().map(ScalingPlot::of).toList(),
                Math.min(panels.size(), 2));
        Files.write(page, ScalingTable.csv(panels), output);
    }
}
