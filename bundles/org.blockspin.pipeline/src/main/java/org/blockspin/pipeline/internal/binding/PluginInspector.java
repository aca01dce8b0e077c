package org.blockspin.pipeline.internal.binding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.blockspin.api.Plugin;
import org.blockspin.plugins.Inspection;
import org.blockspin.plugins.Inspector;
import org.blockspin.plugins.PluginFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates each plugin of a bundle, reads its parameters, and says which names it shares with others. */
@Component
public final class PluginInspector implements Inspector {
    private final BundleContext context;
    private final BundleContents contents;
    private final PluginFolder folder;

    @Activate
    public PluginInspector(BundleContext context, @Reference BundleContents contents, @Reference PluginFolder folder) {
        this.context = context;
        this.contents = contents;
        this.folder = folder;
    }

    @Override
    public Inspection inspect(Bundle bundle) {
        List<String> contributions = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (Leases leases = new Leases(context)) {
            services(bundle).forEach(reference -> {
                List<PluginKind> kinds = Arrays.stream(PluginKind.values())
                        .filter(kind -> Snapshot.isOf(reference, kind.service()))
                        .toList();
                for (PluginKind kind : kinds) {
                    String title = kind.word() + " \"" + reference.getProperty(Snapshot.NAME) + "\"";
                    contributions.add(title);
                    problem(leases, reference)
                            .ifPresent(problem ->
                                    problems.add(nameOf(bundle) + " cannot be used: its " + title + " " + problem));
                    rival(kind, reference).ifPresent(warnings::add);
                }
                if (kinds.isEmpty()) {
                    contributions.add("service " + types(reference));
                }
            });
        }
        return new Inspection(contributions, problems, warnings);
    }

    private static Stream<ServiceReference<?>> services(Bundle bundle) {
        return Stream.ofNullable(bundle.getRegisteredServices()).flatMap(Arrays::stream);
    }

    private static String nameOf(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private static String types(ServiceReference<?> reference) {
        return Arrays.stream((String[]) reference.getProperty(Constants.OBJECTCLASS))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", "));
    }

    private Optional<String> problem(Leases leases, ServiceReference<?> reference) {
        Optional<?> service = leases.get(reference);
        if (service.isEmpty()) {
            return Optional.of("cannot be created"
                    + ComponentFailures.reason(context, reference)
                            .map(reason -> ": it threw " + reason)
                            .orElse(""));
        }
        try {
            ParameterTypes.parameters(Installed.parametersOf((Plugin<?, ?, ?>) service.get()));
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("has parameters that cannot be read: " + e.getMessage());
        }
    }

    /** Another bundle with a plugin of the same kind and name, and which of the two pipelines get. */
    private Optional<String> rival(PluginKind kind, ServiceReference<?> reference) {
        Bundle own = reference.getBundle();
        String name = String.valueOf(reference.getProperty(Snapshot.NAME));
        try (Snapshot snapshot = Snapshot.take(context, contents, folder)) {
            return snapshot.reference(kind, name)
                    .filter(other -> own != null && other.getBundle() != null)
                    .filter(other ->
                            !own.getSymbolicName().equals(other.getBundle().getSymbolicName()))
                    .map(other -> kind.word() + " \"" + name + "\" is in " + nameOf(own) + " and in "
                            + nameOf(other.getBundle()) + "; pipelines get that of "
                            + (Snapshot.order().compare(reference, other) < 0
                                    ? own.getSymbolicName()
                                    : other.getBundle().getSymbolicName()));
        }
    }
}
