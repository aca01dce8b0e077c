package org.blockspin.plugins;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One content of a plugin jar, installed.
 *
 * @param name symbolic name of the bundle
 * @param version its version
 * @param sha256 of the jar
 * @param jar where it was found
 * @param state what becomes of it
 * @param reason why it does not serve, in one sentence, where it cannot
 */
public record Revision(String name, String version, String sha256, Path jar, State state, Optional<String> reason) {
    /** What becomes of a revision. */
    public enum State {
        /** New runs get it. */
        SERVING,
        /** Another jar brings a later revision of the same name. */
        SUPERSEDED,
        /** Its jar was replaced or removed; runs that began with it end with it. */
        DRAINING,
        /** It did not start, or broke its word; no new run gets it until its jar is replaced. */
        QUARANTINED
    }

    /** Name and version, as messages show it. */
    public String title() {
        return name + " " + version;
    }
}
