package org.blockspin.figures.internal.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a JSON file of a run. It knows where it stands, so that a file that is damaged is refused in a sentence.
 *
 * @param place file and path of members
 */
record Json(String place, JsonElement element) {
    /** The value that is a whole file; called by its name in the folder. */
    static Json read(Path folder, String name) throws IOException {
        try {
            return new Json(name + ": $", JsonParser.parseString(Files.readString(folder.resolve(name))));
        } catch (NoSuchFileException e) {
            throw new IOException(name + " is missing", e);
        } catch (CharacterCodingException e) {
            throw new IOException(name + " is damaged: it is not a text in UTF-8", e);
        } catch (JsonParseException e) {
            throw new IOException(name + " is damaged: it is not JSON", e);
        }
    }

    /** The value of a member that must be there. */
    Json member(String name) throws IOException {
        return find(name).orElseThrow(() -> new IOException(place + ": expected a member \"" + name + "\""));
    }

    /** The value of a member; empty if it is not there or null. */
    Optional<Json> find(String name) throws IOException {
        return Optional.ofNullable(members().get(name)).filter(value -> !value.element.isJsonNull());
    }

    /** The values of all members, in the order of the file. */
    Map<String, Json> members() throws IOException {
        if (!element.isJsonObject()) {
            throw expected("an object");
        }
        Map<String, Json> members = new LinkedHashMap<>();
        element.getAsJsonObject()
                .entrySet()
                .forEach(
                        entry -> members.put(entry.getKey(), new Json(place + "." + entry.getKey(), entry.getValue())));
        return members;
    }

    List<Json> items() throws IOException {
        if (!element.isJsonArray()) {
            throw expected("a list");
        }
        List<Json> items = new ArrayList<>();
        element.getAsJsonArray().forEach(item -> items.add(new Json(place + "[" + items.size() + "]", item)));
        return items;
    }

    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Json item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    String text() throws IOException {
        if (element instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw expected("a text");
    }

    boolean truth() throws IOException {
        if (element instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw expected("true or false");
    }

    double number() throws IOException {
        try {
            if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
                return primitive.getAsDouble();
            }
        } catch (NumberFormatException e) {
            throw expected("a number");
        }
        throw expected("a number");
    }

    long integer() throws IOException {
        try {
            if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
                return primitive.getAsBigDecimal().longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw expected("an integer");
        }
        throw expected("an integer");
    }

    /** An integer that is not negative. */
    int count() throws IOException {
        long count = integer();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw expected("a count");
        }
        return (int) count;
    }

    IOException expected(String what) {
        String found = element.toString();
        return new IOException(place + ": expected " + what + ", found "
                + (found.length() > 40 ? found.substring(0, 40) + "..." : found));
    }
}
