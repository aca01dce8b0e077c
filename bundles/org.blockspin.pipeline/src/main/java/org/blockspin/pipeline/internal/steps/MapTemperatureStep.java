package org.blockspin.pipeline.internal.steps;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blockspin.api.BlockRule;
import org.blockspin.api.Chosen;
import org.blockspin.api.Description;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Example;
import org.blockspin.api.Input;
import org.blockspin.api.TemperatureMap;
import org.blockspin.pipeline.internal.binding.Temperatures;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.ensembles.Rescaling;
import org.blockspin.pipeline.internal.plan.Coordinates;
import org.blockspin.pipeline.internal.plan.StepPlanning;

/**
 * {@code map-temperature}: the same configurations under the temperature at which a simulation of their own size would
 * look like them. Coarse-graining takes T to T~, super-resolution takes T~ to T (Efthymiou et al. 2019, Eq. 5): the map
 * is applied once for each, in their order, since the configurations had the temperature that they have now. What an
 * ensemble has in the sweep of its root stays, so that it still finds the networks of that temperature.
 */
public final class MapTemperatureStep implements EnsembleStep<MapTemperatureStep.Parameters> {
    public record Parameters(
            @Description("configurations that were coarse-grained or super-resolved") @Example("decimated")
            Input<Ensemble> from,

            @Description("how a step of renormalization changes the temperature") @Example("decimation-chain")
            Chosen<TemperatureMap<?>, TemperatureMap.Step, TemperatureMap.Mapping> map) {}

    @Override
    public String name() {
        return "map-temperature";
    }

    @Override
    public String description() {
        return "The same configurations under the temperature at which a simulation would look like them.";
    }

    @Override
    public Class<Parameters> parameters() {
        return Parameters.class;
    }

    @Override
    public String activity() {
        return "temperatures mapped";
    }

    @Override
    public void plan(StepPlanning<Parameters> planning) {
        for (Coordinates coordinates :
                planning.join(List.of(planning.parameters().from()))) {
            planning.bind(coordinates, parameters -> {
                BlockEnsemble ensemble = (BlockEnsemble) parameters.from().value();
                mapped(planning, parameters, ensemble)
                        .ifPresent(temperature -> planning.add(coordinates, ensemble.at(temperature)));
            });
        }
    }

    private static Optional<Double> mapped(
            StepPlanning<Parameters> planning, Parameters parameters, BlockEnsemble ensemble) {
        List<Rescaling> rescalings = ensemble.description().rescalings();
        OptionalDouble before = ensemble.temperature();
        if (rescalings.isEmpty() || before.isEmpty()) {
            planning.mistake(
                    "from",
                    "expected configurations that were coarse-grained or super-resolved since they got their temperature,"
                            + " found those of \"" + parameters.from().step() + "\", which are as large as then");
            return Optional.empty();
        }
        Optional<Double> temperature = Optional.of(before.getAsDouble());
        for (Rescaling rescaling : rescalings) {
            temperature = temperature.flatMap(t -> mapped(planning, parameters, ensemble, rescaling, t));
        }
        return temperature;
    }

    private static Optional<Double> mapped(
            StepPlanning<Parameters> planning,
            Parameters parameters,
            BlockEnsemble ensemble,
            Rescaling rescaling,
            double temperature) {
        Optional<BlockRule> rule = rescaling.rule();
        if (rule.isEmpty()) {
            planning.mistake(
                    "from",
                    "expected resolvers that were trained to undo a coarse-graining, found one in \""
                            + parameters.from().step() + "\" that was trained on other pairs");
            return Optional.empty();
        }
        return planning.create(parameters.map(), new TemperatureMap.Step(ensemble.model(), rule.get()))
                .flatMap(mapping -> image(planning, mapping, rescaling.refining(), temperature));
    }

    private static Optional<Double> image(
            StepPlanning<Parameters> planning, TemperatureMap.Mapping mapping, boolean refining, double temperature) {
        String what = "the temperature " + temperature + " has no image after "
                + (refining ? "super-resolution" : "coarse-graining");
        try {
            double image = refining ? mapping.superResolved(temperature) : mapping.coarseGrained(temperature);
            if (Temperatures.isInRange(image)) {
                return Optional.of(image);
            }
            planning.mistake("map", what + ": expected one from 1e-9 to 1e9, found " + image);
        } catch (RuntimeException e) {
            // The map is a plugin.
            planning.mistake("map", what + ": " + e.getMessage());
        }
        return Optional.empty();
    }
}
