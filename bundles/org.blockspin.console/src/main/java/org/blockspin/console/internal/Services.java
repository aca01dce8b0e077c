package org.blockspin.console.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.ComponentServiceObjects;

/**
 * Services of a type that are asked for only while they are used: whoever holds a service of a plugin keeps the plugin
 * from being replaced.
 */
final class Services<S> {
    private final List<ComponentServiceObjects<S>> all;

    Services(Collection<ComponentServiceObjects<S>> all) {
        this.all = List.copyOf(all);
    }

    /** Does something with all of them. */
    <T> T use(Function<List<S>, T> work) {
        Map<S, ComponentServiceObjects<S>> services = new LinkedHashMap<>();
        for (ComponentServiceObjects<S> one : all) {
            S service = one.getService();
            if (service != null) {
                services.put(service, one);
            }
        }
        try {
            return work.apply(List.copyOf(services.keySet()));
        } finally {
            services.forEach((service, one) -> one.ungetService(service));
        }
    }
}
