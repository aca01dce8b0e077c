package org.blockspin.benchmarks;

/** A program failed, or does not do the work that it is compared for; the message is one sentence. */
final class ComparisonException extends Exception {
    private static final long serialVersionUID = 1;

    ComparisonException(String message) {
        super(message);
    }
}
