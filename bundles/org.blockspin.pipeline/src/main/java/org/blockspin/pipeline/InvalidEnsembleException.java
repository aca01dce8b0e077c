package org.blockspin.pipeline;

/** Files of a kept ensemble, or the place to export them to, that are wrong: one sentence, the user's to mend. */
public final class InvalidEnsembleException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidEnsembleException(String message) {
        super(message);
    }

    public InvalidEnsembleException(String message, Throwable cause) {
        super(message, cause);
    }
}
