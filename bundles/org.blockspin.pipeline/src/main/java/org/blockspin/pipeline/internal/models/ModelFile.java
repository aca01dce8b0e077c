package org.blockspin.pipeline.internal.models;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.blockspin.api.Chosen;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Lattice;
import org.blockspin.api.SuperResolver;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.internal.Mistakes;
import org.blockspin.pipeline.internal.binding.Binder;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.FormatVersion;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.json.LocatedReader;
import org.blockspin.pipeline.internal.json.Node;

/**
 * The file of a model variant that says which super-resolver loads it, and what it was trained on.
 *
 * @param resolver the plugin that trained it, with its parameters
 * @param task what it was trained to do
 */
record ModelFile(
        int format, Chosen<SuperResolver<?>, SuperResolver.Task, SuperResolver.Trainer> resolver, TrainedTask task) {
    /** Its place in the bundle; the model itself is in the folder {@value #FOLDER}. */
    static final String NAME = "model.json";

    static final String FOLDER = "model";

    /** The header of the bundle, whose value is the name of the plugin. */
    static final String HEADER = "Blockspin-Model";

    private static final int FORMAT = 1;

    /** Where the model came from, for people. */
    private static final String TRAINING = "training";

    /**
     * What a model can be used for: it knows no sizes, but states, sites and blocks.
     *
     * @param model kind of the spin model
     * @param lattice kind of the lattice
     * @param scale how many times longer the finer lattice is
     * @param temperature of the targets, in units of J / k_B
     * @param depth of the targets
     */
    record TrainedTask(String model, String lattice, double scale, Optional<Double> temperature, int depth) {
        static TrainedTask of(SuperResolver.Task task) {
            return new TrainedTask(
                    task.model().kind(),
                    task.fine().kind(),
                    scale(task),
                    task.temperature().isPresent()
                            ? Optional.of(task.temperature().getAsDouble())
                            : Optional.empty(),
                    task.depth());
        }

        private static double scale(SuperResolver.Task task) {
            return length(task.fine()) / length(task.coarse());
        }

        private static double length(Lattice lattice) {
            return lattice.cells().get(0);
        }

        /** @throws InvalidParameterException if the model was trained for something else */
        void requireSame(SuperResolver.Task wanted) {
            TrainedTask other = of(wanted);
            if (!other.words().equals(words())) {
                throw new InvalidParameterException("", words() + ", on which the model was trained", other.words());
            }
        }

        /** Temperature and depth may differ: that is what extrapolation is. */
        private String words() {
            return "configurations of the model " + model + " on lattices " + lattice + " that become "
                    + (scale == Math.rint(scale) ? String.valueOf((long) scale) : String.valueOf(scale))
                    + " times as long";
        }

        String sentence(JsonElement resolver) {
            String kind = resolver.isJsonObject()
                    ? resolver.getAsJsonObject().get("kind").getAsString()
                    : resolver.getAsString();
            return "Trained " + kind + ": " + words()
                    + temperature
                            .map(t -> ", at T = " + Math.round(t * 1e4) / 1e4)
                            .orElse("") + ".";
        }
    }

    /**
     * What was read.
     *
     * @param plugins those that load the model
     */
    record Read(ModelFile file, Set<Installed> plugins) {}

    /** Reads it; names of plugins are those of a catalogue. */
    static Read read(String file, String text, Catalogue catalogue) throws InvalidPipelineException {
        Mistakes mistakes = new Mistakes();
        Node node = LocatedReader.read(file, text, mistakes);
        // What another format holds beside it would only be more mistakes.
        FormatVersion.require(node, FORMAT, mistakes);
        mistakes.throwIfAny();
        Binder binder = new Binder(catalogue, (place, step, product) -> step, mistakes);
        Optional<ModelFile> model = binder.bindBeside(Set.of(TRAINING), node, ModelFile.class);
        mistakes.throwIfAny();
        return new Read(model.orElseThrow(), binder.plugins());
    }

    /** The text of the file about a model that a step of a pipeline trained. */
    static String text(JsonElement resolver, TrainedTask task, JsonObject training) {
        JsonObject file = new JsonObject();
        file.addProperty("format", FORMAT);
        file.add("resolver", resolver);
        JsonObject trained = new JsonObject();
        trained.addProperty("model", task.model());
        trained.addProperty("lattice", task.lattice());
        trained.addProperty("scale", task.scale());
        task.temperature().ifPresent(temperature -> trained.addProperty("temperature", temperature));
        trained.addProperty("depth", task.depth());
        file.add("task", trained);
        file.add(TRAINING, training);
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(file) + "\n";
    }
}
