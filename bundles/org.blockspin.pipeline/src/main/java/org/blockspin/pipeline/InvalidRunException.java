package org.blockspin.pipeline;

/** The folder of a run that cannot be read as one: one sentence, the user's to mend. */
public final class InvalidRunException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidRunException(String message) {
        super(message);
    }

    public InvalidRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
