package org.blockspin.server;

/** A server that cannot be started or reached, or does not know what it is asked about: one sentence for the user. */
public final class ServerException extends Exception {
    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
