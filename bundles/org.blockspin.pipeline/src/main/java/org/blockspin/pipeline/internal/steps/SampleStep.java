package org.blockspin.pipeline.internal.steps;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import org.blockspin.api.Chosen;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Lattice;
import org.blockspin.api.LatticeKind;
import org.blockspin.api.Max;
import org.blockspin.api.Min;
import org.blockspin.api.Model;
import org.blockspin.api.ModelKind;
import org.blockspin.api.Plugin;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.api.Unit;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.Temperatures;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Contract;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StepPlanning;
import org.blockspin.pipeline.internal.plan.Work;

/** {@code sample}: Monte Carlo configurations of a model on a lattice, at one temperature or several. */
public final class SampleStep implements EnsembleStep<SampleStep.Parameters> {
    /** A block, and what samplers that run all its configurations at once hold beside it: spins, bonds and clusters. */
    private static final long SAMPLED_BLOCKS = 5;

    public record Parameters(
            @Description("the lattice") @Example("{\"kind\": \"square\", \"size\": [16, 16]}")
            Chosen<LatticeKind<?>, Plugin.NoContext, Lattice> lattice,

            @Description("the spin model") @Example("ising") Chosen<ModelKind<?>, Lattice, Model> model,

            @Description("temperature, or \"critical\"; a list or linspace sweeps it")
            @Unit("J/k_B")
            @Example("[2.0, \"critical\", 2.5]")
            @Expanded
            Temperatures temperature,

            @Description("how to sample") @Example("cluster")
            Chosen<Sampler<?>, Sampler.Target, Sampler.Source> sampler,

            @Description("number of configurations") @Example("40000") @Min(1) @Max(1e9)
            long configurations,

            @Description("write the configurations to the run folder, as HDF5 files under ensembles/")
            @Default("false")
            @Expanded
            boolean keep) {}

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public String description() {
        return "Monte Carlo configurations of a model on a lattice, at one temperature or several.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String activity() {
        return "configurations sampled";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        planning.bind(Coordinates.none(), parameters -> planning.create(parameters.lattice(), Plugin.NoContext.NONE)
                .ifPresent(lattice -> planning.create(parameters.model(), lattice)
                        .ifPresent(model -> temperatures(planning, parameters, model, lattice))));
    }

    private static void temperatures(
            StepPlanning<Parameters> planning, Parameters parameters, Model model, Lattice lattice) {
        if (!planning.fits("lattice", model, lattice)) {
            return;
        }
        Set<Double> seen = new HashSet<>();
        for (OptionalDouble setting : parameters.temperature().values()) {
            OptionalDouble temperature = setting.isPresent() ? setting : critical(planning, model, lattice);
            if (temperature.isEmpty()) {
                planning.mistake(
                        "temperature",
                        "no installed plugin knows the critical temperature of " + model.kind() + " on "
                                + lattice.kind());
                return;
            }
            Sampler.Target target = new Sampler.Target(model, lattice, temperature.getAsDouble());
            Optional<Sampler.Source> source = planning.create(parameters.sampler(), target);
            if (source.isEmpty()) {
                return;
            }
            Coordinates coordinates = parameters.temperature().swept()
                    ? Coordinates.none().with(Coordinates.TEMPERATURE, target.temperature())
                    : Coordinates.none();
            if (seen.contains(target.temperature())) {
                planning.mistake("temperature", "the temperature " + target.temperature() + " occurs twice");
                return;
            }
            seen.add(target.temperature());
            planning.add(coordinates, ensemble(planning, parameters, target, coordinates, source.get()));
        }
    }

    private static OptionalDouble critical(StepPlanning<Parameters> planning, Model model, Lattice lattice) {
        return planning.catalogue().criticalPoints().stream()
                .map(point -> point.temperature(model, lattice))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private static Ensemble ensemble(
            StepPlanning<Parameters> planning,
            Parameters parameters,
            Sampler.Target target,
            Coordinates coordinates,
            Sampler.Source source) {
        BlockEnsemble.Description description = new BlockEnsemble.Description(
                target.model(),
                target.lattice(),
                OptionalDouble.of(target.temperature()),
                0,
                parameters.configurations(),
                planning.step() + "[" + coordinates + "]",
                source.independent(),
                Optional.empty(),
                List.of());
        RandomStream stream = planning.stream(coordinates);
        return new BlockEnsemble(description, planning.cache(), parameters.keep(), index -> {
            int size = BlockEnsemble.blockSize(description.count(), index);
            Configurations block =
                    new Configurations(target.lattice(), target.model().planes(), size);
            parameters
                    .sampler()
                    .create(target)
                    .fill(block, stream.split(index), planning.control().silent());
            return Contract.block(PluginKind.SAMPLER, parameters.sampler().name(), target.model(), block);
        });
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        return Needs.of("sites sampled", Needs.sites(family))
                .withThreadBytes(SAMPLED_BLOCKS * Needs.largestBlock(List.of(family)));
    }

    /**
     * Samples ahead what the cache can hold, so that no two trainings wait for the same block. The blocks of kept
     * ensembles were made for their files.
     */
    @Override
    public List<Work> work(Family family, RunContext context) {
        return family.products(BlockEnsemble.class).stream()
                .filter(ensemble -> context.isInProcess() && ensemble.fitsCache() && !ensemble.isKept())
                .flatMap(ensemble -> LongStream.range(0, ensemble.blocks())
                        .mapToObj(index -> new Work(ensemble.blockSize(index), progress -> ensemble.block(index))))
                .toList();
    }
}
