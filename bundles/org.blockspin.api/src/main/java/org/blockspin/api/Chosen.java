package org.blockspin.api;

import java.util.Objects;

/**
 * A plugin chosen as a parameter, together with its own parameters: what {@code {"kind": "majority", "tie": "random"}}
 * in a pipeline becomes. Declare a record component of this type to let a pipeline plug something into your plugin.
 *
 * <p>Equal by the plugin's class name and parameters.
 *
 * @param <K> which plugins may be chosen, for instance {@code CoarseGrainer<?>}
 * @param <C> their context
 * @param <W> what they create
 */
public final class Chosen<K extends Plugin<?, C, W>, C, W> {
    private final String name;
    private final K plugin;
    private final Record parameters;

    /**
     * @param name the plugin's {@link Kind#name()}
     * @param plugin the plugin
     * @param parameters an instance of its parameter record
     */
    public Chosen(String name, K plugin, Record parameters) {
        this.name = Objects.requireNonNull(name);
        this.plugin = Objects.requireNonNull(plugin);
        this.parameters = Objects.requireNonNull(parameters);
    }

    public String name() {
        return name;
    }

    public Record parameters() {
        return parameters;
    }

    /** Calls {@link Plugin#create} with the chosen parameters. */
    @SuppressWarnings("unchecked") // parameters was bound from the record that the plugin itself names
    public W create(C context) {
        return ((Plugin<Record, C, W>) (Plugin<?, C, W>) plugin).create(parameters, context);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Chosen<?, ?, ?> that
                && plugin.getClass().getName().equals(that.plugin.getClass().getName())
                && name.equals(that.name)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, parameters);
    }

    @Override
    public String toString() {
        return name + " " + parameters;
    }
}
