package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.ensembles.Control;
import org.blockspin.pipeline.internal.json.LocatedReader;
import org.blockspin.pipeline.internal.json.Node;
import org.blockspin.pipeline.internal.json.Settings;

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
        Node root = LocatedReader.read(source.file(), source.text(), mistakes);
        root = Settings.apply(root, source.settings(), mistakes);
        if (root instanceof Node.Obj pipeline) {
            return plan(new PipelineReader(pipeline, kinds, mistakes), mistakes);
        }
        mistakes.add(root.location(), "expected an object, found " + root.found());
        throw new InvalidPipelineException(mistakes.list());
    }

    private PlannedPipeline plan(PipelineReader reader, Mistakes mistakes) throws InvalidPipelineException {
        Optional<PipelineReader.Head> head = reader.head(catalogue);
        Map<String, PipelineReader.Written> written = reader.steps();
        Map<String, StepBinding<?>> bindings = new LinkedHashMap<>();
        Set<String> broken = new LinkedHashSet<>();
        written.values().forEach(step -> {
            StepBinding<?> binding = StepBinding.of(step, catalogue, mistakes);
            bindings.put(step.name(), binding);
            if (!binding.check(written, mistakes)) {
                broken.add(step.name());
            }
        });
        List<StepBinding<?>> order = order(bindings, broken, mistakes);
        Control control = new Control();
        Map<String, Family> families = new HashMap<>();
        StepPlanning.Shared shared = new StepPlanning.Shared(
                head.map(PipelineReader.Head::seed).orElse(0L), catalogue, mistakes, families, cache, control, engine);
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
                List.copyOf(written.keySet()),
                control,
                Resolved.json(valid, bindings.values()));
    }

    /** The steps that can be planned, each after those it depends on. */
    private static List<StepBinding<?>> order(
            Map<String, StepBinding<?>> bindings, Set<String> broken, Mistakes mistakes) {
        Map<String, StepBinding<?>> done = new LinkedHashMap<>();
        for (StepBinding<?> binding : bindings.values()) {
            visit(binding, bindings, done, broken, new LinkedHashSet<>(), mistakes);
        }
        done.keySet().removeAll(broken);
        return List.copyOf(done.values());
    }

    private static void visit(
            StepBinding<?> binding,
            Map<String, StepBinding<?>> bindings,
            Map<String, StepBinding<?>> done,
            Set<String> broken,
            Set<String> path,
            Mistakes mistakes) {
        String name = binding.name();
        if (done.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            broken.add(name);
            mistakes.add(
                    binding.node().location(),
                    "the steps depend on each other in a circle: " + String.join(" -> ", path) + " -> " + name);
            return;
        }
        for (String dependency : binding.dependencies()) {
            StepBinding<?> other = bindings.get(dependency);
            if (other != null) {
                visit(other, bindings, done, broken, path, mistakes);
            }
            if (other == null || broken.contains(dependency)) {
                broken.add(name);
            }
        }
        path.remove(name);
        done.put(name, binding);
    }
}
