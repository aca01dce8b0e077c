package org.blockspin.pipeline.internal.binding;

import java.util.function.Supplier;
import org.blockspin.api.Plugin;

/**
 * An installed plugin.
 *
 * @param kind its kind
 * @param name its name
 * @param description one sentence
 * @param bundle symbolic name and version of its bundle
 * @param content gives a hash of what is in the bundle
 * @param instance gives the service object; the first call loads its class
 */
public record Installed(
        PluginKind kind,
        String name,
        String description,
        String bundle,
        Supplier<String> content,
        Supplier<Plugin<?, ?, ?>> instance) {

    /** The record that declares the parameters. */
    public Class<? extends Record> parameters(Plugin<?, ?, ?> plugin) {
        org.blockspin.api.Kind annotation = plugin.getClass().getAnnotation(org.blockspin.api.Kind.class);
        if (annotation == null) {
            throw new IllegalStateException(plugin.getClass().getName() + " of " + bundle + " has no @Kind annotation");
        }
        return annotation.parameters();
    }
}
