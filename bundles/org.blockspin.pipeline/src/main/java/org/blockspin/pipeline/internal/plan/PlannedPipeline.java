package org.blockspin.pipeline.internal.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.blockspin.pipeline.Explanation;
import org.blockspin.pipeline.internal.ensembles.Control;

/**
 * A pipeline without mistakes.
 *
 * @param name its name
 * @param seed its seed
 * @param steps in an order in which they can run
 * @param written names of the steps in the order of the file, which is the order of the results
 * @param control cancels the recipes of this plan
 * @param resolved the pipeline as JSON with every default filled in
 * @param explainer tells what a run would do
 */
public record PlannedPipeline(
        String name,
        long seed,
        List<Step> steps,
        List<String> written,
        Control control,
        String resolved,
        Explainer explainer) {

    /**
     * A step and its family.
     *
     * @param inputs names of the steps whose products it uses
     */
    public record Step(String name, StepKind<?> kind, List<String> inputs, Family family) {
        public Step {
            inputs = List.copyOf(inputs);
        }
    }

    public PlannedPipeline {
        steps = List.copyOf(steps);
        written = List.copyOf(written);
    }

    /** Names of all quantities that will be measured or fitted. */
    public Set<String> quantities() {
        Set<String> names = new TreeSet<>();
        for (Step step : steps) {
            for (Family.Member member : step.family().members()) {
                if (member.product() instanceof Measured measured) {
                    names.addAll(measured.quantities());
                }
            }
        }
        return names;
    }

    /** Hashes of the contents of all bundles whose plugins are used. */
    public Set<String> bundles() {
        Set<String> contents = new TreeSet<>();
        for (Step step : steps) {
            // The members of a family differ in their coordinates, not in their plugins.
            step.family().members().stream()
                    .limit(1)
                    .forEach(member -> contents.addAll(member.identity().bundles()));
        }
        return contents;
    }

    /** Everything resolved, and what a run would do and need. */
    public Explanation explanation() {
        return explainer.explain();
    }

    /** One line a step, in the order in which they run. */
    public List<String> summary() {
        return steps.stream()
                .map(step -> step.name() + " (" + step.kind().name() + "): "
                        + step.family().members().size()
                        + (step.family().members().size() == 1 ? " member" : " members"))
                .toList();
    }
}
