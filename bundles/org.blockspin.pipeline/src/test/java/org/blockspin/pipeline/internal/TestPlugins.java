package org.blockspin.pipeline.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin;
import org.blockspin.coarsegrainers.internal.Decimation;
import org.blockspin.coarsegrainers.internal.DecimationChain;
import org.blockspin.coarsegrainers.internal.Majority;
import org.blockspin.lattices.internal.Chain;
import org.blockspin.lattices.internal.Ising;
import org.blockspin.lattices.internal.Square;
import org.blockspin.observables.internal.CurveCollapseFit;
import org.blockspin.observables.internal.Energy;
import org.blockspin.observables.internal.FiniteSizeScaling;
import org.blockspin.observables.internal.Magnetization;
import org.blockspin.observables.internal.RuleViolations;
import org.blockspin.observables.internal.Susceptibility;
import org.blockspin.observables.internal.TwoPoint;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.Provider;
import org.blockspin.pipeline.internal.ensembles.BlockCache;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.blockspin.pipeline.internal.plan.Planner;
import org.blockspin.pipeline.internal.steps.StepKinds;
import org.blockspin.samplers.internal.ExactChain;
import org.blockspin.samplers.internal.Metropolis;
import org.blockspin.samplers.internal.Wolff;

/** A catalogue of real plugins without a framework, and a resolver that needs no training. */
public final class TestPlugins implements Catalogue {
    private static final List<Plugin<?, ?, ?>> PLUGINS = List.of(
            new Chain(),
            new Square(),
            new Ising(),
            new Metropolis(),
            new Wolff(),
            new ExactChain(),
            new Majority(),
            new Decimation(),
            new DecimationChain(),
            new NoisyCopy(),
            new NoCompiler(),
            new Energy(),
            new Magnetization(),
            new Susceptibility(),
            new TwoPoint(),
            new RuleViolations(),
            new FiniteSizeScaling(),
            new CurveCollapseFit(),
            new ListFigure(),
            new Inventory());

    /** The plan of a pipeline over these plugins. */
    public static PlannedPipeline plan(String text, String... settings) throws InvalidPipelineException {
        return plan(new PipelineSource("test.json", text, List.of(settings)));
    }

    public static PlannedPipeline plan(PipelineSource source) throws InvalidPipelineException {
        return new Planner(StepKinds.all(), new TestPlugins(), new BlockCache(64 << 20), () -> "test").plan(source);
    }

    @Override
    public SortedMap<String, Installed> plugins(PluginKind kind) {
        SortedMap<String, Installed> byName = new TreeMap<>();
        for (Plugin<?, ?, ?> plugin : PLUGINS) {
            if (kind.service().isInstance(plugin)) {
                Kind annotation = Optional.ofNullable(plugin.getClass().getAnnotation(Kind.class))
                        .orElseThrow();
                byName.put(
                        annotation.name(),
                        new Installed(
                                kind,
                                annotation.name(),
                                annotation.description(),
                                new Provider(0, "test 1", () -> "content", type -> false),
                                () -> plugin.getClass().getName(),
                                () -> plugin));
            }
        }
        return byName;
    }

    @Override
    public Collection<CriticalPoint> criticalPoints() {
        return List.of((model, lattice) -> lattice.kind().equals("square")
                ? OptionalDouble.of(2 / StrictMath.log(1 + StrictMath.sqrt(2)))
                : OptionalDouble.empty());
    }
}
