package org.blockspin.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/** A pipeline, or an option of a run, that is wrong: all its mistakes. The user's to mend; shown without a stack trace. */
public final class InvalidPipelineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    public InvalidPipelineException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** In the order of the file; never empty. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
