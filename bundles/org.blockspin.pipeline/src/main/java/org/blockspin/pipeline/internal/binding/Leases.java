package org.blockspin.pipeline.internal.binding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Services that are in use until this is closed. The framework counts users, and what is in use is not uninstalled
 * (see org.blockspin.plugins). Thread-safe.
 */
public final class Leases implements AutoCloseable {
    private final BundleContext context;
    private final Map<ServiceReference<?>, Object> services = new LinkedHashMap<>();

    public Leases(BundleContext context) {
        this.context = context;
    }

    /** The service; empty if it is not there any more, or cannot be created. */
    @SuppressWarnings("unchecked") // the key's type argument is that of its value
    public synchronized <S> Optional<S> get(ServiceReference<S> reference) {
        Object known = services.get(reference);
        if (known == null) {
            known = context.getService(reference);
            if (known != null) {
                services.put(reference, known);
            }
        }
        return Optional.ofNullable((S) known);
    }

    /** Whether this service was asked for, and was there. */
    public synchronized boolean holds(ServiceReference<?> reference) {
        return services.containsKey(reference);
    }

    /** None of them may be used any more. */
    @Override
    public synchronized void close() {
        services.keySet().forEach(context::ungetService);
        services.clear();
    }
}
