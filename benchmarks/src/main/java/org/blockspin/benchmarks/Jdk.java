package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 * @param version as in {@code 25.0.1}
 */
record Jdk(Path home, String version) {
    /** The first on which the Vector API pays. */
    private static final int VECTORS = 25;

    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+[^\"]*)\"");
    private static final Pattern FEATURE = Pattern.compile("\\d+");

    /** The JDK in a folder, if there is one of version 17 or newer. */
    static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find()
                    ? Optional.of(new Jdk(home, Objects.requireNonNull(version.group(1))))
                            .filter(jdk -> jdk.feature() >= OLDEST)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The oldest and the newest that are found, which may be the same one; the oldest first. */
    static List<Jdk> oldestAndNewest() throws IOException {
        TreeMap<Integer, Jdk> byFeature = new TreeMap<>();
        for (Path home : candidates()) {
            at(home).ifPresent(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
        }
        return Stream.of(byFeature.firstEntry(), byFeature.lastEntry())
                .map(entry -> entry.getValue())
                .distinct()
                .toList();
    }

    private static List<Path> candidates() throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (String variable : List.of("BLOCKSPIN_JAVA_HOME", "JAVA_HOME")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(candidates::add);
        }
        candidates.add(Path.of(System.getProperty("java.home", "")));
        candidates.addAll(children(Path.of("/usr/lib/jvm")));
        for (Path jdk : children(Path.of("/Library/Java/JavaVirtualMachines"))) {
            candidates.add(jdk.resolve("Contents/Home"));
        }
        candidates.addAll(children(Path.of(System.getProperty("user.home", ""), ".sdkman/candidates/java")));
        return candidates;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** The number before the first dot. */
    int feature() {
        Matcher feature = FEATURE.matcher(version);
        return feature.find() ? Integer.parseInt(feature.group()) : 0;
    }

    String java() {
        return home.resolve("bin/java").toString();
    }

    boolean paysForVectors() {
        return feature() >= VECTORS;
    }

    /** As in {@code JDK 25}. */
    String label() {
        return "JDK " + feature();
    }
}
