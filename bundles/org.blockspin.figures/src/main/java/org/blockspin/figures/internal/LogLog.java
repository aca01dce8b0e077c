package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
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

            @Description("a line above the panels") Optional<String> title) {
        public Parameters {
            quantities = List.copyOf(quantities);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        List<String> quantities = parameters.quantities();
        if (quantities.isEmpty() || quantities.size() > 26) {
            throw new InvalidParameterException("quantities", "1 to 26 quantities", quantities.size());
        }
        for (int i = 0; i < quantities.size(); i++) {
            if (!available.quantities().contains(quantities.get(i))) {
                throw new InvalidParameterException(
                        "quantities[" + i + "]", "one of " + new TreeSet<>(available.quantities()), quantities.get(i));
            }
        }
        if (!parameters.x().equals("L")) {
            throw new InvalidParameterException("x", "L", parameters.x());
        }
        return (results, output) -> draw(parameters, results, output);
    }

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<ScalingData> panels = parameters.quantities().stream()
                .map(quantity -> ScalingData.of(quantity, results))
                .toList();
        ScalingPage page = new ScalingPage(parameters.title().filter(title -> !title.isBlank()), panels);
        output.write("csv", ScalingTable.csv(panels));
        SvgCanvas svg = new SvgCanvas(page.width(), page.height());
        page.draw(svg);
        output.write("svg", svg.finish());
        PngCanvas png = new PngCanvas(page.width(), page.height());
        page.draw(png);
        output.write("png", png.finish());
    }
}
