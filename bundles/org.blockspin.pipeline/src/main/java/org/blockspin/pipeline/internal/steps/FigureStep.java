package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.blockspin.api.Chosen;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Figure;
import org.blockspin.api.Input;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.binding.Drawable;
import org.blockspin.pipeline.internal.binding.Inline;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.Scope;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.Work;

/** {@code figure}: draws the results and the configurations of the steps it names. */
public final class FigureStep implements StepKind<FigureStep.Parameters> {
    public record Parameters(
            @Description(
                    "the steps whose results (observe, fit) or configurations (sample, coarse-grain, super-resolve, "
                            + "map-temperature) are drawn")
            @Example("[\"measured\", \"exponents\"]")
            List<Input<Drawable>> from,

            @Description("what somebody else says of it, which the report shows beside it")
            Optional<String> statement,

            @Description("why it is as it is, which the report shows below it")
            Optional<String> remark,

            @Inline Chosen<Figure<?>, Figure.Available, Figure.Drawing> figure) {}

    private record PlannedFigure(List<String> steps, Figure.Drawing drawing) {}

    @Override
    public String name() {
        return "figure";
    }

    @Override
    public String description() {
        return "Draws the results and the configurations of other steps, as PNG, SVG and CSV.";
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
        if (!planning.differ("from", planning.parameters().from())) {
            return;
        }
        List<Family> families =
                planning.parameters().from().stream().map(planning::family).toList();
        List<String> steps = families.stream().map(Family::step).toList();
        planning.bind(Coordinates.none(), parameters -> planning.create(
                        parameters.figure(), available(families, planning.scope()))
                .ifPresent(drawing -> planning.add(Coordinates.none(), new PlannedFigure(steps, drawing))));
    }

    private static Figure.Available available(List<Family> families, Scope scope) {
        Set<String> quantities = new LinkedHashSet<>();
        List<Figure.Source> ensembles = new ArrayList<>();
        for (Family family : families) {
            for (Family.Member member : family.members()) {
                if (member.product() instanceof Measured measured) {
                    quantities.addAll(measured.quantities());
                } else if (member.product() instanceof Ensemble ensemble) {
                    ensembles.add(new Figure.Source(
                            scope.local(family.step()),
                            number(member.coordinates(), Coordinates.REPEAT),
                            number(member.coordinates(), Coordinates.level(family.step())),
                            ensemble));
                }
            }
        }
        return new Figure.Available(quantities, ensembles);
    }

    private static OptionalInt number(Coordinates coordinates, String key) {
        return coordinates.values().get(key) instanceof Integer number ? OptionalInt.of(number) : OptionalInt.empty();
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        return Needs.of("figures", family.members().size());
    }

    @Override
    public List<Work> work(Family family, RunContext context) {
        return family.products(PlannedFigure.class).stream()
                .map(figure -> new Work(1, progress -> draw(figure, family.step(), context)))
                .toList();
    }

    private static void draw(PlannedFigure figure, String step, RunContext context) throws IOException {
        Scope scope = Scope.of(step);
        List<Result> rows = figure.steps().stream()
                .flatMap(name -> context.results(name).stream())
                .map(row -> local(row, scope))
                .toList();
        figure.drawing().draw(rows, (extension, content) -> context.folder()
                .write("figures/" + step + "." + extension, content));
    }

    /** A row with the names that the figure's parameters have for steps. */
    private static Result local(Result row, Scope scope) {
        return new Result(
                scope.local(row.step()),
                row.ensemble().map(scope::local),
                row.quantity(),
                row.lattice(),
                row.depth(),
                row.temperature(),
                row.repeat(),
                row.estimate());
    }
}
