package org.blockspin.pipeline.internal.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.blockspin.api.CriticalPoint;
import org.blockspin.api.Plugin;
import org.blockspin.plugins.PluginFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What is installed at one moment, whatever is installed later. The plugins that were asked for can be used until it is
 * closed. Thread-safe.
 *
 * <p>Where two plugins of a kind have one name, the winner has the higher service ranking; then the symbolic name that
 * comes first; then the revision that was registered last.
 */
public final class Snapshot implements Catalogue, AutoCloseable {
    static final String NAME = "blockspin.name";
    private static final String FILTER =
            "(|(" + NAME + "=*)(" + Constants.OBJECTCLASS + "=" + CriticalPoint.class.getName() + "))";

    private final BundleContext context;
    private final BundleContents contents;
    private final PluginFolder.Hold hold;
    private final Leases leases;
    private final List<ServiceReference<?>> references;
    private final List<Bundle> bundles;
    private final Map<PluginKind, SortedMap<String, Installed>> plugins = new EnumMap<>(PluginKind.class);
    private final AtomicLong asked = new AtomicLong();

    private Snapshot(BundleContext context, BundleContents contents, PluginFolder.Hold hold) {
        this.context = context;
        this.contents = contents;
        this.hold = hold;
        this.leases = new Leases(context);
        this.references = references(context);
        this.bundles = bundles(context, references);
        for (PluginKind kind : PluginKind.values()) {
            plugins.put(kind, plugins(kind, references));
        }
    }

    /** What is there now. Its plugins stay installed until it is closed. */
    public static Snapshot take(BundleContext context, BundleContents contents, PluginFolder folder) {
        return folder.undisturbed(() -> new Snapshot(context, contents, folder.hold()));
    }

    private static List<ServiceReference<?>> references(BundleContext context) {
        try {
            ServiceReference<?>[] found = context.getServiceReferences((String) null, FILTER);
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .filter(reference -> reference.getBundle() != null)
                            .sorted(order())
                            .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the filter is a constant", e);
        }
    }

    /** All bundles but other revisions of those whose plugins are here. */
    private static List<Bundle> bundles(BundleContext context, List<ServiceReference<?>> references) {
        Set<Bundle> providers = references.stream()
                .flatMap(reference -> Optional.ofNullable(reference.getBundle()).stream())
                .collect(Collectors.toSet());
        Set<String> names = providers.stream().map(Bundle::getSymbolicName).collect(Collectors.toSet());
        return Arrays.stream(context.getBundles())
                .filter(bundle -> providers.contains(bundle) || !names.contains(bundle.getSymbolicName()))
                .toList();
    }

    private SortedMap<String, Installed> plugins(PluginKind kind, List<ServiceReference<?>> all) {
        SortedMap<String, Installed> byName = new TreeMap<>();
        all.stream()
                .filter(reference -> isOf(reference, kind.service()))
                .flatMap(reference ->
                        Optional.ofNullable(reference.getBundle())
                                .map(bundle -> installed(kind, reference, bundle))
                                .stream())
                .forEach(plugin -> byName.putIfAbsent(plugin.name(), plugin));
        return byName;
    }

    static boolean isOf(ServiceReference<?> reference, Class<?> service) {
        return reference.getProperty(NAME) != null
                && Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                        .contains(service.getName());
    }

    @Override
    public SortedMap<String, Installed> plugins(PluginKind kind) {
        asked.incrementAndGet();
        return plugins.getOrDefault(kind, new TreeMap<>());
    }

    @Override
    public Collection<CriticalPoint> criticalPoints() {
        List<CriticalPoint> points = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            if (Arrays.asList((String[]) reference.getProperty(Constants.OBJECTCLASS))
                    .contains(CriticalPoint.class.getName())) {
                // One that cannot be created knows no temperature.
                leases.get(reference).map(CriticalPoint.class::cast).ifPresent(points::add);
            }
        }
        return points;
    }

    /** A hash of what is in a bundle. */
    public String hash(Bundle bundle) {
        return contents.hash(bundle);
    }

    /** The bundles that are there, each symbolic name of a plugin once. */
    public List<Bundle> bundles() {
        return bundles;
    }

    /** All plugins that pipelines can get, whether they were asked for or not. */
    public List<Installed> all() {
        return plugins.values().stream()
                .flatMap(byName -> byName.values().stream())
                .toList();
    }

    /** How often plugins were looked for: it tells whether whoever plans gets on. */
    public long asked() {
        return asked.get();
    }

    /** The plugins that were asked for. */
    public List<Installed> used() {
        return references.stream()
                .filter(leases::holds)
                .flatMap(reference -> plugins.entrySet().stream()
                        .filter(kind -> isOf(reference, kind.getKey().service()))
                        .map(kind ->
                                Optional.ofNullable(kind.getValue().get(String.valueOf(reference.getProperty(NAME))))))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The service that pipelines get by a name. */
    Optional<ServiceReference<?>> reference(PluginKind kind, String name) {
        return references.stream()
                .filter(reference -> isOf(reference, kind.service()) && name.equals(reference.getProperty(NAME)))
                .findFirst();
    }

    private Installed installed(PluginKind kind, ServiceReference<?> reference, Bundle bundle) {
        String name = String.valueOf(reference.getProperty(NAME));
        Provider provider = new Provider(
                bundle.getBundleId(),
                bundle.getSymbolicName() + " " + bundle.getVersion(),
                () -> contents.hash(bundle),
                type -> bundle.getEntry(type.replace('.', '/') + ".class") != null);
        String title = kind.word() + " \"" + name + "\" of " + provider.title();
        return new Installed(
                kind,
                name,
                Optional.ofNullable(reference.getProperty("blockspin.description"))
                        .map(String::valueOf)
                        .orElse(""),
                provider,
                () -> ComponentFailures.type(context, reference).orElse(""),
                () -> (Plugin<?, ?, ?>) service(reference, title));
    }

    private Object service(ServiceReference<?> reference, String title) {
        return leases.get(reference)
                .map(Object.class::cast)
                .orElseThrow(() -> new UnusablePluginException(title + " cannot be created"
                        + ComponentFailures.reason(context, reference)
                                .map(reason -> ": it threw " + reason)
                                .orElse("")));
    }

    @Override
    public void close() {
        leases.close();
        hold.close();
    }

    /** Best first. */
    static Comparator<ServiceReference<?>> order() {
        return Comparator.<ServiceReference<?>>comparingInt(Snapshot::ranking)
                .reversed()
                .thenComparing(Snapshot::symbolicName)
                .thenComparing(Snapshot::serviceId, Comparator.reverseOrder());
    }

    private static int ranking(ServiceReference<?> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private static String symbolicName(ServiceReference<?> reference) {
        return Optional.ofNullable(reference.getBundle())
                .map(Bundle::getSymbolicName)
                .orElse("");
    }

    private static long serviceId(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
