package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import java.util.List;
import org.blockspin.api.Result;

/**
 * A kind of step. The kinds are closed; what they hold is open.
 *
 * @param <R> the record of its parameters
 */
public interface StepKind<R extends Record> {
    /** The key in the JSON. */
    String name();

    /** One sentence for the catalogue. */
    String description();

    Class<R> parameters();

    /**
     * The type of what it makes, which inputs of that type and of its supertypes take: {@code BlockEnsemble},
     * {@code TrainedResolver}, {@link Measured}, or void.
     */
    Class<?> produces();

    /** What its work is called in progress messages, in units. */
    String activity();

    /** Adds the members of the family, or mistakes. */
    void plan(StepPlanning<R> planning);

    /** What its tasks leave, in plural, for sentences about what is used again. */
    default String outputs() {
        return "outputs";
    }

    /** The tasks to be done before the steps that use this one; none where products are recipes. */
    default List<StoredTask> tasks(Family family, RunContext context) {
        return List.of();
    }

    /** Shows the outputs of the tasks, which are done, where users look for them. */
    default void publish(Family family, RunContext context) throws IOException {}

    /** What this process does after the tasks: it leaves nothing that another process could use. */
    default List<Work> work(Family family, RunContext context) {
        return List.of();
    }

    /**
     * What a run would do for a family, and what memory and disk it would need, as far as that is known beforehand.
     *
     * @param inputs the families that it uses
     */
    default Needs needs(Family family, List<Family> inputs) {
        return Needs.none();
    }

    /** The rows of results, after the work is done. */
    default List<Result> results(Family family, RunContext context) {
        return List.of();
    }
}
