package org.blockspin.pipeline.internal.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Everything that determines a product: step, coordinates, seed, resolved parameters, content of the plugins' bundles,
 * and the keys of its inputs. Two products with one key are the same bits. Computed when first asked for. Thread-safe.
 */
public final class Identity {
    private final Supplier<JsonObject> determinants;
    private Optional<JsonObject> json = Optional.empty();

    Identity(Supplier<JsonObject> determinants) {
        this.determinants = determinants;
    }

    /** Of something that is made of several members together. */
    public static Identity of(List<Family.Member> members, String part) {
        return new Identity(() -> {
            JsonObject json = new JsonObject();
            json.addProperty("part", part);
            JsonObject inputs = new JsonObject();
            members.forEach(member ->
                    inputs.add(member.identity().name(), member.identity().determinants()));
            json.add("members", inputs);
            return json;
        });
    }

    private synchronized JsonObject determinants() {
        JsonObject known = json.orElseGet(determinants);
        json = Optional.of(known);
        return known;
    }

    /** The step and the coordinates. */
    String name() {
        return determinants().get("step").getAsString() + "["
                + determinants().get("coordinates").getAsString() + "]";
    }

    /** SHA-256 of all of it. */
    public String key() {
        return sha256(json());
    }

    /** All of it as JSON. */
    public String json() {
        return determinants().toString();
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /** The first thing in which this differs from what {@link #json} said earlier, in words. */
    public String difference(String earlier) {
        try {
            return difference("", JsonParser.parseString(earlier), determinants())
                    .orElse("nothing changed");
        } catch (JsonSyntaxException e) {
            return "the record of the earlier run is damaged";
        }
    }

    private static Optional<String> difference(String path, JsonElement before, JsonElement now) {
        if (before.equals(now)) {
            return Optional.empty();
        }
        if (before.isJsonObject() && now.isJsonObject()) {
            TreeSet<String> keys = new TreeSet<>(before.getAsJsonObject().keySet());
            keys.addAll(now.getAsJsonObject().keySet());
            for (String key : keys) {
                Optional<String> found = difference(
                        path.isEmpty() ? key : path + "." + key,
                        orNull(before.getAsJsonObject().get(key)),
                        orNull(now.getAsJsonObject().get(key)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        boolean hash = path.contains("bundles.") || path.contains("inputs.");
        return Optional.of(path + (hash ? " changed" : " was " + before + ", is " + now));
    }

    private static JsonElement orNull(JsonElement element) {
        return element == null ? JsonNull.INSTANCE : element;
    }
}
