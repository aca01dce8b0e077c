package org.blockspin.shell.internal;

/** A command of Blockspin that said what is wrong itself; a script ends with its exit code. */
final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    CommandFailedException(String command, int code) {
        super(command + " ended with exit code " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
