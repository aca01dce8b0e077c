package org.blockspin.pipeline.internal.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.blockspin.api.Chosen;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.Min;
import org.blockspin.api.Plugin;
import org.blockspin.api.RandomStream;
import org.blockspin.api.ResolverCompiler;
import org.blockspin.api.TrainedResolver;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Contract;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.Training;

/**
 * {@code super-resolve}: applies trained resolvers again and again. Makes one ensemble a doubling, all of which descend
 * from the same root.
 */
public final class SuperResolveStep implements EnsembleStep<SuperResolveStep.Parameters> {
    /** How probabilities become spins. */
    public enum Output {
        /** Each site is drawn with its probability. */
        SAMPLED,
        /** Each site takes its most probable state (Efthymiou et al. 2019, Appendix A). */
        ROUNDED
    }

    /** Which of the trainings of a sweep is applied. */
    public enum Match {
        /** That of the same temperature in the sweep. */
        SWEEP,
        /**
         * The one whose inputs had the temperature that is nearest to that of the configurations: both are what
         * map-temperature steps made of them.
         */
        NEAREST_TEMPERATURE
    }

    public record Parameters(
            @Description("where to start") @Example("seeds") Input<Ensemble> from,

            @Description("the train step, or a list with one for every doubling") @Example("[\"network\"]")
            List<Input<TrainedResolver>> with,

            @Description(
                    "which of the trainings of a sweep: that of the same temperature in the sweep, or the one whose "
                            + "inputs had the temperature nearest to that of the configurations")
            @Default("sweep")
            Match match,

            @Description("how many times the result is super-resolved again") @Default("1") @Min(1) @Expanded
            int times,

            @Description("draw each site with its probability, or take the most probable state") @Default("sampled")
            Output output,

            @Description("what runs the network: a compiler that applies, else the network itself") @Default("table")
            Chosen<ResolverCompiler<?>, Plugin.NoContext, ResolverCompiler.Compiler> engine,

            @Description("write the configurations of every level to the run folder, as HDF5 files under ensembles/")
            @Default("false")
            @Expanded
            boolean keep) {}

    /** No lattice has more. */
    private static final int MOST_DOUBLINGS = 31;

    @Override
    public String name() {
        return "super-resolve";
    }

    @Override
    public String description() {
        return "Applies trained resolvers again and again: one ensemble a doubling.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String activity() {
        return "configurations super-resolved";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        Parameters names = planning.parameters();
        int networks = names.with().size();
        if (networks != 1 && networks != names.times()) {
            planning.mistake(
                    "with",
                    "expected one train step, or one for each of the " + names.times() + " doublings, found "
                            + networks);
            return;
        }
        if (names.match() == Match.NEAREST_TEMPERATURE) {
            planNearest(planning);
            return;
        }
        List<Input<?>> inputs = new ArrayList<>(names.with());
        inputs.add(0, names.from());
        List<Coordinates> joined = planning.join(inputs);
        if (!planning.allows((long) joined.size() * Math.min(names.times(), MOST_DOUBLINGS))) {
            return;
        }
        for (Coordinates coordinates : joined) {
            planning.bind(coordinates, parameters -> chain(planning, coordinates, parameters));
        }
    }

    /** One doubling: the temperature after it, which would choose the next training, is for a map-temperature step. */
    private static void planNearest(StepPlanning<Parameters> planning) {
        Parameters names = planning.parameters();
        if (names.times() != 1) {
            planning.mistake(
                    "times",
                    "expected 1 where the nearest temperature decides, for it is another after each doubling (let a"
                            + " map-temperature step follow), found " + names.times());
            return;
        }
        Input<TrainedResolver> with = names.with().get(0);
        for (Coordinates coordinates : planning.joinAtAnyTemperature(names.from(), with)) {
            planning.bind(coordinates, parameters -> {
                BlockEnsemble coarse = (BlockEnsemble) parameters.from().value();
                Optional<Family.Member> nearest =
                        nearest(planning.membersAtAnyTemperature(with, coordinates), coarse.temperature());
                if (nearest.isEmpty()) {
                    planning.mistake(
                            "with", "expected trainings on configurations that have a temperature, found others");
                } else {
                    resolve(planning, parameters, coarse, nearest.get(), coordinates);
                }
            });
        }
    }

    private static void resolve(
            StepPlanning<Parameters> planning,
            Parameters parameters,
            BlockEnsemble coarse,
            Family.Member chosen,
            Coordinates shared) {
        Training training = (Training) chosen.product();
        Coordinates coordinates = shared.with(Coordinates.level(planning.step()), 1);
        if (planning.create(parameters.engine(), Plugin.NoContext.NONE).isPresent()) {
            fine(planning, coarse, training)
                    .ifPresent(fine -> planning.add(
                            coordinates,
                            ensemble(planning, coordinates, parameters, coarse, training, fine),
                            chosen,
                            parameters.with()));
        }
    }

    /** By the ratio of temperatures; of two that are equally near, the first. */
    private static Optional<Family.Member> nearest(List<Family.Member> trainings, OptionalDouble wanted) {
        return trainings.stream()
                .filter(member -> wanted.isPresent() && temperature(member).isPresent())
                .min(Comparator.comparingDouble(
                        member -> Math.abs(StrictMath.log(temperature(member).getAsDouble() / wanted.getAsDouble()))));
    }

    private static OptionalDouble temperature(Family.Member training) {
        return ((Training) training.product()).pairs().coarse().temperature();
    }

    /** A thread that makes the finest block holds the one that it is made from as well. */
    @Override
    public Needs needs(Family family, List<Family> inputs) {
        long[] blocks = LongStream.concat(
                        LongStream.of(Needs.largestBlock(inputs)),
                        family.products(BlockEnsemble.class).stream().mapToLong(BlockEnsemble::blockBytes))
                .distinct()
                .sorted()
                .toArray();
        long largest =
                Arrays.stream(blocks).skip(Math.max(0, blocks.length - 2)).sum();
        return Needs.of("sites super-resolved", Needs.sites(family)).withThreadBytes(largest);
    }

    private static void chain(StepPlanning<Parameters> planning, Coordinates shared, Parameters parameters) {
        if (planning.create(parameters.engine(), Plugin.NoContext.NONE).isEmpty()) {
            return;
        }
        BlockEnsemble coarse = (BlockEnsemble) parameters.from().value();
        for (int level = 1; level <= parameters.times(); level++) {
            Input<TrainedResolver> with =
                    parameters.with().get(parameters.with().size() == 1 ? 0 : level - 1);
            Training training = (Training) planning.product(with, shared);
            Optional<Lattice> fine = fine(planning, coarse, training);
            if (fine.isEmpty()) {
                return;
            }
            Coordinates coordinates = shared.with(Coordinates.level(planning.step()), level);
            coarse = ensemble(planning, coordinates, parameters, coarse, training, fine.get());
            planning.add(coordinates, coarse);
        }
    }

    /** The finer lattice, if the resolver takes the coarse one and blocks of the result fit into memory. */
    private static Optional<Lattice> fine(StepPlanning<Parameters> planning, BlockEnsemble coarse, Training training) {
        if (!coarse.model().equals(training.task().model())) {
            planning.mistake(
                    "with",
                    "expected a resolver of the model " + coarse.model().kind() + ", found one of "
                            + training.task().model().kind());
            return Optional.empty();
        }
        try {
            Lattice fine = training.fine(coarse.lattice());
            return planning.fits("times", coarse.model(), fine) ? Optional.of(fine) : Optional.empty();
        } catch (InvalidParameterException e) {
            planning.mistake("from", "expected " + e.expected() + ", found " + e.found());
        } catch (IllegalArgumentException | ArithmeticException e) {
            planning.mistake(
                    "times",
                    "lattices finer than " + coarse.lattice().sizeLabel() + " are too large: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static BlockEnsemble ensemble(
            StepPlanning<Parameters> planning,
            Coordinates coordinates,
            Parameters parameters,
            BlockEnsemble coarse,
            Training training,
            Lattice lattice) {
        BlockEnsemble.Description description =
                coarse.description().superResolved(lattice, training.task().rule());
        RandomStream stream = planning.stream(coordinates);
        return new BlockEnsemble(description, planning.cache(), parameters.keep(), index -> {
            Configurations spins = coarse.block(index);
            Configurations fine = new Configurations(lattice, spins.planes(), spins.count());
            TrainedResolver resolver = training.resolver(parameters.engine(), planning.control());
            if (parameters.output() == Output.ROUNDED) {
                Rounding.round(resolver, coarse.model(), spins, fine);
            } else {
                resolver.resolve(
                        spins, fine, stream.split(index), planning.control().silent());
            }
            return Contract.block(PluginKind.SUPER_RESOLVER, training.plugin(), coarse.model(), fine);
        });
    }
}
