package org.blockspin.pipeline.internal.steps;

import java.io.IOException;
import java.util.List;
import org.blockspin.pipeline.internal.ensembles.BlockEnsemble;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.RunContext;
import org.blockspin.pipeline.internal.plan.StepKind;
import org.blockspin.pipeline.internal.plan.StoredTask;

/** A kind of step that makes ensembles: recipes, whose only tasks are the files of those that are kept. */
interface EnsembleStep<R extends Record> extends StepKind<R> {
    @Override
    default Class<?> produces() {
        return BlockEnsemble.class;
    }

    @Override
    default String outputs() {
        return "files of ensembles";
    }

    @Override
    default List<StoredTask> tasks(Family family, RunContext context) {
        return KeptFiles.tasks(family, context);
    }

    @Override
    default void publish(Family family, RunContext context) throws IOException {
        KeptFiles.publish(family, context);
    }
}
