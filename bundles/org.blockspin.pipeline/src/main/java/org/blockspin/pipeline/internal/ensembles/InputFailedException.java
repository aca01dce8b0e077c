package org.blockspin.pipeline.internal.ensembles;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** Work that failed on one input, which the message names. The cause says what went wrong. */
public final class InputFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InputFailedException(String input, Throwable cause) {
        super(input, cause);
    }

    /** Does a piece of work; where it fails, and no part of it has said so before, the failure is told of its input. */
    public static <T> T on(Supplier<String> input, Supplier<T> work) {
        try {
            return work.get();
        } catch (CancellationException | InputFailedException | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new InputFailedException(input.get(), e);
        }
    }
}
