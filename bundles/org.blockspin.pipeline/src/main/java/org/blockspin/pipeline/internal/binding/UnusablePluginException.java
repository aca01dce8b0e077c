package org.blockspin.pipeline.internal.binding;

/** A plugin that is registered and cannot be created; the message says which, and why. */
public final class UnusablePluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusablePluginException(String message) {
        super(message);
    }
}
