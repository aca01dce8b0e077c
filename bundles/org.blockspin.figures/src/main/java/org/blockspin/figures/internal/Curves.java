package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.Page;
import org.osgi.service.component.annotations.Component;

/**
 * Quantities over the temperature, one panel a quantity, one series an ensemble and lattice (Efthymiou et al. 2019, Figs. 2,
 * 4, 8 and 9), with exact curves of the Ising model where there are: energy and specific heat of the square lattice (Kaufman
 * 1949), and of the chain, whose two-point functions are known as well. With them, chi^2/n says how far the values are.
 *
 * <p>Results do not say which model they are of: switch {@code exact} off for another than Ising's.
 */
@Component
@Kind(
        name = "curves",
        description = "Quantities over the temperature, with error bars and exact curves of the Ising model.",
        parameters = Curves.Parameters.class)
public final class Curves implements Figure<Curves.Parameters> {
    /**
     * @param quantities one panel each
     * @param exact whether exact curves are drawn where there are any
     * @param differences whether insets show the differences from the exact curves
     * @param series how ensembles are called and look
     * @param title a line above the panels
     */
    public record Parameters(
            @Description("quantities, one panel each")
            @Default("[\"abs_m\", \"energy\", \"chi_sub\", \"specific_heat\"]")
            List<String> quantities,

            @Description("draw exact curves of the Ising model where there are any; switch off for other models")
            @Default("true")
            boolean exact,

            @Description("show differences from the exact curves in insets") @Default("false")
            boolean differences,

            @Description("how ensembles are called and look, where that is not to be told from their depth")
            @Example("[{\"step\": \"larger\", \"label\": \"RSRG\", \"origin\": \"super-resolved\"}]")
            @Default("[]")
            List<Appearance> series,

            @Description("a line above the panels") Optional<String> title) {
        public Parameters {
            quantities = List.copyOf(quantities);
            series = List.copyOf(series);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireResults(available);
        Quantities.require(parameters.quantities(), available);
        return (results, output) -> draw(parameters, results, output);
    }

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<Series> all = Series.of(results, parameters.series());
        List<CurveData> panels = parameters.quantities().stream()
                .map(quantity -> CurveData.of(quantity, results, all, parameters.exact()))
                .toList();
        Page page = new Page(
                parameters.title(),
                CurvePlot.legend(all, panels),
                CurvePlot.of(panels, parameters.differences()),
                Math.min(panels.size(), 2));
        Files.write(page, CurveTable.csv(panels), output);
    }
}
