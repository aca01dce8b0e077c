package org.blockspin.pipeline.internal.plan;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.blockspin.pipeline.internal.binding.Catalogue;
import org.blockspin.pipeline.internal.binding.Installed;
import org.blockspin.pipeline.internal.binding.ParameterSchema;
import org.blockspin.pipeline.internal.binding.PluginKind;
import org.blockspin.pipeline.internal.binding.UnusablePluginException;

/**
 * The JSON Schema (draft 2020-12) of pipeline files, with the parameters of all plugins that are installed.
 *
 * <p>It refuses no pipeline that is valid. Keys, types, ranges, names of plugins, and what is missing are in it; what needs
 * more than one value to be judged, such as names of steps or sizes that fit each other, is for {@code check}. Plugins are
 * told apart by {@code if} and not tried one after another by {@code anyOf}, so that an editor says what is wrong with the
 * one that was meant.
 */
public final class PipelineSchema {
    private static final String KIND = "kind";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private final Catalogue catalogue;
    private final List<StepKind<?>> kinds;
    private final JsonObject definitions = new JsonObject();
    private final ParameterSchema parameters = new ParameterSchema(this::chosen);

    private PipelineSchema(Catalogue catalogue, List<StepKind<?>> kinds) {
        this.catalogue = catalogue;
        this.kinds = kinds;
    }

    /** The schema for these plugins and kinds of steps: the same text for the same plugins. */
    public static String of(Catalogue catalogue, List<StepKind<?>> kinds) {
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(new PipelineSchema(catalogue, kinds).pipeline())
                + "\n";
    }

    private JsonObject pipeline() {
        JsonObject properties = new JsonObject();
        properties.add(PipelineReader.SCHEMA, new JsonObject());
        parameters.properties(PipelineReader.Head.class).asMap().forEach(properties::add);
        JsonObject format = properties.getAsJsonObject("format");
        format.addProperty("const", PipelineReader.FORMAT);
        properties.getAsJsonObject("name").addProperty("pattern", StepNames.PART);
        properties.add(Includes.INCLUDE, Includes.schema());
        properties.add(PipelineReader.STEPS, steps());
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.addProperty("title", "Blockspin pipeline");
        ParameterSchema.object(properties, ParameterSchema.required(PipelineReader.Head.class))
                .asMap()
                .forEach(schema::add);
        schema.add("if", someIn(Includes.INCLUDE));
        schema.add("else", someIn(PipelineReader.STEPS));
        schema.add("$defs", definitions);
        return schema;
    }

    /** Requires an object that is not empty. */
    private static JsonObject someIn(String member) {
        JsonObject some = new JsonObject();
        some.addProperty("minProperties", 1);
        JsonObject properties = new JsonObject();
        properties.add(member, some);
        JsonObject schema = requiring(List.of(member));
        schema.add(PROPERTIES, properties);
        return schema;
    }

    private JsonObject steps() {
        JsonObject names = new JsonObject();
        names.addProperty("pattern", StepNames.NAME);
        JsonObject steps = new JsonObject();
        steps.addProperty("type", "object");
        steps.addProperty("maxProperties", PipelineReader.MOST_STEPS);
        steps.add("propertyNames", names);
        steps.add("additionalProperties", step());
        return steps;
    }

    private JsonObject step() {
        JsonObject members = new JsonObject();
        kinds.forEach(kind -> members.add(kind.name(), reference("step " + kind.name(), () -> parameters(kind))));
        JsonObject step = ParameterSchema.object(members, List.of());
        step.addProperty("minProperties", 1);
        step.addProperty("maxProperties", 1);
        return step;
    }

    private JsonObject parameters(StepKind<?> kind) {
        Optional<PluginKind> inline = ParameterSchema.inline(kind.parameters());
        if (inline.isPresent()) {
            return chosenByKind(inline.get(), (plugin, own) -> beside(kind.parameters(), own));
        }
        JsonObject properties = parameters.properties(kind.parameters());
        List<String> required = ParameterSchema.required(kind.parameters());
        return kind.name().equals(Inheritance.KIND)
                ? inheriting(properties, required)
                : ParameterSchema.object(properties, required);
    }

    /** What a step that is like another need not say itself. */
    private static JsonObject inheriting(JsonObject properties, List<String> required) {
        JsonObject like = new JsonObject();
        like.addProperty("type", "string");
        like.addProperty("description", "another step of this kind, which gives all that is not said here");
        properties.add(Inheritance.LIKE, like);
        JsonObject schema = ParameterSchema.object(properties, List.of());
        schema.add("if", requiring(List.of(Inheritance.LIKE)));
        schema.add("else", requiring(required));
        return schema;
    }

    /** The members of a plugin and those of the step that it stands in, which are the step's where both have one. */
    private JsonObject beside(Class<? extends Record> step, JsonObject plugin) {
        JsonObject properties = plugin.getAsJsonObject(PROPERTIES);
        JsonArray required = plugin.getAsJsonArray(REQUIRED);
        parameters.properties(step).asMap().forEach(properties::add);
        ParameterSchema.required(step).forEach(required::add);
        return plugin;
    }

    private JsonObject chosen(PluginKind kind) {
        return reference(kind.word(), () -> {
            JsonObject choice = new JsonObject();
            choice.addProperty(
                    "description", "name of a " + kind.word() + ", or an object with its kind and parameters");
            choice.add("type", array("string", "object"));
            choice.add("if", type("string"));
            choice.add("then", ParameterSchema.constants(namesAlone(kind)));
            choice.add(
                    "else",
                    chosenByKind(kind, (plugin, own) -> reference(kind.word() + " " + plugin.name(), () -> own)));
            return choice;
        });
    }

    /** The plugins that can be chosen by their names alone. */
    private List<String> namesAlone(PluginKind kind) {
        return plugins(kind).values().stream()
                .filter(plugin -> ParameterSchema.required(record(plugin)).isEmpty())
                .map(Installed::name)
                .toList();
    }

    private JsonObject chosenByKind(PluginKind kind, BiFunction<Installed, JsonObject, JsonObject> place) {
        Map<String, Installed> plugins = plugins(kind);
        JsonObject kinds = new JsonObject();
        kinds.add(KIND, ParameterSchema.constants(List.copyOf(plugins.keySet())));
        JsonArray choices = new JsonArray();
        plugins.values().forEach(plugin -> {
            JsonObject choice = new JsonObject();
            JsonObject condition = requiring(List.of(KIND));
            JsonObject chosen = new JsonObject();
            chosen.add(KIND, constant(plugin.name()));
            condition.add(PROPERTIES, chosen);
            choice.add("if", condition);
            choice.add("then", place.apply(plugin, parameters(plugin)));
            choices.add(choice);
        });
        JsonObject schema = requiring(List.of(KIND));
        schema.addProperty("type", "object");
        schema.add(PROPERTIES, kinds);
        schema.add("allOf", choices);
        return schema;
    }

    private JsonObject parameters(Installed plugin) {
        JsonObject properties = new JsonObject();
        properties.add(KIND, constant(plugin.name()));
        parameters.properties(record(plugin)).asMap().forEach(properties::add);
        JsonObject schema = ParameterSchema.object(properties, ParameterSchema.required(record(plugin)));
        schema.addProperty("description", plugin.description());
        return schema;
    }

    /** A plugin that cannot be created is no choice. */
    private Map<String, Installed> plugins(PluginKind kind) {
        Map<String, Installed> usable = new LinkedHashMap<>();
        catalogue.plugins(kind).forEach((name, plugin) -> {
            try {
                record(plugin);
                usable.put(name, plugin);
            } catch (UnusablePluginException e) {
                // Whoever chooses it is told why.
                return;
            }
        });
        return usable;
    }

    private static Class<? extends Record> record(Installed plugin) {
        return Installed.parametersOf(plugin.instance().get());
    }

    /** A reference to a definition, which is made at the first. */
    private JsonObject reference(String name, Supplier<JsonObject> definition) {
        String key = name.replace(' ', '.');
        if (!definitions.has(key)) {
            // Held before it is made: what is made may refer to it.
            definitions.add(key, new JsonObject());
            definitions.add(key, definition.get());
        }
        JsonObject reference = new JsonObject();
        reference.addProperty("$ref", "#/$defs/" + key);
        return reference;
    }

    private static JsonObject requiring(List<String> keys) {
        JsonObject schema = new JsonObject();
        schema.add(REQUIRED, array(keys.toArray(String[]::new)));
        return schema;
    }

    private static JsonObject constant(String value) {
        JsonObject schema = new JsonObject();
        schema.addProperty("const", value);
        return schema;
    }

    private static JsonObject type(String type) {
        JsonObject schema = new JsonObject();
        schema.addProperty("type", type);
        return schema;
    }

    private static JsonArray array(String... values) {
        JsonArray array = new JsonArray();
        List.of(values).forEach(array::add);
        return array;
    }
}
