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

    Class<R> parameters();

    /** What other steps may use it as: {@code Ensemble}, {@code TrainedResolver}, {@link Measured}, or void. */
    Class<?> produces();

    /** What its work is called in progress messages, in units. */
    String activity();

    /** Adds the members of the family, or mistakes. */
    void plan(StepPlanning<R> planning);

    /**
     * The work to do in a run before the steps that use this one; may be none where products are recipes. What an
     * earlier run in the same folder has done is not done again.
     */
    default List<Work> work(Family family, RunContext context) throws IOException {
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
