package org.blockspin.pipeline.internal.binding;

import java.util.Collection;
import java.util.SortedMap;
import org.blockspin.api.CriticalPoint;

/** What is installed now. */
public interface Catalogue {
    /** The plugins of a kind by name. */
    SortedMap<String, Installed> plugins(PluginKind kind);

    /** The services that may know a critical temperature, best first. */
    Collection<CriticalPoint> criticalPoints();
}
