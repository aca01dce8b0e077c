package org.blockspin.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * One jar to install.
 *
 * @param name what a message calls it: Maven coordinates, or the path of a plugin
 * @param file where it lies
 * @param headers the OSGi headers under which it is served; empty where the jar is a bundle by itself
 * @param optional whether all is well if it does not resolve
 */
public record Artifact(String name, Path file, Map<String, String> headers, boolean optional) {
    /** Checks nothing but makes the headers immutable. */
    public Artifact {
        headers = Map.copyOf(headers);
    }

    /**
     * The location under which Felix installs it: a jar that is a bundle is opened where it lies, never copied; any
     * other is asked of the {@link HeaderConnector}.
     */
    String location() {
        return (headers.isEmpty() ? "reference:" : "connect:") + file.toUri();
    }
}
