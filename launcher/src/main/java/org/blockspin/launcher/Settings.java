package org.blockspin.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are and what to start.
 *
 * @param home the root of the tree: holds features/ and launcher/
 * @param repository the bundles, in Maven's layout
 * @param features the feature files, in order
 * @param plugins the folder whose jars are installed as well
 * @param platform which natives to use, for instance linux-x86_64
 */
public record Settings(Path home, Path repository, List<Path> features, Optional<Path> plugins, String platform) {
    private static final String DEFAULT_FEATURES = "core,tensorflow-cpu";

    /** Checks nothing but makes the list immutable. */
    public Settings {
        features = List.copyOf(features);
    }

    /**
     * Reads the system properties blockspin.home, blockspin.features (names or files, separated by commas) and
     * blockspin.plugins; for the last two the environment variables BLOCKSPIN_FEATURES and BLOCKSPIN_PLUGINS count
     * where the property is absent.
     *
     * @throws LaunchException if the home is not named
     */
    public static Settings of(Map<String, String> environment) {
        Path home = property("blockspin.home")
                .map(Path::of)
                .orElseThrow(() -> new LaunchException(
                        "the system property blockspin.home is not set: start with launcher/blockspin"))
                .toAbsolutePath();
        String features = setting("features", environment).orElse(DEFAULT_FEATURES);
        return new Settings(
                home,
                home.resolve("launcher/target/repository"),
                Arrays.stream(features.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> featureFile(home, name))
                        .toList(),
                plugins(home, setting("plugins", environment)),
                Platform.current());
    }

    private static Path featureFile(Path home, String name) {
        boolean isPath = name.contains("/") || name.endsWith(".json");
        return isPath ? Path.of(name) : home.resolve("features").resolve(name + ".json");
    }

    private static Optional<Path> plugins(Path home, Optional<String> named) {
        return named.map(Path::of).or(() -> Optional.of(home.resolve("plugins")).filter(Files::isDirectory));
    }

    private static Optional<String> setting(String name, Map<String, String> environment) {
        return property("blockspin." + name)
                .or(() -> Optional.ofNullable(environment.get("BLOCKSPIN_" + name.toUpperCase(java.util.Locale.ROOT)))
                        .filter(value -> !value.isBlank()));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }
}
