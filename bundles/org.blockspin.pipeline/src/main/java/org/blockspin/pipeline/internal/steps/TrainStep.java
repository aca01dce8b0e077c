package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Chosen;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.SuperResolver;
import org.blockspin.api.TrainedResolver;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Identity;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.StoredTask;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.pipeline.internal.plan.Work;

/** {@code train}: a super-resolver learns to take its inputs to its targets; {@code repeat} trains it several times. */
public final class TrainStep implements StepKind<TrainStep.Parameters> {
    public record Parameters(
            @Description("coarse configurations") @Example("decimated")
            Input<Ensemble> input,

            @Description("the fine configurations that they came from") @Example("simulated")
            Input<Ensemble> target,

            @Description("what to train") @Example("{\"kind\": \"cnn\", \"filters\": [64, 32], \"kernels\": [5, 1, 3]}")
            Chosen<SuperResolver<?>, SuperResolver.Task, SuperResolver.Trainer> resolver,

            @Description("number of independent trainings on the same data")
            @Example("60")
            @Min(1)
            @Max(10_000)
            @Expanded
            Optional<Integer> repeat) {}

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String description() {
        return "Trains a super-resolver to take coarse configurations to the fine ones that they came from.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public Class<?> produces() {
        return TrainedResolver.class;
    }

    @Override
    public String activity() {
        return "trainings";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        Parameters names = planning.parameters();
        int repeats = names.repeat().orElse(1);
        List<Coordinates> joined = planning.join(List.of(names.input(), names.target()));
        if (!planning.allows((long) joined.size() * repeats)) {
            return;
        }
        for (Coordinates shared : joined) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                Coordinates own = names.repeat().isPresent() ? shared.with(Coordinates.REPEAT, repeat) : shared;
                planning.bind(own, parameters -> training(planning, own, parameters));
            }
        }
    }

    private static void training(StepPlanning<Parameters> planning, Coordinates coordinates, Parameters parameters) {
        Ensemble coarse = parameters.input().value();
        Ensemble fine = parameters.target().value();
        if (!coarse.root().equals(fine.root()) || coarse.count() != fine.count()) {
            planning.mistake(
                    "input",
                    "expected configurations that descend from the same samples as \""
                            + parameters.target().step() + "\", found \""
                            + parameters.input().step() + "\"");
            return;
        }
        Optional<BlockRule> rule = coarse.rule().filter(made -> made.fine().equals(fine.lattice()));
        SuperResolver.Task task = new SuperResolver.Task(
                fine.model(), coarse.lattice(), fine.lattice(), rule, fine.temperature(), fine.depth());
        planning.create(parameters.resolver(), task).ifPresent(trainer -> {
            String name = planning.step() + "[" + coordinates + "]";
            planning.add(
                    coordinates,
                    new Training(
                            name,
                            parameters.resolver().name(),
                            trainer,
                            task,
                            new SuperResolver.Pairs(coarse, fine),
                            planning.stream(coordinates)));
        });
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        List<Training> trainings = family.products(Training.class);
        long pairs = Needs.sum(
                trainings.stream().mapToLong(training -> training.pairs().fine().count()));
        return Needs.of("trainings", trainings.size())
                .and("pairs in trainings, once an epoch", pairs)
                .withThreadBytes(Needs.sum(inputs.stream().mapToLong(input -> Needs.largestBlock(List.of(input)))))
                .withModels(trainings.size());
    }

    @Override
    public String outputs() {
        return "trainings";
    }

    @Override
    public List<StoredTask> tasks(Family family, RunContext context) {
        return family.members().stream()
                .map(member -> task(member.identity(), (Training) member.product(), context))
                .toList();
    }

    private static StoredTask task(Identity identity, Training training, RunContext context) {
        return new StoredTask(
                context.tasks(), identity, List.of(new Work(1, training::train)), training::save, training::restore);
    }

    @Override
    public void publish(Family family, RunContext context) throws IOException {
        for (int i = 0; i < family.members().size(); i++) {
            Identity identity = family.members().get(i).identity();
            String name = "models/" + family.step() + (family.members().size() == 1 ? "" : "/" + i);
            context.tasks().publish(name, identity, List.of(identity));
        }
    }
}
