package org.blockspin.pipeline.internal.binding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.Plugin;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What is installed now, read from the service registry at every call.
 *
 * <p>Where two plugins of a kind have one name, the winner has the higher service ranking; then the symbolic name that
 * comes first; then the revision that was registered last.
 */
public final class ServiceCatalogue implements Catalogue {
    private final BundleContext context;

    public ServiceCatalogue(BundleContext context) {
        this.context = context;
    }

    @Override
    public SortedMap<String, Installed> plugins(PluginKind kind) {
        SortedMap<String, Installed> byName = new TreeMap<>();
        references(kind.service(), "(blockspin.name=*)").stream()
                .sorted(order())
                .map(reference -> installed(kind, reference))
                .forEach(plugin -> byName.putIfAbsent(plugin.name(), plugin));
        return byName;
    }

    @Override
    public Collection<CriticalPoint> criticalPoints() {
        return references(CriticalPoint.class, "(" + Constants.OBJECTCLASS + "=*)").stream()
                .sorted(order())
                .map(reference -> (CriticalPoint) context.getService(reference))
                .toList();
    }

    private Installed installed(PluginKind kind, ServiceReference<?> reference) {
        return new Installed(
                kind,
                String.valueOf(reference.getProperty("blockspin.name")),
                Optional.ofNullable(reference.getProperty("blockspin.description"))
                        .map(String::valueOf)
                        .orElse(""),
                reference.getBundle().getSymbolicName() + " "
                        + reference.getBundle().getVersion(),
                () -> BundleContent.hash(reference.getBundle()),
                () -> instance(reference));
    }

    private Plugin<?, ?, ?> instance(ServiceReference<?> reference) {
        Object service = context.getService(reference);
        if (service instanceof Plugin<?, ?, ?> plugin) {
            return plugin;
        }
        throw new IllegalStateException("the plugin " + reference.getProperty("blockspin.name") + " of "
                + reference.getBundle().getSymbolicName() + " could not be created");
    }

    private Collection<? extends ServiceReference<?>> references(Class<?> service, String filter) {
        try {
            return context.getServiceReferences(service, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    private static Comparator<ServiceReference<?>> order() {
        return Comparator.<ServiceReference<?>>comparingInt(ServiceCatalogue::ranking)
                .reversed()
                .thenComparing(reference -> reference.getBundle().getSymbolicName())
                .thenComparing(ServiceCatalogue::serviceId, Comparator.reverseOrder());
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private static long serviceId(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
