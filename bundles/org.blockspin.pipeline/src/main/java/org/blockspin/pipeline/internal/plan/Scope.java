package org.blockspin.pipeline.internal.plan;

import java.util.Collection;
import java.util.List;

/**
 * Where names of steps are known: a pipeline that another includes. The steps {@code a} and {@code b} of what is included
 * as {@code x} are {@code x.a} and {@code x.b} in the pipeline as a whole, and call each other {@code a} and {@code b}.
 *
 * @param prefix what the names of all its steps begin with: empty, or ends with a point
 */
public record Scope(String prefix) {
    /** Of a pipeline that no other includes. */
    static final Scope WHOLE = new Scope("");

    /** The scope that a step is in. */
    public static Scope of(String step) {
        return new Scope(step.substring(0, step.lastIndexOf('.') + 1));
    }

    /** Of what is included in this one. */
    Scope inner(String include) {
        return new Scope(prefix + include + ".");
    }

    /** What a name that is written here means. */
    public String full(String name) {
        return prefix + name;
    }

    /** What a step is called here; one that is elsewhere keeps its name. */
    public String local(String step) {
        return step.startsWith(prefix) ? step.substring(prefix.length()) : step;
    }

    /** What those of these steps that are here are called. */
    List<String> locals(Collection<String> steps) {
        return steps.stream()
                .filter(step -> step.startsWith(prefix))
                .map(this::local)
                .toList();
    }
}
