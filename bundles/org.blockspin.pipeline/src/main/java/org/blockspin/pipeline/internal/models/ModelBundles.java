package org.blockspin.pipeline.internal.models;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.InvalidRunException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.ModelExporter;
import org.blockspin.pipeline.PipelineSource;
import org.blockspin.pipeline.Spelling;
import org.blockspin.pipeline.Workbench;
import org.blockspin.pipeline.internal.files.Reason;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.Family;
import org.blockspin.pipeline.internal.plan.Training;
import org.blockspin.pipeline.internal.run.LeasedPlan;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes bundles of trained models. */
@Component
public final class ModelBundles implements ModelExporter {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Jars keep no time zone: this is the first moment that they can express. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** @param member its coordinates in the family of its step, in words */
    private record Trained(String member, ModelFile.TrainedTask task) {}

    private final Workbench workbench;

    @Activate
    public ModelBundles(@Reference Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public String export(Path run, String model, Variant variant, Path jar)
            throws InvalidRunException, InvalidPipelineException, IOException {
        require(variant, jar);
        Path folder = folder(run, model);
        JsonObject pipeline = pipeline(run);
        Trained trained = trained(run, model, pipeline);
        String step = model.split("/", -1)[0];
        JsonElement resolver = pipeline.getAsJsonObject("steps")
                .getAsJsonObject(step)
                .getAsJsonObject("train")
                .get("resolver");
        JsonObject training = new JsonObject();
        training.addProperty("step", step);
        training.addProperty("member", trained.member());
        training.add("pipeline", pipeline);
        String sentence = trained.task().sentence(resolver);
        Map<String, Path> files = files(folder);
        try {
            write(jar, manifest(variant, sentence), ModelFile.text(resolver, trained.task(), training), files);
        } catch (IOException e) {
            throw new IOException(Reason.of(e), e);
        }
        return sentence;
    }

    private static void require(Variant variant, Path jar) throws InvalidPipelineException {
        if (!NAME.matcher(variant.name()).matches()) {
            throw refused("--name " + variant.name(), "expected lower-case words joined by hyphens");
        }
        try {
            Version.parseVersion(variant.version());
        } catch (IllegalArgumentException e) {
            throw refused("--version " + variant.version(), "expected a version such as 1.0.0");
        }
        if (!jar.toString().endsWith(".jar") || Files.exists(jar)) {
            throw refused("--out " + jar, "expected a file that does not exist, whose name ends with .jar");
        }
    }

    private Path folder(Path run, String model) throws InvalidRunException {
        String status = workbench
                .status(run)
                .orElseThrow(() -> new InvalidRunException(
                        run + ": expected the folder of a run, whose run.json says how it ended"));
        if (!status.equals("done")) {
            throw new InvalidRunException(run + ": expected a run that is done, found one that is " + status);
        }
        List<String> known = models(run);
        if (!known.contains(model)) {
            throw new InvalidRunException(run + ": " + Spelling.unknown("model", model, known));
        }
        return run.resolve("models").resolve(model);
    }

    /** The folders that a train step publishes: one, or one for each of its models. */
    private static List<String> models(Path run) throws InvalidRunException {
        List<String> models = new ArrayList<>();
        for (Path step : children(run.resolve("models"))) {
            List<Path> numbered = children(step).stream()
                    .filter(child -> child.getFileName().toString().matches("\\d+") && Files.isDirectory(child))
                    .toList();
            String name = step.getFileName().toString();
            if (numbered.isEmpty()) {
                models.add(name);
            }
            numbered.forEach(child -> models.add(name + "/" + child.getFileName()));
        }
        return models;
    }

    private static List<Path> children(Path folder) throws InvalidRunException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new InvalidRunException(folder + " cannot be read: " + Reason.of(e), e);
        }
    }

    private static JsonObject pipeline(Path run) throws InvalidRunException {
        try {
            return JsonParser.parseString(Files.readString(run.resolve(RunFolder.RECORD)))
                    .getAsJsonObject()
                    .getAsJsonObject("pipeline");
        } catch (IOException | RuntimeException e) {
            throw new InvalidRunException(run.resolve(RunFolder.RECORD) + " is damaged: " + e.getMessage(), e);
        }
    }

    private Trained trained(Path run, String model, JsonObject pipeline)
            throws InvalidPipelineException, InvalidRunException {
        String file = run.resolve(RunFolder.RECORD).toString();
        PipelineSource source = new PipelineSource(file, pipeline.toString(), List.of());
        try (LeasedPlan plan = (LeasedPlan) workbench.plan(source)) {
            String[] parts = model.split("/", -1);
            List<Family.Member> members = plan.pipeline().steps().stream()
                    .filter(step -> step.name().equals(parts[0]))
                    .flatMap(step -> step.family().members().stream())
                    .toList();
            int number = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
            if (number >= members.size() || !(members.get(number).product() instanceof Training training)) {
                throw new InvalidRunException(run + ": its pipeline does not train the model " + model);
            }
            return new Trained(members.get(number).coordinates().toString(), ModelFile.TrainedTask.of(training.task()));
        }
    }

    private static Manifest manifest(Variant variant, String description) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, "org.blockspin.model." + variant.name());
        main.putValue(Constants.BUNDLE_VERSION, variant.version());
        main.putValue(Constants.BUNDLE_NAME, "Blockspin model " + variant.name());
        main.putValue(Constants.BUNDLE_DESCRIPTION, description);
        main.putValue(ModelFile.HEADER, variant.name());
        return manifest;
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(
                            ModelFile.FOLDER + "/"
                                    + folder.relativize(file).toString().replace('\\', '/'),
                            file));
        }
        return files;
    }

    private static void write(Path jar, Manifest manifest, String description, Map<String, Path> files)
            throws IOException {
        Path parent = Optional.ofNullable(jar.toAbsolutePath().getParent()).orElse(jar);
        Path temporary = parent.resolve("." + jar.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
                    JarOutputStream entries = new JarOutputStream(out)) {
                entries.putNextEntry(entry(JarFile.MANIFEST_NAME));
                manifest.write(entries);
                entries.putNextEntry(entry(ModelFile.NAME));
                entries.write(description.getBytes(StandardCharsets.UTF_8));
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    entries.putNextEntry(entry(file.getKey()));
                    Files.copy(file.getValue(), entries);
                }
            }
            Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static InvalidPipelineException refused(String where, String message) {
        return new InvalidPipelineException(List.of(new Mistake(where, "", message)));
    }
}
