package org.blockspin.figures.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
import org.blockspin.figures.internal.plot.AxisSpec;
import org.blockspin.figures.internal.plot.Canvas.Pen;
import org.blockspin.figures.internal.plot.Datum;
import org.blockspin.figures.internal.plot.LegendEntry;
import org.blockspin.figures.internal.plot.Line;
import org.blockspin.figures.internal.plot.Mark;
import org.blockspin.figures.internal.plot.Origin;
import org.blockspin.figures.internal.plot.Page;
import org.blockspin.figures.internal.plot.Plot;
import org.blockspin.figures.internal.plot.Points;
import org.blockspin.figures.internal.plot.Scale;
import org.blockspin.figures.internal.plot.Style;
import org.osgi.service.component.annotations.Component;

/**
 * Quantities that have their argument in their name, as the temperature map {@code energy.map(2.2)} of the fit
 * {@code curve-collapse}, over that argument, as points with error bars or as lines. All results of that name are drawn: where several steps have
 * some, draw from the one that is wanted.
 */
@Component
@Kind(
        name = "functions",
        description = "Quantities with a number in their names, as energy.map(2.2), over that number.",
        parameters = Functions.Parameters.class)
public final class Functions implements Figure<Functions.Parameters> {
    /** How a function is drawn. */
    public enum Drawn {
        POINTS,
        LINE
    }

    /**
     * One function.
     *
     * @param name the quantity without the argument
     * @param label what the legend says
     * @param as points or line
     */
    public record Shown(
            @Description("name of the quantity without its argument") @Example("energy.map")
            String name,

            @Description("what the legend says; the name if left out")
            Optional<String> label,

            @Description("points, with error bars, or a line") @Default("points")
            Drawn as) {}

    /**
     * @param functions what is drawn
     * @param x what the horizontal axis says
     * @param y what the vertical axis says
     * @param title a line above the panel
     */
    public record Parameters(
            @Description("the functions") List<Shown> functions,

            @Description("what the horizontal axis says, with its unit") @Example("T (J/k)") @Default("")
            String x,

            @Description("what the vertical axis says, with its unit") @Default("")
            String y,

            @Description("a line above the panel") Optional<String> title) {
        public Parameters {
            functions = List.copyOf(functions);
        }
    }

    @Override
    public Drawing create(Parameters parameters, Available available) {
        Inputs.requireResults(available);
        if (parameters.functions().isEmpty() || parameters.functions().size() > MOST) {
            throw new InvalidParameterException(
                    "functions",
                    "one to " + MOST + " functions",
                    parameters.functions().size());
        }
        for (int i = 0; i < parameters.functions().size(); i++) {
            String name = parameters.functions().get(i).name();
            if (available.quantities().stream().noneMatch(quantity -> FunctionValues.isOf(name, quantity))) {
                throw InvalidParameterException.unknown(
                        "functions[" + i + "].name", FunctionValues.names(available.quantities()), name);
            }
        }
        return (results, output) -> draw(parameters, results, output);
    }

    private static final int MOST = 9;
    private static final double[] DASHES = {0, 6, 2.5};

    private static void draw(Parameters parameters, List<Result> results, Output output) throws IOException {
        List<FunctionValues> all = parameters.functions().stream()
                .map(function -> FunctionValues.of(function.name(), results))
                .toList();
        List<Mark> lines = new ArrayList<>();
        List<Mark> points = new ArrayList<>();
        List<LegendEntry> legend = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Shown function = parameters.functions().get(i);
            String label = function.label().orElse(function.name());
            if (function.as() == Drawn.LINE) {
                Pen pen = new Pen(Line.COLOUR, 1.4, DASHES[lines.size() % DASHES.length]);
                lines.add(new Line(data(all.get(i)), pen));
                legend.add(LegendEntry.line(label, pen));
            } else {
                Style style = style(points.size());
                points.add(new Points(data(all.get(i)), style));
                legend.add(LegendEntry.points(label, style));
            }
        }
        lines.addAll(points);
        Plot plot = new Plot(
                "",
                "",
                new AxisSpec(parameters.x(), Scale.LINEAR, 0.04),
                new AxisSpec(parameters.y(), Scale.LINEAR, 0.08),
                lines,
                List.of(),
                Optional.empty(),
                "no values");
        Files.write(new Page(parameters.title(), legend, List.of(plot), 1), csv(all), output);
    }

    /** Colours and symbols that differ from each other: those of one origin after the other. */
    private static Style style(int number) {
        Origin[] origins = Origin.values();
        return new Style(origins[number % origins.length], number / origins.length);
    }

    private static List<Datum> data(FunctionValues function) {
        return function.values().stream()
                .map(value -> new Datum(
                        value.argument(),
                        value.row().estimate().value(),
                        value.row().estimate().standardError()))
                .toList();
    }

    private static Csv csv(List<FunctionValues> all) {
        Csv csv =
                new Csv("function", "argument", "step", "ensemble", "temperature", "repeat", "value", "standard_error");
        for (FunctionValues function : all) {
            function.values()
                    .forEach(value -> csv.row(
                            function.name(),
                            Csv.number(value.argument()),
                            value.row().step(),
                            value.row().ensemble().orElse(""),
                            value.row().temperature().isPresent()
                                    ? Csv.number(value.row().temperature().getAsDouble())
                                    : "",
                            value.row().repeat(),
                            Csv.number(value.row().estimate().value()),
                            Csv.number(value.row().estimate().standardError())));
        }
        return csv;
    }
}
