package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.Comparator;
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
import org.blockspin.api.Ensemble;
import org.blockspin.api.Estimate;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.Observable;
import org.blockspin.api.Positive;
import org.blockspin.api.Result;
import org.blockspin.api.Unit;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.Measured;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.StoredTask;

/** {@code observe}: measures observables on every ensemble of the steps it names. */
public final class ObserveStep implements StepKind<ObserveStep.Parameters> {
    /** Temperatures that differ by less are one: a mapped temperature is rarely that of a simulation. */
    private static final double SAME = 0.01;

    public record Parameters(
            @Description("the steps whose configurations are measured") @Example("[\"seeds\", \"larger\"]")
            List<Input<Ensemble>> from,

            @Description("what is measured")
            @Example("[\"energy\", {\"kind\": \"two-point\", \"distances\": [1, \"L/2\"]}]")
            List<Chosen<Observable<?>, Observable.Subject, Observable.Measurement>> observables,

            @Description("temperatures: of a sweep only the nearest are measured; none for all")
            @Unit("J/k_B")
            @Positive
            @Expanded
            @Example("[2.2, 2.9]")
            @Default("[]")
            List<Double> temperatures) {}

    @Override
    public String name() {
        return "observe";
    }

    @Override
    public String description() {
        return "Measures observables on every configuration of other steps.";
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
        return "configurations measured";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        Parameters names = planning.parameters();
        if (names.observables().isEmpty()) {
            planning.mistake("observables", "expected at least one observable, found none");
            return;
        }
        if (!planning.differ("from", names.from())) {
            return;
        }
        if (!areInSweep(planning, names)) {
            return;
        }
        long members = names.from().stream()
                .mapToLong(from -> measured(names, planning.family(from)).size())
                .sum();
        if (!planning.allows(members)) {
            return;
        }
        for (Input<Ensemble> from : names.from()) {
            for (Family.Member member : measured(names, planning.family(from))) {
                Ensemble ensemble = (Ensemble) member.product();
                planning.bind(member.coordinates(), parameters -> observation(planning, parameters, from, ensemble)
                        .ifPresent(
                                observation -> planning.add(member.coordinates(), observation, member, names.from())));
            }
        }
    }

    /** Whether temperatures that are asked for lie among those of the inputs; if not, that is a mistake. */
    private static boolean areInSweep(StepPlanning<Parameters> planning, Parameters names) {
        for (Input<Ensemble> from : names.from()) {
            List<Double> there = temperatures(planning.family(from));
            double least = there.stream().mapToDouble(t -> t).min().orElse(Double.NaN);
            double greatest = there.stream().mapToDouble(t -> t).max().orElse(Double.NaN);
            for (double wanted : names.temperatures()) {
                if (!(wanted >= (1 - SAME) * least && wanted <= (1 + SAME) * greatest)) {
                    planning.mistake(
                            "temperatures",
                            "expected temperatures of \"" + from.step() + "\", "
                                    + (there.isEmpty() ? "which has none" : "from " + least + " to " + greatest)
                                    + ", found " + wanted);
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Double> temperatures(Family family) {
        return family.members().stream()
                .flatMap(member -> temperature(member).stream().boxed())
                .toList();
    }

    /** The members of a family that are wanted: all, or those of the nearest temperatures. */
    private static List<Family.Member> measured(Parameters parameters, Family family) {
        List<Double> there = temperatures(family);
        Set<Double> nearest = parameters.temperatures().stream()
                .flatMap(wanted -> there.stream().min(Comparator.comparingDouble(t -> Math.abs(t - wanted))).stream())
                .collect(Collectors.toSet());
        return nearest.isEmpty()
                ? family.members()
                : family.members().stream()
                        .filter(member -> temperature(member).stream().anyMatch(nearest::contains))
                        .toList();
    }

    private static OptionalDouble temperature(Family.Member member) {
        return ((Ensemble) member.product()).temperature();
    }

    private static Optional<Observation> observation(
            StepPlanning<Parameters> planning, Parameters parameters, Input<Ensemble> from, Ensemble ensemble) {
        Observable.Subject subject =
                new Observable.Subject(ensemble.model(), ensemble.lattice(), ensemble.temperature());
        List<Observation.Part> parts = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Chosen<Observable<?>, Observable.Subject, Observable.Measurement> observable : parameters.observables()) {
            Optional<Observable.Measurement> measurement = planning.create(observable, subject);
            if (measurement.isEmpty()) {
                return Optional.empty();
            }
            List<Observable.Quantity> quantities = measurement.get().quantities();
            for (Observable.Quantity quantity : quantities) {
                if (!quantity.name().matches("[^\"\\p{Cntrl}]+")) {
                    planning.mistake(
                            "observables",
                            "expected quantities without quotes and control characters in their names, found \""
                                    + quantity.name() + "\"");
                }
                if (!names.add(quantity.name())) {
                    planning.mistake("observables", "the quantity \"" + quantity.name() + "\" is measured twice");
                }
            }
            int columns = measurement.get().columns();
            int most = Observation.mostColumns(planning.cache().capacity());
            if (columns > most) {
                planning.mistake(
                        "observables",
                        "expected observables of at most " + most
                                + " columns, whose covariances fit a quarter of the memory for blocks, found \""
                                + observable.name() + "\" with " + columns);
                return Optional.empty();
            }
            parts.add(new Observation.Part(observable, columns, quantities));
        }
        for (Ensemble other : planning.ensemblesUsed()) {
            if (!other.root().equals(ensemble.root()) || other.count() != ensemble.count()) {
                planning.mistake(
                        "observables",
                        "expected " + ensemble.count() + " configurations that come from " + ensemble.root()
                                + " to compare with, found " + other.count() + " that come from " + other.root());
                return Optional.empty();
            }
        }
        return Optional.of(new Observation(
                planning.family(from).step(), (BlockEnsemble) ensemble, planning.readsAlone(from), parts));
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        List<Observation> observations = family.products(Observation.class);
        long measurements = Needs.sum(observations.stream()
                .mapToLong(observation ->
                        observation.ensemble().count() * observation.parts().size()));
        return Needs.of("configurations measured by an observable", measurements)
                .withThreadBytes(Needs.largestBlock(inputs)
                        + observations.stream()
                                .mapToLong(Observation::rowBytes)
                                .max()
                                .orElse(0))
                .withSumBytes(Needs.sum(observations.stream().mapToLong(Observation::sumBytes)));
    }

    @Override
    public String outputs() {
        return "parts";
    }

    /** A task is a segment of one root and of everything that descends from it, see {@link Segment}. */
    @Override
    public List<StoredTask> tasks(Family family, RunContext context) {
        Map<String, List<Family.Member>> chains = new LinkedHashMap<>();
        for (Family.Member member : family.members()) {
            Observation observation = (Observation) member.product();
            String chain = family.step() + "[" + member.coordinates().withoutLevels() + "]:"
                    + observation.ensemble().root();
            chains.computeIfAbsent(chain, key -> new ArrayList<>()).add(member);
        }
        Watch watch = new Watch(context.watched());
        List<StoredTask> tasks = new ArrayList<>();
        chains.forEach((chain, members) -> {
            List<Observation> observations = members.stream()
                    .map(member -> (Observation) member.product())
                    .toList();
            for (int number = 0; number < observations.get(0).segments(); number++) {
                Segment segment = new Segment(observations, number, watch);
                Identity identity = Identity.of(chain + ":" + number, members);
                tasks.add(new StoredTask(context.tasks(), identity, segment.work(), segment::write, segment::read));
            }
        });
        return tasks;
    }

    @Override
    public List<Result> results(Family family, RunContext context) {
        List<Result> results = new ArrayList<>();
        List<Observation> observations = family.products(Observation.class);
        for (Family.Member member : family.members()) {
            Observation observation = (Observation) member.product();
            String repeat = member.coordinates().repeat().map(String::valueOf).orElse("");
            List<Estimate> estimates = observation.estimates();
            observation.warning(estimates).ifPresent(context::notice);
            for (int q = 0; q < estimates.size(); q++) {
                results.add(row(family, observation, observation.quantities().get(q), repeat, estimates.get(q)));
            }
        }
        Repeats.groups(family.members().stream().map(Family.Member::coordinates).toList(), observations)
                .values()
                .forEach(group -> results.addAll(Repeats.combine(
                        group.get(0).quantities(),
                        group.stream().map(Observation::replicas).toList(),
                        (quantity, estimate) -> row(family, group.get(0), quantity, Result.ALL_REPEATS, estimate))));
        return results;
    }

    private static Result row(
            Family family, Observation observation, String quantity, String repeat, Estimate estimate) {
        Ensemble ensemble = observation.ensemble();
        return new Result(
                family.step(),
                Optional.of(observation.source()),
                quantity,
                Optional.of(ensemble.lattice()),
                OptionalInt.of(ensemble.depth()),
                ensemble.temperature(),
                repeat,
                estimate);
    }
}
