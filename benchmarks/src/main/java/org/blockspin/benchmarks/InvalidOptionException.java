package org.blockspin.benchmarks;

/** An option that does not exist, or a value that it cannot have; the message is one sentence. */
final class InvalidOptionException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidOptionException(String message) {
        super(message);
    }
}
