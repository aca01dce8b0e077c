package org.blockspin.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.osgi.framework.Constants;

/** Finds the bundles in a folder of plugins. */
final class Plugins {
    private final Consumer<String> problems;

    /** Tells this consumer, in one sentence each, what is wrong with a jar. */
    Plugins(Consumer<String> problems) {
        this.problems = problems;
    }

    /** The bundles among the jars of this folder, by name; everything else is left alone. */
    List<Artifact> in(Path folder) {
        List<Artifact> bundles = new ArrayList<>();
        for (Path jar : jars(folder)) {
            Optional<String> problem = problem(jar);
            problem.ifPresentOrElse(
                    problems, () -> bundles.add(new Artifact(jar.toString(), jar.toAbsolutePath(), Map.of(), false)));
        }
        return bundles;
    }

    private List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.accept("the folder of plugins " + folder + " cannot be read");
            return List.of();
        }
    }

    private static Optional<String> problem(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Optional<String> name = Optional.ofNullable(file.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(Constants.BUNDLE_SYMBOLICNAME));
            return name.isPresent()
                    ? Optional.empty()
                    : Optional.of(jar + " is not a bundle: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME);
        } catch (IOException e) {
            return Optional.of(jar + " is not a bundle: it cannot be read as a jar");
        }
    }
}
