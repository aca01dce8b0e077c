package org.blockspin.pipeline;

/** A run that could not be finished: the message is one sentence for the user, the cause is for whoever mends it. */
public final class RunFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RunFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
