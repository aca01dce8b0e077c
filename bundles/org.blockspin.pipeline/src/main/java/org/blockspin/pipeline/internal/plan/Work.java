package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.blockspin.api.Progress;
import org.blockspin.pipeline.Task;

/** A piece of work: a pure function of the plan, so that the order of pieces and the number of threads do not matter. */
public record Work(long units, Body body) implements Task.Part {
    /** What is done. */
    @FunctionalInterface
    public interface Body {
        void run(Progress progress) throws IOException;
    }

    @Override
    public void run(Progress progress) throws IOException {
        body.run(progress);
    }

    /** The same work; whoever ends last does something more. */
    static List<Task.Part> followedBy(List<? extends Task.Part> work, Body last) {
        AtomicInteger left = new AtomicInteger(work.size());
        return work.stream()
                .<Task.Part>map(part -> new Work(part.units(), progress -> {
                    part.run(progress);
                    if (left.decrementAndGet() == 0) {
                        last.run(progress);
                    }
                }))
                .toList();
    }
}
