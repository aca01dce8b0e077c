package org.blockspin.pipeline;

/** A folder that is not that of a finished run, or whose files are missing or damaged: one sentence, the user's to mend. */
public final class InvalidRunException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidRunException(String message) {
        super(message);
    }

    public InvalidRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
