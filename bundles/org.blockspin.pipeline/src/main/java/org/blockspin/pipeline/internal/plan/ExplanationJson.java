package org.blockspin.pipeline.internal.plan;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import org.blockspin.pipeline.Explanation;

/** Writes explanations as JSON. */
public final class ExplanationJson {
    private static final int FORMAT = 1;

    private ExplanationJson() {}

    /** All of it, with a final line break. */
    public static String write(Explanation explanation) {
        JsonObject all = new JsonObject();
        all.addProperty("format", FORMAT);
        Resolved.object(explanation).entrySet().forEach(entry -> all.add(entry.getKey(), entry.getValue()));
        for (JsonElement step : all.getAsJsonArray("steps")) {
            parse(step.getAsJsonObject().getAsJsonObject("parameters"));
        }
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(all) + "\n";
    }

    /** Values that are JSON as text become what they say. */
    private static void parse(JsonObject parameters) {
        for (String name : new ArrayList<>(parameters.keySet())) {
            parameters.add(name, JsonParser.parseString(parameters.get(name).getAsString()));
        }
    }
}
