package org.blockspin.pipeline.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.blockspin.pipeline.internal.Mistakes;

/** Puts steps into an order in which each comes after those it depends on. */
final class StepOrder {
    private final Map<String, StepBinding<?>> bindings;
    private final Set<String> broken;
    private final Mistakes mistakes;
    private final Map<String, StepBinding<?>> done = new LinkedHashMap<>();

    /** The steps between the one that was asked for and the one that is looked at, each of which needs the next. */
    private final Set<String> path = new LinkedHashSet<>();

    private StepOrder(Map<String, StepBinding<?>> bindings, Set<String> broken, Mistakes mistakes) {
        this.bindings = bindings;
        this.broken = new LinkedHashSet<>(broken);
        this.mistakes = mistakes;
    }

    /**
     * The steps that neither are broken nor depend on one that is.
     *
     * @param broken steps with mistakes
     * @param mistakes receives circles
     */
    static List<StepBinding<?>> of(Map<String, StepBinding<?>> bindings, Set<String> broken, Mistakes mistakes) {
        StepOrder order = new StepOrder(bindings, broken, mistakes);
        bindings.values().forEach(order::visit);
        order.done.keySet().removeAll(order.broken);
        return List.copyOf(order.done.values());
    }

    private void visit(StepBinding<?> binding) {
        if (done.containsKey(binding.name())) {
            return;
        }
        path.add(binding.name());
        for (String dependency : binding.dependencies()) {
            StepBinding<?> other = bindings.get(dependency);
            if (path.contains(dependency)) {
                circle(binding, dependency);
            } else if (other != null) {
                visit(other);
            }
            if (other == null || broken.contains(dependency)) {
                broken.add(binding.name());
            }
        }
        path.remove(binding.name());
        done.put(binding.name(), binding);
    }

    private void circle(StepBinding<?> last, String first) {
        List<String> circle = new ArrayList<>(path);
        String found = String.join(" -> ", circle.subList(circle.indexOf(first), circle.size())) + " -> " + first;
        mistakes.add(
                last.reference(first).location(),
                "expected steps that do not depend on each other in a circle, found " + found);
        broken.add(first);
    }
}
