package org.blockspin.pipeline.internal.run;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.Snapshot;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** {@code run.json}: everything that determined a run. The only file of a run that holds times. */
final class Provenance {
    private final BundleContext context;
    private final JsonObject run = new JsonObject();

    Provenance(BundleContext context, LeasedPlan leased, Engine.Options options) {
        this.context = context;
        PlannedPipeline plan = leased.pipeline();
        run.addProperty("format", 1);
        run.addProperty("status", "running");
        run.addProperty("started", Instant.now().toString());
        run.addProperty("seed", plan.seed());
        run.addProperty("threads", options.threads());
        run.addProperty("executor", options.executor().name());
        run.add("java", java());
        run.add("git", git());
        run.add("bundles", bundles(leased.snapshot()));
        run.add("plugins", plugins(leased.snapshot()));
        run.add("pipeline", JsonParser.parseString(plan.resolved()));
        run.add("graph", graph(plan));
    }

    /** What was found of kernels, native libraries and devices before the work began. */
    void add(Diagnostics diagnostics) {
        run.add("diagnostics", diagnostics.json());
    }

    /** The file while or after the run ended so. */
    String json(String status) {
        run.addProperty("status", status);
        if (!status.equals("running")) {
            run.addProperty("finished", Instant.now().toString());
        }
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(run) + "\n";
    }

    /** How the run ended that this file is about; empty if it is no such file. */
    static Optional<String> status(Path file) {
        return member(file, "status").filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }

    /** The resolved pipeline of the run that this file is about; empty if it is no such file. */
    static Optional<String> pipeline(Path file) {
        return member(file, "pipeline").map(JsonElement::toString);
    }

    private static Optional<JsonElement> member(Path file, String name) {
        try {
            JsonElement run = JsonParser.parseString(Files.readString(file));
            return run.isJsonObject()
                    ? Optional.ofNullable(run.getAsJsonObject().get(name))
                    : Optional.empty();
        } catch (IOException | JsonParseException e) {
            return Optional.empty();
        }
    }

    private static JsonObject java() {
        JsonObject java = new JsonObject();
        for (String property : new String[] {"java.version", "java.vm.name", "java.vendor", "os.name", "os.arch"}) {
            java.addProperty(property, System.getProperty(property, ""));
        }
        java.addProperty("processors", Runtime.getRuntime().availableProcessors());
        return java;
    }

    /** Which steps each step uses, and how many products it has: one for every temperature, repeat and doubling. */
    private static JsonObject graph(PlannedPipeline plan) {
        JsonObject graph = new JsonObject();
        for (PlannedPipeline.Step step : plan.steps()) {
            JsonArray inputs = new JsonArray();
            step.inputs().forEach(inputs::add);
            JsonObject entry = new JsonObject();
            entry.add("inputs", inputs);
            entry.addProperty("members", step.family().members().size());
            graph.add(step.name(), entry);
        }
        return graph;
    }

    private static JsonArray bundles(Snapshot snapshot) {
        JsonArray bundles = new JsonArray();
        for (Bundle bundle : snapshot.bundles()) {
            if (bundle.getBundleId() != 0) {
                JsonObject entry = new JsonObject();
                entry.addProperty("name", bundle.getSymbolicName());
                entry.addProperty("version", bundle.getVersion().toString());
                entry.addProperty("sha256", snapshot.hash(bundle));
                bundles.add(entry);
            }
        }
        return bundles;
    }

    /** Those that the run uses, each with the bundle that it came from. */
    private static JsonArray plugins(Snapshot snapshot) {
        JsonArray plugins = new JsonArray();
        for (Installed plugin : snapshot.used()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("kind", plugin.kind().word());
            entry.addProperty("name", plugin.name());
            entry.addProperty("bundle", plugin.provider().title());
            entry.addProperty("sha256", plugin.provider().content().get());
            plugins.add(entry);
        }
        return plugins;
    }

    /** Commit and cleanliness of the source tree that the workbench was built in, where it is one. */
    private JsonObject git() {
        JsonObject git = new JsonObject();
        String home = context.getProperty("blockspin.home");
        if (home != null && Files.exists(Path.of(home, ".git"))) {
            output(home, "rev-parse", "HEAD").ifPresent(commit -> git.addProperty("commit", commit));
            output(home, "status", "--porcelain").ifPresent(changes -> git.addProperty("clean", changes.isEmpty()));
        }
        return git;
    }

    private static Optional<String> output(String folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
