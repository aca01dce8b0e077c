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
import org.blockspin.api.Positive;
import org.blockspin.api.Result;
import org.blockspin.api.Unit;
import org.blockspin.figures.internal.plot.Page;
import org.osgi.service.component.annotations.Component;

/**
 * Distributions, one column of panels a distribution and one row a temperature. Block sums (the quantities
 * {@code block_sum(k)}) are bars of the series side by side (Efthymiou et al. 2019, Fig. 7); the magnetization and the
 * energy (quantities {@code P(m in [-0.1,0))} of the observable {@code histogram}) are densities, outlined in steps, with a
 * line for a density that was estimated by kernels (quantities {@code p(m = 0.12)}; Figs. 5 and 10). Error bars are standard
 * errors of each bin; bins of one distribution are correlated.
 */
@Component
@Kind(
        name = "histogram",
        description = "Distributions of block sums, the magnetization or the energy, with error bars.",
        parameters = Histogram.Parameters.class)
public final class Histogram implements Figure<Histogram.Parameters> {
    /**
     * @param of the distributions, one column each
     * @param temperatures the temperatures, one row each; those of the results that are nearest are drawn
     * @param series how ensembles are called and look
     * @param title a line above the panels
     */
    public record Parameters(
            @Description("block-sum, magnetization, abs-magnetization or energy: one column of panels each")
            @Default("[\"block-sum\"]")
            List<Distribution> of,

            @Description("temperatures, of which the nearest that were measured are drawn; none for all")
            @Unit("J/k_B")
            @Example("[2.0, 2.269, 2.5]")
            @Positive
            @Default("[]")
            List<Double> temperatures,

            @Description("how ensembles are called and look, where that is not to be told from their depth")
            @Default("[]")
            List<Appearance> series,

            @Description("a line above the panels") Optional<String> title) {
        public Parameters {
            of = List.copyOf(of);
            temperatures = List.copyOf(temperatures);
            series = List.copyOf(series);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireResults(available);
        List<Distribution> of = parameters.of();
        if (of.isEmpty() || of.stream().distinct().count() != of.size()) {
            throw new InvalidParameterException("of", "one to four different distributions", of);
        }
        for (int i = 0; i < of.size(); i++) {
            Distribution distribution = of.get(i);
            if (available.quantities().stream()
                    .noneMatch(quantity -> distribution.bin(quantity).isPresent())) {
                throw new InvalidParameterException(
                        "of[" + i + "]",
                        "a distribution that was measured",
                        distribution.isDiscrete() ? "one without block-sums" : "one without its histogram");
            }
        }
        return (results, output) -> draw(parameters, results, output);
    }

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<Series> all = Series.of(
                results.stream()
                        .filter(row -> parameters.of().stream().anyMatch(d -> d.has(row.quantity())))
                        .toList(),
                parameters.series());
        List<HistogramData> panels = HistogramData.of(parameters.of(), parameters.temperatures(), results, all);
        Page page = new Page(
                parameters.title(),
                HistogramPlot.legend(all, panels),
                panels.stream().map(HistogramPlot::of).toList(),
                columns(parameters.of().size(), panels.size()));
        Files.write(page, HistogramTable.csv(panels), output);
    }

    private static int columns(int distributions, int panels) {
        if (distributions > 1) {
            return Math.min(distributions, 3);
        }
        return panels % 3 == 0 ? 3 : Math.min(panels, 2);
    }
}
