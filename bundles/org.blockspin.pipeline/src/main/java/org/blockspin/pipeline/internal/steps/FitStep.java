package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.blockspin.api.Chosen;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Estimate;
import org.blockspin.api.Example;
import org.blockspin.api.Fit;
import org.blockspin.api.Input;
import org.blockspin.api.Result;
import org.blockspin.pipeline.internal.binding.Inline;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.ensembles.Contract;
import org.blockspin.pipeline.internal.ensembles.InputFailedException;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Matching;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.Scope;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.Work;

/**
 * {@code fit}: fits what was measured on several ensembles, once for every repeat, and at every temperature of a sweep or
 * over the whole of it.
 */
public final class FitStep implements StepKind<FitStep.Parameters> {
    /** What of a sweep is fitted together. */
    public enum Sweep {
        /** Each temperature by itself. */
        EACH,
        /** All temperatures. */
        WHOLE
    }

    public record Parameters(
            @Description("the observe steps whose quantities are fitted") @Example("[\"measured\"]")
            List<Input<Measured>> from,

            @Description("whether each temperature of a sweep is fitted by itself, or the whole sweep at once")
            @Default("each")
            Sweep sweep,

            @Inline Chosen<Fit<?>, List<Fit.Point>, Fit.Fitted> fit) {}

    /** One fit. */
    private static final class Fitting implements Measured {
        private final String kind;
        private final Fit.Fitted fitted;
        private final List<Observation> points;
        private Optional<Replicas> replicas = Optional.empty();

        Fitting(String kind, Fit.Fitted fitted, List<Observation> points) {
            this.kind = kind;
            this.fitted = fitted;
            this.points = points;
        }

        void run() {
            List<Replicas> values = points.stream().map(Observation::replicas).toList();
            double[][] errors = values.stream().map(Replicas::standardErrors).toArray(double[][]::new);
            Replicas result =
                    InputFailedException.on(this::input, () -> Replicas.combine(values, sets -> fit(sets, errors)));
            synchronized (this) {
                replicas = Optional.of(result);
            }
        }

        private double[] fit(double[][] values, double[][] errors) {
            double[] numbers = fitted.fit(values, errors);
            Contract.numbers(PluginKind.FIT, kind, numbers, fitted.names().size());
            return numbers;
        }

        private String input() {
            return "what was measured on "
                    + points.stream()
                            .map(point -> point.ensemble().lattice().sizeLabel() + " of " + point.source())
                            .collect(Collectors.joining(", "));
        }

        @Override
        public List<String> quantities() {
            return fitted.names();
        }

        synchronized Replicas replicas() {
            return replicas.orElseThrow(() -> new IllegalStateException("not fitted yet"));
        }
    }

    @Override
    public String name() {
        return "fit";
    }

    @Override
    public String description() {
        return "Fits what was measured on several ensembles, with errors from all that they have in common.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Class<?> produces() {
        return Measured.class;
    }

    @Override
    public String activity() {
        return "fits";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        if (!planning.differ("from", planning.parameters().from())) {
            return;
        }
        List<Family.Member> all = new ArrayList<>();
        planning.parameters()
                .from()
                .forEach(from -> all.addAll(planning.family(from).members()));
        if (all.stream().anyMatch(member -> !(member.product() instanceof Observation))) {
            planning.mistake("from", "expected observe steps, found a fit");
            return;
        }
        List<Coordinates> groups = groups(all, planning.parameters().sweep());
        List<Coordinates> coordinatesOfAll =
                all.stream().map(Family.Member::coordinates).toList();
        if (!planning.allows(groups.size()) || !planning.belong("from", coordinatesOfAll, groups)) {
            return;
        }
        Matching matching = new Matching(coordinatesOfAll);
        for (Coordinates coordinates : groups) {
            List<Observation> points = matching.of(coordinates).stream()
                    .map(position -> (Observation) all.get(position).product())
                    .toList();
            planning.bind(coordinates, parameters -> planning.create(parameters.fit(), points(points, planning.scope()))
                    .ifPresent(fitted -> planning.add(
                            coordinates, new Fitting(parameters.fit().name(), fitted, points))));
        }
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        return Needs.of("fits, once a bin", family.members().size());
    }

    /**
     * Every combination of temperature, if each is fitted by itself, and repeat; a member without one of them belongs to all
     * of its values.
     */
    private static List<Coordinates> groups(List<Family.Member> members, Sweep sweep) {
        Map<Set<String>, Collection<Coordinates>> byKeys = new LinkedHashMap<>();
        for (Family.Member member : members) {
            Coordinates own = member.coordinates().withoutLevels();
            Coordinates coordinates = sweep == Sweep.EACH ? own : own.withoutTemperature();
            byKeys.computeIfAbsent(coordinates.values().keySet(), keys -> new LinkedHashSet<>())
                    .add(coordinates);
        }
        return Coordinates.join(byKeys.values());
    }

    private static List<Fit.Point> points(List<Observation> observations, Scope scope) {
        return observations.stream()
                .map(observation -> new Fit.Point(
                        scope.local(observation.source()),
                        observation.subject(),
                        observation.ensemble().depth(),
                        observation.quantities()))
                .toList();
    }

    @Override
    public List<Work> work(Family family, RunContext context) {
        return family.products(Fitting.class).stream()
                .map(fitting -> new Work(1, progress -> fitting.run()))
                .toList();
    }

    @Override
    public List<Result> results(Family family, RunContext context) {
        List<Result> results = new ArrayList<>();
        for (Family.Member member : family.members()) {
            Fitting fitting = (Fitting) member.product();
            String repeat = member.coordinates().repeat().map(String::valueOf).orElse("");
            List<Estimate> estimates = fitting.replicas().estimates();
            for (int q = 0; q < estimates.size(); q++) {
                results.add(
                        row(family, member.coordinates(), fitting.quantities().get(q), repeat, estimates.get(q)));
            }
        }
        List<Coordinates> coordinates =
                family.members().stream().map(Family.Member::coordinates).toList();
        Repeats.groups(coordinates, family.products(Fitting.class))
                .forEach((shared, group) -> results.addAll(Repeats.combine(
                        group.get(0).quantities(),
                        group.stream().map(Fitting::replicas).toList(),
                        (quantity, estimate) -> row(family, shared, quantity, Result.ALL_REPEATS, estimate))));
        return results;
    }

    private static Result row(
            Family family, Coordinates coordinates, String quantity, String repeat, Estimate estimate) {
        Object swept = coordinates.values().get(Coordinates.TEMPERATURE);
        return new Result(
                family.step(),
                quantity,
                Optional.empty(),
                OptionalInt.empty(),
                swept instanceof Double value ? OptionalDouble.of(value) : OptionalDouble.empty(),
                repeat,
                estimate);
    }
}
