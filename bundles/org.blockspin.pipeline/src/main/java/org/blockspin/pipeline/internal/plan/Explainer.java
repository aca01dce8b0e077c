package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.blockspin.api.Lattice;
import org.blockspin.pipeline.Explanation;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.kept.EnsembleFile;
import org.blockspin.pipeline.internal.kept.EnsembleHeader;
import org.blockspin.pipeline.internal.kept.Part;

/** Explains a plan: reads off what planning found, and adds it up. */
public final class Explainer {
    private final PipelineReader.Head head;
    private final List<StepBinding<?>> steps;
    private final Map<String, Family> families;
    private final long cacheBytes;

    /**
     * @param steps in the order in which they run
     * @param families of all steps by name
     * @param cacheBytes what is kept of blocks
     */
    Explainer(PipelineReader.Head head, List<StepBinding<?>> steps, Map<String, Family> families, long cacheBytes) {
        this.head = head;
        this.steps = List.copyOf(steps);
        this.families = Map.copyOf(families);
        this.cacheBytes = cacheBytes;
    }

    Explanation explain() {
        List<Explanation.Step> explained = new ArrayList<>();
        List<Needs> needs = new ArrayList<>();
        Map<String, Long> work = new LinkedHashMap<>();
        for (StepBinding<?> step : steps) {
            Needs own = step.needs(families);
            needs.add(own);
            own.work().forEach((unit, amount) -> work.merge(unit, amount, Needs::sum));
            explained.add(step(step, own));
        }
        return new Explanation(
                head.name(), head.description(), head.seed(), explained, work, memory(needs), disk(explained, needs));
    }

    private Explanation.Step step(StepBinding<?> step, Needs needs) {
        return new Explanation.Step(
                step.name(),
                step.kind().name(),
                step.dependencies(),
                Resolved.parameters(step.parameters().orElseThrow()),
                family(step).members().stream()
                        .map(member -> member(step.name(), member))
                        .toList(),
                needs.work());
    }

    private Family family(StepBinding<?> step) {
        return Optional.ofNullable(families.get(step.name())).orElseThrow();
    }

    private Explanation.Member member(String step, Family.Member member) {
        Optional<Explanation.Stream> stream = Optional.of(
                new Explanation.Stream(head.seed(), step, member.coordinates().toString()));
        Optional<Explanation.Configurations> configurations = Optional.empty();
        Optional<Explanation.Pairs> pairs = Optional.empty();
        List<String> quantities = List.of();
        if (member.product() instanceof BlockEnsemble ensemble) {
            configurations = Optional.of(configurations(ensemble, ensemble.isKept()));
        } else if (member.product() instanceof Training training) {
            Lattice coarse = training.task().coarse();
            Lattice fine = training.task().fine();
            long count = training.pairs().fine().count();
            pairs = Optional.of(new Explanation.Pairs(count, coarse.sizeLabel(), fine.sizeLabel()));
            configurations =
                    Optional.of(configurations((BlockEnsemble) training.pairs().fine(), false));
        } else if (member.product() instanceof Measured measured) {
            stream = Optional.empty();
            quantities = measured.quantities();
            configurations =
                    measured.ensembleMeasured().map(ensemble -> configurations((BlockEnsemble) ensemble, false));
        } else {
            stream = Optional.empty();
        }
        Map<String, String> coordinates = new LinkedHashMap<>();
        member.coordinates().values().forEach((key, value) -> coordinates.put(key, value.toString()));
        return new Explanation.Member(coordinates, configurations, pairs, quantities, stream);
    }

    private static Explanation.Configurations configurations(BlockEnsemble ensemble, boolean kept) {
        return new Explanation.Configurations(
                ensemble.model().kind(),
                ensemble.lattice().kind(),
                ensemble.lattice().sizeLabel(),
                ensemble.temperature(),
                ensemble.depth(),
                ensemble.count(),
                ensemble.root(),
                ensemble.blocks(),
                ensemble.blockBytes(),
                ensemble.bytes(),
                kept ? Part.count(header(ensemble), EnsembleFile.MOST_BYTES) : 0,
                kept ? ensemble.count() * header(ensemble).bytesEach() : 0);
    }

    /** Names do not matter to sizes. */
    private static EnsembleHeader header(BlockEnsemble ensemble) {
        return EnsembleHeader.of(ensemble, "", "", 0);
    }

    private Explanation.Memory memory(List<Needs> needs) {
        Optional<StepBinding<?>> largest =
                steps.stream().max(Comparator.comparingLong(step -> Needs.largestBlock(List.of(family(step)))));
        return new Explanation.Memory(
                Runtime.getRuntime().maxMemory(),
                cacheBytes,
                Needs.sum(ensembles().mapToLong(BlockEnsemble::bytes)),
                Needs.largestBlock(families.values()),
                largest.map(StepBinding::name).orElse(""),
                cacheBytes / 4,
                needs.stream().mapToLong(Needs::threadBytes).max().orElse(0));
    }

    private Stream<BlockEnsemble> ensembles() {
        return families.values().stream().flatMap(Needs::ensembles).filter(ensemble -> !ensemble.isView());
    }

    private static Explanation.Disk disk(List<Explanation.Step> explained, List<Needs> needs) {
        List<Explanation.Configurations> all = explained.stream()
                .flatMap(step -> step.members().stream())
                .flatMap(member -> member.configurations().stream())
                .toList();
        return new Explanation.Disk(
                Needs.sum(all.stream().mapToLong(Explanation.Configurations::files)),
                Needs.sum(all.stream().mapToLong(Explanation.Configurations::fileBytes)),
                Needs.sum(needs.stream().mapToLong(Needs::sumBytes)),
                needs.stream().mapToInt(Needs::models).sum());
    }
}
