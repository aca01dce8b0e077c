package org.blockspin.pipeline.internal.steps;

import java.util.List;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Chosen;
import org.blockspin.api.CoarseGrainer;
import org.blockspin.api.Configurations;
import org.blockspin.api.Default;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.RandomStream;
import org.blockspin.pipeline.internal.binding.Expanded;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Contract;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Needs;
import org.blockspin.pipeline.internal.plan.StepPlanning;

/** {@code coarse-grain}: configurations of block spins, one for every configuration of another step. */
public final class CoarseGrainStep implements EnsembleStep<CoarseGrainStep.Parameters> {
    public record Parameters(
            @Description("what to coarse-grain") @Example("simulated")
            Input<Ensemble> from,

            @Description("the rule") @Example("{\"kind\": \"majority\", \"tie\": \"random\"}")
            Chosen<CoarseGrainer<?>, CoarseGrainer.Fine, BlockRule> rule,

            @Description("write the configurations to the run folder, as HDF5 files under ensembles/")
            @Default("false")
            @Expanded
            boolean keep) {}

    @Override
    public String name() {
        return "coarse-grain";
    }

    @Override
    public String description() {
        return "Configurations of block spins, one for every configuration of another step.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String activity() {
        return "configurations coarse-grained";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        for (Coordinates coordinates :
                planning.join(List.of(planning.parameters().from()))) {
            planning.bind(coordinates, parameters -> {
                BlockEnsemble fine = (BlockEnsemble) parameters.from().value();
                planning.create(parameters.rule(), new CoarseGrainer.Fine(fine.model(), fine.lattice()))
                        .ifPresent(rule ->
                                planning.add(coordinates, ensemble(planning, coordinates, fine, rule, parameters)));
            });
        }
    }

    @Override
    public Needs needs(Family family, List<Family> inputs) {
        return Needs.of("sites coarse-grained", Needs.sum(inputs.stream().mapToLong(Needs::sites)))
                .withThreadBytes(Needs.largestBlock(inputs) + Needs.largestBlock(List.of(family)));
    }

    private static Ensemble ensemble(
            StepPlanning<Parameters> planning,
            Coordinates coordinates,
            BlockEnsemble fine,
            BlockRule rule,
            Parameters parameters) {
        BlockEnsemble.Description description = fine.description().coarseGrained(rule);
        RandomStream stream = planning.stream(coordinates);
        return new BlockEnsemble(description, planning.cache(), parameters.keep(), index -> {
            Configurations spins = fine.block(index);
            Configurations coarse = new Configurations(rule.coarse(), spins.planes(), spins.count());
            rule.apply(spins, coarse, stream.split(index));
            return Contract.block(PluginKind.COARSE_GRAINER, parameters.rule().name(), fine.model(), coarse);
        });
    }
}
