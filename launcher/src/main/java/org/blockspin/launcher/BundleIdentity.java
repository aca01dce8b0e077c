package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What the manifest of a jar says that it is; in order of name, then version. */
record BundleIdentity(String name, Version version) implements Comparable<BundleIdentity> {
    private static final Comparator<BundleIdentity> ORDER =
            Comparator.comparing(BundleIdentity::name).thenComparing(BundleIdentity::version);

    /** Empty where the jar is no bundle. */
    static Optional<BundleIdentity> of(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            return Optional.ofNullable(opened.getManifest())
                    .map(Manifest::getMainAttributes)
                    .filter(attributes -> attributes.getValue(Constants.BUNDLE_SYMBOLICNAME) != null)
                    .map(attributes -> new BundleIdentity(
                            attributes
                                    .getValue(Constants.BUNDLE_SYMBOLICNAME)
                                    .split(";", 2)[0]
                                    .strip(),
                            version(Optional.ofNullable(attributes.getValue(Constants.BUNDLE_VERSION)))));
        } catch (SecurityException e) {
            throw new IOException(e);
        }
    }

    /** The framework says what is wrong with one that cannot be read. */
    private static Version version(Optional<String> text) {
        try {
            return text.map(Version::parseVersion).orElse(Version.emptyVersion);
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }

    @Override
    public int compareTo(BundleIdentity other) {
        return ORDER.compare(this, other);
    }
}
