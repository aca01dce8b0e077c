package org.blockspin.resolvers.cnn.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What decides the numbers that a GPU gives: the cards, the driver, and the libraries of CUDA that were loaded. */
final class Nvidia {
    private static final Pattern VERSION = Pattern.compile("\\s(\\d+\\.\\d+(\\.\\d+)?)\\s");
    private static final Pattern MODEL = Pattern.compile("(?m)^Model:\\s*(.*\\S)\\s*$");
    private static final Pattern LIBRARY = Pattern.compile("(?m)(/.*/lib(?:cudart|cublas|cudnn)\\.so[.\\d]*)$");

    private final Path driver;
    private final Path maps;

    /**
     * @param driver the folder in which the driver tells of itself
     * @param maps the file that lists what this process has mapped into memory
     */
    Nvidia(Path driver, Path maps) {
        this.driver = driver;
        this.maps = maps;
    }

    static String ofThisMachine() {
        return new Nvidia(Path.of("/proc/driver/nvidia"), Path.of("/proc/self/maps")).description();
    }

    /** One line; what cannot be read is left out. */
    String description() {
        List<String> parts = new ArrayList<>(models());
        matches(VERSION, text(driver.resolve("version"))).limit(1).forEach(version -> parts.add("driver " + version));
        matches(LIBRARY, text(maps)).distinct().sorted().forEach(parts::add);
        return parts.isEmpty() ? "card and driver are not known" : String.join(", ", parts);
    }

    /** Every model once, with how many there are of it. */
    private List<String> models() {
        try (Stream<Path> cards = Files.list(driver.resolve("gpus"))) {
            return cards
                    .flatMap(card -> matches(MODEL, text(card.resolve("information"))))
                    .collect(Collectors.groupingBy(model -> model, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(model -> (model.getValue() == 1 ? "" : model.getValue() + " x ") + model.getKey())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
