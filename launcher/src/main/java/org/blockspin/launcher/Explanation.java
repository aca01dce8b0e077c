package org.blockspin.launcher;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Says in one sentence why a bundle did not resolve or start. It looks at what the bundle requires and what the others
 * offer; the framework's own message names the same, but in filters.
 */
final class Explanation {
    private final List<Bundle> bundles;

    /** Explains with the bundles that are installed here now. */
    Explanation(BundleContext context) {
        this.bundles = List.of(context.getBundles());
    }

    /** Name and version, as the sentences begin. */
    static String nameOf(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** Why this bundle does not resolve. */
    String ofUnresolved(Bundle bundle) {
        List<Requirement> requirements = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .map(Requirement::new)
                .filter(Requirement::isMandatory)
                .toList();
        String reason = first(requirements.stream().map(this::unmet))
                .or(() -> first(requirements.stream().map(this::blocked)))
                .orElse("its requirements contradict each other");
        return nameOf(bundle) + " does not resolve: " + reason;
    }

    /** Why a bundle did not start that resolves. */
    static String ofStart(BundleException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = Optional.ofNullable(root.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse("without a message");
        return root instanceof BundleException
                ? message
                : "its activator threw " + root.getClass().getSimpleName() + ": " + message;
    }

    private static Optional<String> first(Stream<Optional<String>> reasons) {
        return reasons.flatMap(Optional::stream).findFirst();
    }

    /** Nothing installed offers it. */
    private Optional<String> unmet(Requirement requirement) {
        return providers(requirement).isEmpty()
                ? Optional.of(requirement.missing(exportedVersions(requirement)))
                : Optional.empty();
    }

    /** Only bundles offer it that do not resolve themselves. */
    private Optional<String> blocked(Requirement requirement) {
        List<Bundle> providers = providers(requirement);
        return providers.stream().anyMatch(Explanation::isResolved)
                ? Optional.empty()
                : Optional.of("needs " + requirement.wanted() + " of " + nameOf(providers.get(0))
                        + ", which does not resolve either");
    }

    private static boolean isResolved(Bundle bundle) {
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
    }

    private List<Bundle> providers(Requirement requirement) {
        return bundles.stream()
                .filter(bundle -> capabilities(bundle, requirement.namespace()).anyMatch(requirement::isMetBy))
                .toList();
    }

    private String exportedVersions(Requirement requirement) {
        return bundles.stream()
                .flatMap(bundle -> capabilities(bundle, PackageNamespace.PACKAGE_NAMESPACE))
                .map(BundleCapability::getAttributes)
                .filter(attributes -> requirement.name().equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> Requirement.shortened(String.valueOf(attributes.get(Constants.VERSION_ATTRIBUTE))))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<BundleCapability> capabilities(Bundle bundle, String namespace) {
        return bundle.adapt(BundleRevision.class).getDeclaredCapabilities(namespace).stream();
    }
}
