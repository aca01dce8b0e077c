package org.blockspin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.osgi.framework.Constants;

/**
 * A plugin jar as it was at one moment, in a file of our own: whatever happens to the jar, what was installed stays.
 *
 * @param jar where it was found
 * @param file the copy
 * @param signature of the jar when it was copied
 */
record JarCopy(Path jar, Path file, Signature signature) {
    /** What changes when a file is written or replaced. */
    record Signature(long size, FileTime modified, Optional<Object> key) {
        static Signature of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Signature(
                    attributes.size(), attributes.lastModifiedTime(), Optional.ofNullable(attributes.fileKey()));
        }
    }

    /** What is installed: opened where the copy lies, and not copied again. */
    Artifact artifact() {
        return new Artifact(jar.toString(), file, Map.of(), false);
    }

    String sha256() throws IOException {
        return Sha256.of(file);
    }

    /** Why it is no bundle, in one sentence. */
    Optional<String> problem() {
        try {
            return BundleIdentity.of(file).isPresent()
                    ? Optional.empty()
                    : Optional.of(jar + " is not a bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME);
        } catch (IOException e) {
            return Optional.of(jar + " is not a bundle: it cannot be read as a jar");
        }
    }

    /** Why it cannot be read to its end, in one sentence: each entry has a checksum. */
    Optional<String> damage() {
        String name = "";
        try (JarFile opened = new JarFile(file.toFile())) {
            for (Enumeration<JarEntry> entries = opened.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                name = entry.getName();
                try (InputStream content = opened.getInputStream(entry)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.of(jar + " is damaged: its entry " + name + " cannot be read (" + e.getMessage() + ")");
        }
    }

    void delete() {
        // What cannot be deleted goes with the folder that it is in.
        file.toFile().delete();
    }
}
