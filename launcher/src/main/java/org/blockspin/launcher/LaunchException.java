package org.blockspin.launcher;

/** The workbench cannot start at all; the message is one sentence for the user. */
public final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A reason that stands for itself. */
    public LaunchException(String message) {
        super(message);
    }

    /** A reason that something else brought about. */
    public LaunchException(String message, Throwable cause) {
        super(message, cause);
    }
}
