package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.Node;
import org.blockspin.pipeline.internal.json.Setting;

/** Reads what one pipeline says that it includes, and the files. */
final class IncludeReader {
    private static final String PIPELINE = "pipeline";
    private static final String SET = "set";

    private final PipelineSource including;
    private final Mistakes mistakes;

    IncludeReader(PipelineSource including, Mistakes mistakes) {
        this.including = including;
        this.mistakes = mistakes;
    }

    /** The includes of the pipeline by their names, but for those with mistakes. */
    Map<String, Include> read(Node.Obj pipeline) {
        Map<String, Include> includes = new LinkedHashMap<>();
        Node node = pipeline.members().get(Includes.INCLUDE);
        if (node instanceof Node.Obj object) {
            object.members().forEach((name, value) -> {
                checkName(name, value, pipeline);
                include(value).ifPresent(include -> includes.put(name, include));
            });
        } else if (node != null) {
            mistakes.refuse(node, "an object with the names of pipelines and their files");
        }
        return includes;
    }

    private void checkName(String name, Node value, Node.Obj pipeline) {
        if (!StepNames.isPart(name)) {
            mistakes.add(
                    value.location(),
                    "expected a name of " + StepNames.EXPECTED + " for what is included, found " + Node.shown(name));
        }
        if (pipeline.members().get(PipelineReader.STEPS) instanceof Node.Obj steps
                && steps.members().containsKey(name)) {
            mistakes.add(value.location(), "expected a name that no step has, found " + Node.shown(name));
        }
    }

    private Optional<Include> include(Node node) {
        if (!(node instanceof Node.Obj object)) {
            return source(node).map(source -> new Include(node, source, List.of()));
        }
        Set<String> known = Set.of(PIPELINE, SET);
        object.members().forEach((key, value) -> {
            if (!known.contains(key)) {
                mistakes.add(value.location(), Spelling.unknown("parameter", key, known));
            }
        });
        Node pipeline = object.members().get(PIPELINE);
        if (pipeline == null) {
            mistakes.add(object.location(), "\"pipeline\" is missing, expected the file of a pipeline");
            return Optional.empty();
        }
        List<Setting> settings = settings(object);
        return source(pipeline).map(source -> new Include(pipeline, source, settings));
    }

    private List<Setting> settings(Node.Obj include) {
        List<Setting> settings = new ArrayList<>();
        Node set = include.members().get(SET);
        if (set instanceof Node.Obj values) {
            values.members().forEach((path, value) -> settings.add(Setting.of(path, value)));
        } else if (set != null) {
            mistakes.refuse(set, "an object with paths and their values, as in {\"steps.network.train.repeat\": 2}");
        }
        return settings;
    }

    private Optional<PipelineSource> source(Node node) {
        if (!(node instanceof Node.Text name)) {
            mistakes.refuse(node, "the file of a pipeline");
            return Optional.empty();
        }
        Optional<Path> relative = relative(name.value());
        if (relative.isEmpty() || including.path().isEmpty()) {
            mistakes.refuse(
                    node,
                    including.path().isEmpty()
                            ? "no file, for this pipeline has no folder to find it in"
                            : "a path in the folder of this pipeline");
            return Optional.empty();
        }
        Path file = including.path().get().resolveSibling(relative.get());
        if (!Files.isRegularFile(file)) {
            mistakes.add(
                    node.location(),
                    "expected the file of a pipeline, found that there is no " + file
                            + Spelling.suggestion(
                                    name.value(), beside(including.path().get(), relative.get())));
            return Optional.empty();
        }
        return read(file, Path.of(including.file()).resolveSibling(relative.get()), node);
    }

    private Optional<PipelineSource> read(Path file, Path shown, Node node) {
        try {
            return Optional.of(PipelineSource.read(file, shown.toString(), List.of()));
        } catch (IOException e) {
            mistakes.add(node.location(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A path that leads into the folder that it starts from and nowhere else. */
    private static Optional<Path> relative(String text) {
        try {
            Path path = Path.of(text).normalize();
            boolean outside = path.getRoot() != null
                    || path.startsWith("..")
                    || path.toString().isEmpty();
            return outside ? Optional.empty() : Optional.of(path);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The files in the folder of a path that is not there, as they would be named. */
    private static List<String> beside(Path including, Path relative) {
        try (Stream<Path> files =
                Files.list(including.resolveSibling(relative).toAbsolutePath().resolveSibling(""))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> relative.resolveSibling(file.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
