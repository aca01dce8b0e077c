package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.blockspin.api.Chosen;
import org.blockspin.api.Description;
import org.blockspin.api.Figure;
import org.blockspin.api.Input;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.binding.Inline;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.Work;

/** {@code figure}: draws the results of the steps it names. */
public final class FigureStep implements StepKind<FigureStep.Parameters> {
    public record Parameters(
            @Description("the observe and fit steps whose results are drawn")
            List<Input<Measured>> from,

            @Inline Chosen<Figure<?>, Figure.Available, Figure.Drawing> figure) {}

    private record PlannedFigure(List<String> steps, Figure.Drawing drawing) {}

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Class<?> produces() {
        return void.class;
    }

    @Override
    public String activity() {
        return "figures";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        if (planning.parameters().from().isEmpty()) {
            planning.mistake("from", "expected at least one step, found none");
            return;
        }
        List<Input<Measured>> from = planning.parameters().from();
        Set<String> quantities = new LinkedHashSet<>();
        from.forEach(input -> planning.family(input)
                .products(Measured.class)
                .forEach(measured -> quantities.addAll(measured.quantities())));
        List<String> steps = from.stream().map(Input::step).toList();
        planning.bind(
                Coordinates.none(), parameters -> planning.create(parameters.figure(), new Figure.Available(quantities))
                        .ifPresent(drawing -> planning.add(Coordinates.none(), new PlannedFigure(steps, drawing))));
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        return Needs.of("figures", family.members().size());
    }

    @Override
    public List<Work> work(Family family, RunContext context) {
        return family.products(PlannedFigure.class).stream()
                .map(figure -> Work.of(1, progress -> draw(figure, family.step(), context)))
                .toList();
    }

    private static void draw(PlannedFigure figure, String step, RunContext context) throws IOException {
        List<Result> rows = figure.steps().stream()
                .flatMap(name -> context.results(name).stream())
                .toList();
        figure.drawing().draw(rows, (extension, content) -> context.folder()
                .write("figures/" + step + "." + extension, content));
    }
}
