package org.blockspin.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A folder with features and plugins that tests fill. */
final class Bundles {
    private final Path home;
    private final List<String> entries = new ArrayList<>();

    Bundles(Path home) {
        this.home = home;
        try {
            Files.createDirectories(home.resolve("features"));
            Files.createDirectories(home.resolve("plugins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plugin bundle of version 1.0.0 with these headers and classes. */
    Path plugin(String symbolicName, Map<String, String> headers, Class<?>... classes) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", symbolicName);
        all.putIfAbsent("Bundle-Version", "1.0.0");
        return jar(home.resolve("plugins").resolve(symbolicName + ".jar"), all, classes);
    }

    /** A plugin with an activator, which sees the framework. */
    Path activated(String symbolicName, Class<?> activator, Class<?>... classes) {
        Class<?>[] all = new Class<?>[classes.length + 1];
        all[0] = activator;
        System.arraycopy(classes, 0, all, 1, classes.length);
        return plugin(
                symbolicName,
                Map.of("Bundle-Activator", activator.getName(), "Import-Package", "org.osgi.framework"),
                all);
    }

    /** Names a jar in the feature, and makes it in the repository; metadata is the JSON after the id. */
    Path inFeature(String artifact, String metadata, Map<String, String> headers, Class<?>... classes) {
        entries.add("{\"id\": \"org.test:" + artifact + ":1.0.0\"" + metadata + "}");
        return jar(
                home.resolve("launcher/target/repository/org/test/" + artifact + "/1.0.0/" + artifact + "-1.0.0.jar"),
                headers,
                classes);
    }

    static Path jar(Path file, Map<String, String> headers, Class<?>... classes) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
            try (OutputStream stream = Files.newOutputStream(file);
                    JarOutputStream jar = new JarOutputStream(stream, manifest)) {
                for (Class<?> type : classes) {
                    addClass(jar, type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void addClass(JarOutputStream jar, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes =
                Optional.ofNullable(type.getResourceAsStream("/" + name)).orElseThrow()) {
            jar.putNextEntry(new ZipEntry(name));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
    }

    /** The settings that start all this. */
    Settings settings() {
        if (entries.isEmpty()) {
            inFeature("something", "", Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "something"));
        }
        Path feature = home.resolve("features/core.json");
        try {
            Files.writeString(feature, featureText(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings(
                home,
                home.resolve("launcher/target/repository"),
                List.of(feature),
                Optional.of(home.resolve("plugins")),
                "linux-x86_64");
    }

    private String featureText() {
        return entries.stream()
                .collect(Collectors.joining(
                        ",", "{\"feature-resource-version\": \"1.0\", \"id\": \"org.test:f:1\", \"bundles\": [", "]}"));
    }
}
