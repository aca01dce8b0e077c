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
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.json.LocatedReader;
import org.blockspin.pipeline.internal.json.Node;
import org.blockspin.pipeline.internal.json.Setting;
import org.blockspin.pipeline.internal.json.Settings;

/**
 * {@code "include": {"x": "file.json"}}: the steps of another pipeline become steps of this one, and have {@code x.} in front
 * of their names. With {@code {"pipeline": "file.json", "set": {"steps.network.train.repeat": 2}}} some of its values are
 * others. Files are named by their path from the including one, and lie in its folder or below.
 */
final class Includes {
    static final String INCLUDE = "include";

    private static final String PIPELINE = "pipeline";
    private static final String SET = "set";
    private static final String STEPS = "steps";
    private static final int MOST = 100;

    /**
     * A pipeline with its settings.
     *
     * @param scope of its steps
     */
    record Part(Scope scope, Node.Obj pipeline) {}

    private record Include(Node place, PipelineSource source, List<Setting> settings) {}

    private final Mistakes mistakes;
    private final List<Part> parts = new ArrayList<>();

    private Includes(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The pipeline, as the last, and all that it includes. */
    static List<Part> read(PipelineSource source, Mistakes mistakes) throws InvalidPipelineException {
        Includes includes = new Includes(mistakes);
        List<Setting> settings = source.settings().stream()
                .flatMap(setting -> Setting.of(setting, mistakes).stream())
                .toList();
        includes.add(Scope.WHOLE, List.of(source), settings);
        return List.copyOf(includes.parts);
    }

    /** @param files the pipeline, behind those that include it */
    private void add(Scope scope, List<PipelineSource> files, List<Setting> settings) throws InvalidPipelineException {
        PipelineSource file = files.get(files.size() - 1);
        Node root = LocatedReader.read(file.file(), file.text(), mistakes);
        if (!(root instanceof Node.Obj pipeline)) {
            mistakes.refuse(root, "an object");
            throw new InvalidPipelineException(mistakes.list());
        }
        List<Setting> ofIncludes =
                settings.stream().filter(setting -> setting.isOf(INCLUDE)).toList();
        Node.Obj including = withSteps(Settings.apply(pipeline, ofIncludes, Inheritance::member, mistakes));
        Map<String, Include> includes = includes(including, file);
        List<Setting> own = new ArrayList<>(settings);
        own.removeAll(ofIncludes);
        for (Map.Entry<String, Include> entry : includes.entrySet()) {
            Include include = entry.getValue();
            List<Setting> inner = new ArrayList<>(include.settings());
            settings.forEach(setting -> setting.inside(entry.getKey()).ifPresent(inner::add));
            own.removeIf(setting -> setting.inside(entry.getKey()).isPresent());
            if (isNew(include, files)) {
                add(
                        scope.inner(entry.getKey()),
                        Stream.concat(files.stream(), Stream.of(include.source()))
                                .toList(),
                        inner);
            }
        }
        parts.add(new Part(scope, Settings.apply(including, own, Inheritance::member, mistakes)));
    }

    /** Whoever includes others needs no steps of his own. */
    private static Node.Obj withSteps(Node.Obj pipeline) {
        return pipeline.members().containsKey(INCLUDE) && !pipeline.members().containsKey(STEPS)
                ? pipeline.with(STEPS, new Node.Obj(pipeline.location(), Map.of()))
                : pipeline;
    }

    private boolean isNew(Include include, List<PipelineSource> files) {
        for (int i = 0; i < files.size(); i++) {
            if (isSame(files.get(i), include.source())) {
                List<String> circle = new ArrayList<>(files.subList(i, files.size()).stream()
                        .map(PipelineSource::file)
                        .toList());
                circle.add(files.get(i).file());
                mistakes.add(
                        include.place().location(),
                        "expected pipelines that do not include each other in a circle, found "
                                + String.join(" -> ", circle));
                return false;
            }
        }
        if (parts.size() + files.size() >= MOST) {
            mistakes.add(include.place().location(), "expected at most " + MOST + " pipelines in one, found more");
            return false;
        }
        return true;
    }

    private static boolean isSame(PipelineSource one, PipelineSource other) {
        try {
            return one.path().isPresent()
                    && Files.isSameFile(one.path().get(), other.path().orElseThrow());
        } catch (IOException e) {
            return false;
        }
    }

    private Map<String, Include> includes(Node.Obj pipeline, PipelineSource file) {
        Map<String, Include> includes = new LinkedHashMap<>();
        Node node = pipeline.members().get(INCLUDE);
        if (node instanceof Node.Obj object) {
            object.members().forEach((name, value) -> {
                checkName(name, value, pipeline);
                include(value, file).ifPresent(include -> includes.put(name, include));
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
        if (pipeline.members().get(STEPS) instanceof Node.Obj steps
                && steps.members().containsKey(name)) {
            mistakes.add(value.location(), "expected a name that no step has, found " + Node.shown(name));
        }
    }

    private Optional<Include> include(Node node, PipelineSource file) {
        if (!(node instanceof Node.Obj object)) {
            return source(node, file).map(source -> new Include(node, source, List.of()));
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
        return source(pipeline, file).map(source -> new Include(pipeline, source, settings));
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

    private Optional<PipelineSource> source(Node node, PipelineSource including) {
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
