package org.blockspin.pipeline.internal.binding;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.blockspin.api.CriticalPoint;

/** What was installed when it was first asked for: a plan is made of one set of plugins, whatever is installed meanwhile. */
public final class Snapshot implements Catalogue {
    private final Catalogue live;
    private final Map<PluginKind, SortedMap<String, Installed>> plugins = new EnumMap<>(PluginKind.class);
    private Collection<CriticalPoint> criticalPoints = List.of();

    public Snapshot(Catalogue live) {
        this.live = live;
    }

    @Override
    public SortedMap<String, Installed> plugins(PluginKind kind) {
        return plugins.computeIfAbsent(kind, live::plugins);
    }

    @Override
    public Collection<CriticalPoint> criticalPoints() {
        if (criticalPoints.isEmpty()) {
            criticalPoints = live.criticalPoints();
        }
        return criticalPoints;
    }
}
