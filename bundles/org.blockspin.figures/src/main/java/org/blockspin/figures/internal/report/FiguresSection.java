package org.blockspin.figures.internal.report;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The figures, each with what is said of it, what it is made from and the files beside it. */
final class FiguresSection implements Section {
    private static final String FOLDER = "figures";

    /** Steps that say what a figure is made from; the others follow from them. */
    private static final Set<String> SOURCES = Set.of("sample", "coarse-grain", "train", "super-resolve");

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
        for (Map.Entry<String, List<Step>> group :
                Run.byGroup(run.steps("figure")).entrySet()) {
            if (!group.getKey().isEmpty()) {
                html.element("h3", group.getKey());
            }
            for (Step step : group.getValue()) {
                write(run, step, html);
            }
        }
    }

    private static void write(Run run, Step step, Html html) throws IOException {
        List<String> files = files(run.folder(), step.name());
        html.open("figure");
        sentence(step, "statement", html);
        if (!addPicture(run, step, files, html)) {
            html.element("p", "There is no picture of this figure in the folder of the run.", "class", "missing");
        }
        html.open("figcaption").element("strong", step.name() + ".");
        html.text(" " + caption(step));
        if (!files.isEmpty()) {
            html.text(" Files:");
            for (String file : files) {
                html.text(" ").element("a", file.substring(file.lastIndexOf('.') + 1), "href", link(file));
            }
        }
        html.close();
        sentence(step, "remark", html);
        writeSources(run, step, html);
        html.close();
    }

    /** A sentence that the pipeline says of a figure. */
    private static void sentence(Step step, String parameter, Html html) throws IOException {
        Optional<Json> sentence = step.parameters().find(parameter);
        if (sentence.isPresent()) {
            html.element("p", sentence.get().text(), "class", parameter);
        }
    }

    private static String caption(Step step) throws IOException {
        String words = String.join("; ", Words.of(step));
        return (words.isEmpty() ? "Drawn" : words + "; drawn") + " from the steps "
                + String.join(", ", step.localInputs()) + ".";
    }

    /** Sizes, temperatures, configurations, rules and trainings behind a figure. */
    private static void writeSources(Run run, Step step, Html html) throws IOException {
        Map<Step, String> sources = new LinkedHashMap<>();
        for (Step source : run.upstream(step)) {
            if (SOURCES.contains(source.kind())) {
                sources.put(source, String.join("; ", Words.of(source)));
            }
        }
        if (!sources.isEmpty()) {
            html.open("details").element("summary", "what it is made from");
            new Table<Map.Entry<Step, String>>()
                    .text("step", source -> source.getKey().name())
                    .text("kind", source -> source.getKey().kind())
                    .prose("from", source -> String.join(", ", source.getKey().localInputs()))
                    .prose("parameters", Map.Entry::getValue)
                    .write(html, List.copyOf(sources.entrySet()));
            html.element("p", "The seed is " + run.record().member("seed").integer() + ".");
            html.close();
        }
    }

    /** Paths of the figure's files in the folder of the run, in order. */
    private static List<String> files(Path run, String step) throws IOException {
        if (!Files.isDirectory(run.resolve(FOLDER))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(step + ".") && name.lastIndexOf('.') == step.length())
                    .map(name -> FOLDER + "/" + name)
                    .sorted()
                    .toList();
        }
    }

    private static boolean addPicture(Run run, Step step, List<String> files, Html html) throws IOException {
        String description = "Figure " + step.name() + ": " + caption(step);
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
