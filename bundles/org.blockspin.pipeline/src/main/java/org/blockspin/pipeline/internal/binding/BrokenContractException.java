package org.blockspin.pipeline.internal.binding;

/** A plugin that returned what its interface does not allow. */
public final class BrokenContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PluginKind kind;
    private final String name;

    /** @param what what it returned and what it should have, in the words after the plugin's name */
    public BrokenContractException(PluginKind kind, String name, String what) {
        super(what);
        this.kind = kind;
        this.name = name;
    }

    public PluginKind kind() {
        return kind;
    }

    /** Name of the plugin. */
    public String name() {
        return name;
    }
}
