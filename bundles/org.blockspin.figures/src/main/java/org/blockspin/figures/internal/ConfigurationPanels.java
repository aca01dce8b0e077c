package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.Kind;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Positive;
import org.blockspin.api.Unit;
import org.osgi.service.component.annotations.Component;

/**
 * Configurations as they are, one panel an ensemble, state 0 white and the highest state black (Efthymiou et al. 2019,
 * Fig. 1): of ensembles that descend from each other, the panels show what became of one configuration. A row of panels
 * for each temperature.
 *
 * <p>A lattice of two dimensions with one site a cell is drawn as its array of cells, row 0 at the top. Of a chain,
 * consecutive configurations are stacked, one a row; the same row of all panels descends from the same configuration.
 *
 * <p>In the PNG every site is a rectangle of whole pixels. The CSV holds one line a lattice row, whose last column lists
 * the states of its sites, separated by spaces.
 */
@Component
@Kind(
        name = "configurations",
        description = "Configurations side by side, state 0 (down) white, the highest (up) black; their states as CSV.",
        parameters = ConfigurationPanels.Parameters.class)
public final class ConfigurationPanels implements Figure<ConfigurationPanels.Parameters> {
    /**
     * @param configuration number in its ensemble
     * @param depths which ensembles are shown, in this order
     * @param temperatures the temperatures, one row of panels each; those of the ensembles that are nearest are drawn
     * @param repeat which repeat is shown of what was repeated
     * @param rows of a chain, the number of configurations that are stacked
     * @param columns panels a row
     * @param title a line above the panels
     */
    public record Parameters(
            @Description("number of the configuration in its ensemble, from 0") @Default("0") @Min(0)
            long configuration,

            @Description("depths of the ensembles that are shown, in this order: 0 as simulated, -1 after one "
                    + "super-resolution, 1 after one coarse-graining; none for all ensembles as they come")
            @Example("[0, -1, -2]")
            @Default("[]")
            List<Integer> depths,

            @Description("temperatures, of which the nearest that there are are drawn; none for all")
            @Unit("J/k_B")
            @Example("[2.0, 2.269, 2.5]")
            @Positive
            @Default("[]")
            List<Double> temperatures,

            @Description("which repeat is shown of what was repeated, from 0") @Default("0") @Min(0)
            int repeat,

            @Description("of a chain, how many configurations are stacked, one a row; if left out, those there are, "
                    + "at most 64")
            @Unit("configurations")
            @Example("64")
            @Min(1)
            @Max(4096)
            Optional<Integer> rows,

            @Description("panels a row, where each temperature begins a new one; if left out, all of a temperature, or "
                    + "two or three where there is only one temperature")
            @Unit("panels")
            @Example("3")
            @Min(1)
            @Max(26)
            Optional<Integer> columns,

            @Description("a line above the panels") Optional<String> title) {
        public Parameters {
            depths = List.copyOf(depths);
            temperatures = List.copyOf(temperatures);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireConfigurations(available);
        List<List<Source>> grid = new Selection(parameters.depths(), parameters.temperatures(), parameters.repeat())
                .of(available.ensembles());
        List<Snapshot> panels = Snapshot.of(
                grid.stream().flatMap(List::stream).toList(), parameters.configuration(), parameters.rows());
        List<Integer> rows = rows(grid, parameters.columns().orElse(columns(grid)));
        return (results, output) -> draw(panels, rows, parameters.title(), output);
    }

    private static int columns(List<List<Source>> grid) {
        int panels = grid.get(0).size();
        return grid.size() > 1 ? panels : panels == 4 ? 2 : Math.min(panels, 3);
    }

    /** How many panels each row of the page has. */
    private static List<Integer> rows(List<List<Source>> grid, int columns) {
        List<Integer> rows = new ArrayList<>();
        for (List<Source> temperature : grid) {
            for (int left = temperature.size(); left > 0; left -= columns) {
                rows.add(Math.min(left, columns));
            }
        }
        return rows;
    }

    private static void draw(List<Snapshot> panels, List<Integer> rows, Optional<String> title, Output output)
            throws IOException {
        List<int[]> states = panels.stream().map(Snapshot::states).toList();
        Files.write(SnapshotPage.of(panels, states, rows, title), SnapshotTable.csv(panels, states), output);
    }
}
