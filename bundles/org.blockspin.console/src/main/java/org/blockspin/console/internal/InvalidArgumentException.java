package org.blockspin.console.internal;

/** An argument of a command that is wrong; the message says what was expected. */
final class InvalidArgumentException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidArgumentException(String message) {
        super(message);
    }
}
