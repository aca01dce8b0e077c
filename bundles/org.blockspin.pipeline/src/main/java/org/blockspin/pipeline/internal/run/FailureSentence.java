package org.blockspin.pipeline.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.blockspin.pipeline.internal.binding.BrokenContractException;
import org.blockspin.pipeline.internal.ensembles.InputFailedException;
import org.blockspin.pipeline.internal.files.Reason;

/** Says in one sentence why a run failed: what went wrong, in which plugin of which bundle, on what input. */
final class FailureSentence {
    private final Blame blame;

    FailureSentence(Blame blame) {
        this.blame = blame;
    }

    String of(Throwable failure) {
        if (failure instanceof InputFailedException on) {
            Throwable cause = Optional.ofNullable(on.getCause()).orElse(on);
            return of(cause) + ", on " + on.getMessage();
        }
        if (failure instanceof BrokenContractException broken) {
            return "the " + blame.title(broken.kind(), broken.name()) + " broke its contract: it "
                    + broken.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            return "the Java heap is too small; give the JVM more (-Xmx) or use fewer threads";
        }
        if (failure instanceof IOException files) {
            return Reason.of(files);
        }
        if (failure instanceof UncheckedIOException files) {
            return Optional.ofNullable(files.getCause()).map(Reason::of).orElse(String.valueOf(files.getMessage()));
        }
        String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        return blame.culprit(failure.getStackTrace())
                .map(culprit -> "the " + culprit.title() + " threw "
                        + failure.getClass().getSimpleName()
                        + Optional.ofNullable(failure.getMessage())
                                .map(text -> ": " + text)
                                .orElse(""))
                .orElse(message);
    }
}
