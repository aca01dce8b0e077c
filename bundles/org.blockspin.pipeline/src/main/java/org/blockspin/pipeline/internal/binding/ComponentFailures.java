package org.blockspin.pipeline.internal.binding;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks Declarative Services, which created nothing and returned no reason, for the reason. */
final class ComponentFailures {
    static final String COMPONENT_NAME = "component.name";

    private ComponentFailures() {}

    /** Why the component behind a service could not be created: what was thrown, in one line. */
    static Optional<String> reason(BundleContext context, ServiceReference<?> reference) {
        ServiceReference<ServiceComponentRuntime> runtime = context.getServiceReference(ServiceComponentRuntime.class);
        if (runtime == null || reference.getBundle() == null) {
            return Optional.empty();
        }
        try (Leases leases = new Leases(context)) {
            return leases.get(runtime).flatMap(components -> {
                ComponentDescriptionDTO description = components.getComponentDescriptionDTO(
                        reference.getBundle(), String.valueOf(reference.getProperty(COMPONENT_NAME)));
                return description == null
                        ? Optional.empty()
                        : components.getComponentConfigurationDTOs(description).stream()
                                .flatMap(configuration -> failure(configuration).stream())
                                .findFirst();
            });
        }
    }

    /** The innermost cause: what is around it says that a constructor was called. */
    private static Optional<String> failure(ComponentConfigurationDTO configuration) {
        return Optional.ofNullable(configuration.failure)
                .flatMap(trace ->
                        trace.lines().filter(line -> !line.startsWith("\t")).reduce((first, last) -> last))
                .map(line -> line.replaceFirst("^Caused by: ", "").replaceFirst("^([a-z0-9]+\\.)+", ""));
    }
}
