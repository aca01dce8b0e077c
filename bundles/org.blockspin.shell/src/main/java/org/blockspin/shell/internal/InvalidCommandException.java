package org.blockspin.shell.internal;

/** A line that Gogo cannot read, or a command that it does not know or that fails: one sentence. */
final class InvalidCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    InvalidCommandException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
