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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that determines a product: step, coordinates, seed, resolved parameters, content of the plugins' bundles,
 * and the keys of its inputs. Two products with one key are the same bits. Computed when first asked for. Thread-safe.
 */
public final class Identity {
    /** Key of the {@link #id()} in the JSON. */
    static final String ID = "task";

    /** Key of the contents of the bundles. */
    static final String BUNDLES = "bundles";

    private final String id;
    private final Supplier<JsonObject> determinants;
    private Optional<JsonObject> json = Optional.empty();
    private Optional<String> key = Optional.empty();

    Identity(String id, Supplier<JsonObject> determinants) {
        this.id = id;
        this.determinants = determinants;
    }

    /** Of something that is made of several members together. */
    public static Identity of(String id, List<Family.Member> members) {
        return new Identity(id, () -> {
            JsonObject inputs = new JsonObject();
            members.forEach(member ->
                    inputs.add(member.identity().id(), member.identity().determinants()));
            JsonObject json = new JsonObject();
            json.add("members", inputs);
            return json;
        });
    }

    /** Of a part of the same thing. */
    public Identity part(String name) {
        return new Identity(id + ":" + name, () -> determinants().deepCopy());
    }

    /** Names the thing within its pipeline: the step and the coordinates, and the part if it is one. */
    public String id() {
        return id;
    }

    private synchronized JsonObject determinants() {
        if (json.isEmpty()) {
            JsonObject all = determinants.get();
            all.addProperty(ID, id);
            json = Optional.of(all);
        }
        return json.get();
    }

    /** Hashes of the contents of the engine and of the plugins' bundles. */
    Set<String> bundles() {
        JsonElement bundles = orNull(determinants().get(BUNDLES));
        return bundles.isJsonObject()
                ? bundles.getAsJsonObject().asMap().values().stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** SHA-256 of all of it. */
    public synchronized String key() {
        String known = key.orElseGet(() -> sha256(json()));
        key = Optional.of(known);
        return known;
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
