package org.blockspin.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/** A requirement of a bundle, in words instead of filters. */
record Requirement(BundleRequirement requirement) {
    private static final String OURS = "org.blockspin.";
    private static final Pattern UPPER = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
    private static final Pattern UPPER_INCLUDED = Pattern.compile("\\(version<=([^)]+)\\)");
    private static final Pattern LOWER = Pattern.compile("\\(version>?=([^)]+)\\)");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\.0){1,2}$");

    String namespace() {
        return requirement.getNamespace();
    }

    /** Whether the bundle cannot resolve without it. */
    boolean isMandatory() {
        Map<String, String> directives = requirement.getDirectives();
        return directives
                        .getOrDefault(Constants.RESOLUTION_DIRECTIVE, "mandatory")
                        .equals("mandatory")
                && directives
                        .getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE)
                        .equals(Constants.EFFECTIVE_RESOLVE);
    }

    boolean isMetBy(BundleCapability capability) {
        if (filter().isEmpty()) {
            return true;
        }
        try {
            return FrameworkUtil.createFilter(filter()).matches(capability.getAttributes());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("the framework has parsed this filter before", e);
        }
    }

    /** The package, bundle or host that is required; empty for other capabilities. */
    String name() {
        return find(Pattern.compile("\\(" + Pattern.quote(namespace()) + "=([^)]+)\\)"), filter())
                .orElse("");
    }

    /** What is required: {@code package org.foo in [1,2)}. */
    String wanted() {
        return switch (namespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> "package " + name() + range();
            case HostNamespace.HOST_NAMESPACE -> name();
            case BundleNamespace.BUNDLE_NAMESPACE -> "bundle " + name();
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE -> "Java " + versions();
            default -> "capability " + namespace() + " " + filter();
        };
    }

    /** What is wrong where nothing installed meets it, given the versions in which the package is exported. */
    String missing(String exportedVersions) {
        return switch (namespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE ->
                "needs " + wanted()
                        + (exportedVersions.isEmpty()
                                ? ", which no bundle exports"
                                : ", but bundles export only " + exportedVersions + meant(exportedVersions));
            case HostNamespace.HOST_NAMESPACE -> "is a fragment of " + wanted() + ", which is not installed";
            case BundleNamespace.BUNDLE_NAMESPACE -> "needs " + wanted() + ", which is not installed";
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                "needs " + wanted() + ", and this is Java " + Runtime.version().feature();
            default -> "needs " + wanted() + ", which no bundle provides";
        };
    }

    /** What it means for a plugin that our own packages have other versions. */
    private String meant(String exportedVersions) {
        if (!name().startsWith(OURS)) {
            return "";
        }
        Version from = Version.parseVersion(
                find(LOWER, UPPER.matcher(filter()).replaceAll("")).orElse("0"));
        boolean newer = Stream.of(exportedVersions.split(", ", -1))
                .map(Version::parseVersion)
                .allMatch(version -> version.compareTo(from) < 0);
        return ": it was made for " + (newer ? "a newer" : "an older") + " Blockspin";
    }

    /** A version without the zeros at its end. */
    static String shortened(String version) {
        return TRAILING_ZEROS.matcher(version).replaceFirst("");
    }

    private String range() {
        Optional<String> lower = find(LOWER, UPPER.matcher(filter()).replaceAll(""));
        String from = shortened(lower.orElse("0"));
        return find(UPPER, filter())
                .map(to -> shortened(to) + ")")
                .or(() -> find(UPPER_INCLUDED, filter()).map(to -> shortened(to) + "]"))
                .map(to -> " in [" + from + "," + to)
                .orElse(lower.isPresent() ? " from version " + from : "");
    }

    private String versions() {
        return LOWER.matcher(filter()).results().map(match -> match.group(1)).collect(Collectors.joining(" or "));
    }

    private String filter() {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }

    private static Optional<String> find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst();
    }
}
