package org.blockspin.pipeline.internal.binding;

import java.util.Set;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Plugin;

/** A plugin that leaves its work to others, which it names itself: it uses those of the catalogue that it was chosen from. */
public interface Delegating {
    /**
     * The plugin that does the work.
     *
     * @param uses the plugins behind it, on which results depend
     */
    record Delegate(Plugin<?, ?, ?> plugin, Set<Installed> uses) {
        public Delegate {
            uses = Set.copyOf(uses);
        }
    }

    /** @throws InvalidParameterException if the others are not there, or not as they must be */
    Delegate within(Catalogue catalogue);
}
