package org.blockspin.pipeline.internal.binding;

import java.util.function.Supplier;
import org.blockspin.api.Kind;
import org.blockspin.api.Plugin;

/**
 * An installed plugin.
 *
 * @param kind its kind
 * @param name its name
 * @param description one sentence
 * @param provider its bundle
 * @param type gives the name of its class, without loading it
 * @param instance gives the service object; the first call loads its class
 */
public record Installed(
        PluginKind kind,
        String name,
        String description,
        Provider provider,
        Supplier<String> type,
        Supplier<Plugin<?, ?, ?>> instance) {

    /** Kind, name and bundle, as messages show it. */
    public String title() {
        return kind.word() + " \"" + name + "\" of " + provider.title();
    }

    /** The record that declares the parameters. */
    public static Class<? extends Record> parametersOf(Plugin<?, ?, ?> plugin) {
        Kind annotation = plugin.getClass().getAnnotation(Kind.class);
        if (annotation == null) {
            throw new UnusablePluginException("the class " + plugin.getClass().getName() + " has no @Kind annotation");
        }
        return annotation.parameters();
    }
}
