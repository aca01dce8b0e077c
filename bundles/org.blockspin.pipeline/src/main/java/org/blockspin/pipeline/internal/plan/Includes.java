package org.blockspin.pipeline.internal.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.PipelineSource;
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

    private static final int MOST = 100;

    private static final String DESCRIPTION =
            "pipelines whose steps become steps of this one, with the name given here and a point in front of theirs";
    private static final String SCHEMA = """
            {"type": "object", "description": "%s",
             "propertyNames": {"pattern": "%s"},
             "additionalProperties": {
               "type": ["string", "object"],
               "if": {"type": "object"},
               "then": {"properties": {"pipeline": {"type": "string"}, "set": {"type": "object"}},
                        "required": ["pipeline"], "additionalProperties": false}}}""".formatted(DESCRIPTION, StepNames.PART.replace("\\", "\\\\"));

    /**
     * A pipeline with its settings.
     *
     * @param scope of its steps
     */
    record Part(Scope scope, Node.Obj pipeline) {}

    private final Mistakes mistakes;
    private final List<Part> parts = new ArrayList<>();

    private Includes(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** What is read here, as JSON Schema. */
    static JsonObject schema() {
        return JsonParser.parseString(SCHEMA).getAsJsonObject();
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
        Map<String, Include> includes = new IncludeReader(file, mistakes).read(including);
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
        return pipeline.members().containsKey(INCLUDE) && !pipeline.members().containsKey(PipelineReader.STEPS)
                ? pipeline.with(PipelineReader.STEPS, new Node.Obj(pipeline.location(), Map.of()))
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
}
