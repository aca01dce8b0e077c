package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures, each with what it is drawn from and the files beside it. */
final class FiguresSection implements Section {
    private static final String FOLDER = "figures";

    @Override
    public String id() {
        return "figures";
    }

    @Override
    public String title() {
        return "Figures";
    }

    @Override
    public boolean isThere(Run run) {
        return !run.steps("figure").isEmpty();
    }

    @Override
    public void write(Run run, Html html) throws IOException {
        int number = 1;
        for (Step step : run.steps("figure")) {
            write(run, step, number++, html);
        }
    }

    private static void write(Run run, Step step, int number, Html html) throws IOException {
        List<String> files = files(run.folder(), step.name());
        html.open("figure");
        if (!addPicture(run, step, files, html)) {
            html.element("p", "There is no picture of this figure in the folder of the run.", "class", "missing");
        }
        html.open("figcaption").element("strong", "Figure " + number + ": " + step.name() + ".");
        html.text(" " + sentence(step));
        if (!files.isEmpty()) {
            html.text(" Files:");
            for (String file : files) {
                html.text(" ").element("a", file.substring(file.lastIndexOf('.') + 1), "href", link(file));
            }
        }
        html.close().close();
    }

    private static String sentence(Step step) throws IOException {
        String words = String.join("; ", Words.of(step));
        return (words.isEmpty() ? "Drawn" : words + "; drawn") + " from the steps " + String.join(", ", step.inputs())
                + ".";
    }

    /** Paths of the figure's files in the folder of the run, in order. */
    private static List<String> files(Path run, String step) throws IOException {
        if (!Files.isDirectory(run.resolve(FOLDER))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(step + "."))
                    .map(name -> FOLDER + "/" + name)
                    .sorted()
                    .toList();
        }
    }

    private static boolean addPicture(Run run, Step step, List<String> files, Html html) throws IOException {
        String description = "Figure " + step.name() + ": " + sentence(step);
        Optional<byte[]> svg = content(run, files, ".svg");
        if (svg.isPresent() && Picture.addSvg(html, svg.get(), description)) {
            return true;
        }
        Optional<byte[]> png = content(run, files, ".png");
        png.ifPresent(content -> Picture.addImage(html, "image/png", content, description));
        return png.isPresent();
    }

    private static Optional<byte[]> content(Run run, List<String> files, String extension) throws IOException {
        for (String file : files) {
            if (file.endsWith(extension)) {
                return Optional.of(Files.readAllBytes(run.folder().resolve(file)));
            }
        }
        return Optional.empty();
    }

    /** A relative link to a file beside the report. */
    static String link(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }
}
