package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.ensembles.Control;

/** Turns the text of a pipeline into a plan, or into all of its mistakes. Computes nothing. */
public final class Planner {
    private final Map<String, StepKind<?>> kinds = new LinkedHashMap<>();
    private final Catalogue catalogue;
    private final BlockCache cache;
    private final Supplier<String> engine;

    /** @param engine gives a hash of the engine's own bundles */
    public Planner(List<StepKind<?>> kinds, Catalogue catalogue, BlockCache cache, Supplier<String> engine) {
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.catalogue = catalogue;
        this.cache = cache;
        this.engine = engine;
    }

    /** The plan, if there is no mistake at all. */
    public PlannedPipeline plan(PipelineSource source) throws InvalidPipelineException {
        Mistakes mistakes = new Mistakes();
        List<Includes.Part> parts = Includes.read(source, mistakes);
        return plan(new PipelineReader(parts, kinds, mistakes), catalogue, mistakes);
    }

    private PlannedPipeline plan(PipelineReader reader, Catalogue plugins, Mistakes mistakes)
            throws InvalidPipelineException {
        Optional<PipelineReader.Head> head = reader.head(plugins);
        PipelineReader.Steps written = reader.steps();
        Map<String, StepBinding<?>> bindings = new LinkedHashMap<>();
        Set<String> broken = new LinkedHashSet<>();
        written.readable().values().forEach(step -> {
            StepBinding<?> binding = StepBinding.of(step, plugins, mistakes);
            bindings.put(step.name(), binding);
            if (!binding.check(written, mistakes)) {
                broken.add(step.name());
            }
        });
        List<StepBinding<?>> order = StepOrder.of(bindings, broken, mistakes);
        Control control = new Control();
        Map<String, Family> families = new HashMap<>();
        Map<String, Long> readers = order.stream()
                .flatMap(binding -> binding.dependencies().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        StepPlanning.Shared shared = new StepPlanning.Shared(
                head.map(PipelineReader.Head::seed).orElse(0L),
                plugins,
                mistakes,
                families,
                readers,
                cache,
                control,
                engine);
        List<PlannedPipeline.Step> steps = new ArrayList<>();
        for (StepBinding<?> binding : order) {
            if (families.keySet().containsAll(binding.dependencies())) {
                binding.plan(shared);
                Optional.ofNullable(families.get(binding.name()))
                        .ifPresent(family -> steps.add(new PlannedPipeline.Step(
                                binding.name(), binding.kind(), binding.dependencies(), family)));
            }
        }
        mistakes.throwIfAny();
        PipelineReader.Head valid = head.orElseThrow();
        return new PlannedPipeline(
                valid.name(),
                valid.seed(),
                steps,
                List.copyOf(written.readable().keySet()),
                control,
                Resolved.json(valid, bindings.values()),
                new Explainer(valid, order, families, cache.capacity()));
    }
}
