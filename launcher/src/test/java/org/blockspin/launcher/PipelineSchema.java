package org.blockspin.launcher;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code blockspin schema} prints, applied by a validator that knows nothing of Blockspin. */
final class PipelineSchema {
    private static final Pattern BOUNDLESS = Pattern.compile("[0-9][eE][+-]?[0-9]{3}");
    private static final TypeAdapter<JsonElement> JSON = new Gson().getAdapter(JsonElement.class);

    private final Validator validator =
            new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
    private final URI schema;

    PipelineSchema(String text) {
        schema = validator.registerSchema(text);
    }

    /** Why it refuses a pipeline, as places and reasons; none if it takes it. */
    List<String> refusals(JsonElement pipeline) {
        Validator.Result result = validator.validate(schema, pipeline);
        return result.isValid()
                ? List.of()
                : result.getErrors().stream()
                        .map(error -> error.getInstanceLocation() + ": " + error.getError())
                        .toList();
    }

    /**
     * A text that is JSON to the letter, without numbers beyond all bounds; empty for others, of which a schema says
     * nothing.
     */
    static Optional<JsonElement> json(String text) {
        if (BOUNDLESS.matcher(text).find()) {
            return Optional.empty();
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JSON.read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(element) : Optional.empty();
        } catch (IOException | JsonParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
