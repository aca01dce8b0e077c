package org.blockspin.pipeline.internal.binding;

import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Asks Declarative Services about the component behind a service, also where it created nothing and gave no reason. */
final class ComponentFailures {
    private static final String COMPONENT_NAME = "component.name";

    private ComponentFailures() {}

    /** Why the component behind a service could not be created: what was thrown, in one line. */
    static Optional<String> reason(BundleContext context, ServiceReference<?> reference) {
        return ask(
                context,
                reference,
                (components, description) -> components.getComponentConfigurationDTOs(description).stream()
                        .flatMap(configuration -> failure(configuration).stream())
                        .findFirst());
    }

    /** The name of the class behind a service, as its description has it. */
    static Optional<String> type(BundleContext context, ServiceReference<?> reference) {
        return ask(context, reference, (components, description) -> Optional.of(description.implementationClass));
    }

    private static Optional<String> ask(
            BundleContext context,
            ServiceReference<?> reference,
            BiFunction<ServiceComponentRuntime, ComponentDescriptionDTO, Optional<String>> question) {
        ServiceReference<ServiceComponentRuntime> runtime = context.getServiceReference(ServiceComponentRuntime.class);
        if (runtime == null || reference.getBundle() == null) {
            return Optional.empty();
        }
        try (Leases leases = new Leases(context)) {
            return leases.get(runtime).flatMap(components -> {
                ComponentDescriptionDTO description = components.getComponentDescriptionDTO(
                        reference.getBundle(), String.valueOf(reference.getProperty(COMPONENT_NAME)));
                return description == null ? Optional.empty() : question.apply(components, description);
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
