package org.blockspin.pipeline.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.blockspin.pipeline.internal.Mistakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatedReaderTest {
    /** The text, where the only mistake is, and what it is; {@code ~} stands for a line break. */
    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1,}`;1:8;$;`expected \"}\" without a comma before it, found \",\"`",
                "`{\"a\": [1, 2,~]}`;1:12;$.a;`expected \"]\" without a comma before it, found \",\"`",
                "`{\"a\": [1,, 2]}`;1:10;$.a;`expected one comma, found \",\"`",
                "`{\"a\": 1,,~ \"b\": 2}`;1:9;$;`expected one comma, found \",\"`",
                "`{\"a\": [, 1]}`;1:8;$.a[0];`expected a value, found \",\"`",
                "`{\"a\": 1~ \"b\": 2}`;2:2;$;`expected \",\" or \"}\", found \"b\"`",
                "`{\"a\": [1 2]}`;1:10;$.a;`expected \",\" or \"]\", found 2`",
                "`{\"a\" 1}`;1:6;$.a;`expected \":\" after the key \"a\", found 1`",
                "`{\"a\", \"b\": 1}`;1:5;$.a;`expected \":\" after the key \"a\", found \",\"`",
                "`{a: 1}`;1:2;$;`expected a key in double quotes, found a`",
                "`{'a': 1}`;1:2;$;`expected a key in double quotes, found 'a'`",
                "`{\"a\": NaN}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found NaN`",
                "`{\"a\": -Infinity}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found -Infinity`",
                "`{\"a\": 'b c'}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found 'b c'`",
                "`{\"a\": [01]}`;1:8;$.a[0];`expected a number, true, false, null or a text in double quotes, found 01`",
                "`{\"a\": .5}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found .5`",
                "`{\"a\": 0x10}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found 0x10`",
                "`{\"a\": True}`;1:7;$.a;`expected a number, true, false, null or a text in double quotes, found True`",
                "`{\"a\": }`;1:7;$.a;`expected a value, found \"}\"`",
                "`{\"a\": 1, \"a\": 2}`;1:10;$.a;`expected the key \"a\" once, found it twice`",
                "`{\"a\": 1 // one~}`;1:9;$;`expected no comments, which JSON does not have, found //`",
                "`{/* a~ */ \"a\": 1}`;1:2;$;`expected no comments, which JSON does not have, found /*`",
                "`{\"a\":\u00a01}`;1:6;$.a;`expected no invisible characters but blanks, found U+00A0`",
                "`{\"a\": \"\\x\"}`;1:8;$.a;`expected one of \"\\/bfnrtu after a backslash, found \"x\"`",
                "`{\"a\": \"\\u12g4\"}`;1:8;$.a;`expected four hexadecimal digits after \\u, found \"u\"`",
                "`{\"a\": \"b\tc\"}`;1:9;$.a;`expected control characters of a text written as in \\t or \\u0009, found U+0009`",
                "`{\"a\": 1} x`;1:10;$;`expected the end of the text, found x`",
                // From here on there is nothing to go on with.
                "``;1:1;$;`expected a value, found the end of the text`",
                "` ~ `;2:2;$;`expected a value, found the end of the text`",
                "`{\"a\": 1`;1:8;$;`expected \",\" or \"}\", found the end of the text`",
                "`{\"a\": [1,~`;2:1;$.a[1];`expected a value, found the end of the text`",
                "`{\"a\": {\"b\"`;1:11;$.a.b;`expected \":\" after the key \"b\", found the end of the text`",
                "`{\"a\": \"b`;1:9;$.a;`expected a double quote that ends the text \"b\", found the end of the text`",
                "`{\"a\": \"b~\"}`;1:9;$.a;`expected a double quote that ends the text \"b\", found the end of the line`",
                "`{\"a\": [1}}`;1:9;$.a;`expected \",\" or \"]\", found \"}\"`",
                "`{[1]: 2}`;1:2;$;`expected a key in double quotes, found \"[\"`",
                "`nul`;1:1;$;`expected a number, true, false, null or a text in double quotes, found nul`",
            })
    void isLocated(String text, String place, String path, String message) {
        assertThat(mistakes(text.replace('~', '\n')))
                .first()
                .isEqualTo(new Mistake("test.json:" + place, path, message));
    }

    @Test
    void whatFollowsAMistakeIsReadToo() throws InvalidPipelineException {
        Mistakes mistakes = new Mistakes();
        Node node = LocatedReader.read("test.json", """
                {"a": [1,],
                 // one
                 b: 2,
                 "c": 'x',
                 "d" 3,
                 "e": 4
                 "f": {
                 "g": NaN,
                 "h": [1 2]}}
                """, mistakes);
        assertThat(mistakes.list())
                .extracting(Mistake::where)
                .containsExactly(
                        "test.json:1:9",
                        "test.json:2:2",
                        "test.json:3:2",
                        "test.json:4:7",
                        "test.json:5:6",
                        "test.json:7:2",
                        "test.json:8:7",
                        "test.json:9:10");
        assertThat(node.json())
                .isEqualTo("{\"a\":[1],\"b\":2,\"c\":'x',\"d\":3,\"e\":4,\"f\":{\"g\":NaN,\"h\":[1,2]}}");
    }

    @Test
    void aLineThatMakesNoSenseTwiceEndsIt() {
        assertThat(mistakes("{\n\"a\"b\": {\"c\": \"d\"},\n\"e\": NaN}"))
                .containsExactly(new Mistake("test.json:2:4", "$.a", "expected \":\" after the key \"a\", found b"));
    }

    @Test
    void nodesKnowWhereTheyStand() throws InvalidPipelineException {
        Node root = read("\ufeff{\"a\":\r\n  [ true ,\r\n\t-1.5e3], \"b c\": {\"d\": null}}");
        assertThat(root.location().where()).isEqualTo("test.json:1:1");
        assertThat(member(root, "a").location().where()).isEqualTo("test.json:2:3");
        assertThat(((Node.Arr) member(root, "a")).elements().get(1).location())
                .isEqualTo(new Location("test.json", 3, 2, "$.a[1]"));
        assertThat(member(member(root, "b c"), "d").location())
                .isEqualTo(new Location("test.json", 3, 24, "$[\"b c\"].d"));
    }

    @Test
    void aLoneCarriageReturnEndsALineToo() throws InvalidPipelineException {
        assertThat(member(read("{\r\"a\":\r1}"), "a").location().where()).isEqualTo("test.json:3:1");
    }

    private static Node member(Node object, String key) {
        return Optional.ofNullable(((Node.Obj) object).members().get(key)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[[[{\"a\":"})
    void depthIsLimited(String opening) {
        assertThat(mistakes(opening.repeat(20_000))).singleElement().satisfies(mistake -> assertThat(mistake.message())
                .startsWith("expected at most 64 levels"));
    }

    @Test
    void whatIsHardlyJsonIsGivenUp() {
        byte[] bytes = new byte[10_000];
        new Random(1).nextBytes(bytes);
        String text = "{" + new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(mistakes(text)).hasSizeBetween(1, 20).allSatisfy(mistake -> assertThat(mistake.toString())
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(300));
    }

    @Test
    void aLongTextIsReadInTimeProportionalToIt() throws InvalidPipelineException {
        String element = "{\"a\": [1, 2.5, \"text\", true]},\n";
        Node.Arr read = (Node.Arr) read("[" + element.repeat(100_000) + "0]");
        assertThat(read.elements().get(99_999).location().line()).isEqualTo(100_000);
    }

    /** What is JSON to Gson's strict reader is JSON, and means the same; what is not, is not. */
    @Test
    void agreesWithGsonOnMutatedTexts() {
        String text =
                "{\"a\": [1, -2.5e+3, true, null, {\"b\": \"c\\n\\u0041\\\"\"}], \"d\": {}, \"e\": [], \"f\": \"\"}";
        Random random = new Random(3);
        int valid = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder mutated = new StringBuilder(text);
            for (int m = random.nextInt(3); m >= 0; m--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.deleteCharAt(at);
                    case 1 -> mutated.insert(at, text.charAt(random.nextInt(text.length())));
                    default -> mutated.setCharAt(at, "{}[]\":,\\0e. ntu\n\t".charAt(random.nextInt(17)));
                }
            }
            String json = mutated.toString();
            Mistakes mistakes = new Mistakes();
            boolean accepted = isAccepted(json, mistakes);
            assertThat(accepted).as(json).isEqualTo(isJsonToGson(json));
            valid += accepted ? 1 : 0;
        }
        assertThat(valid).isBetween(500, 9_500);
    }

    private static boolean isAccepted(String json, Mistakes mistakes) {
        try {
            Node node = LocatedReader.read("test.json", json, mistakes);
            boolean accepted = mistakes.list().stream()
                    .allMatch(mistake -> mistake.message().endsWith("found it twice"));
            if (!mistakes.any()) {
                assertThat(JsonParser.parseString(node.json())).isEqualTo(JsonParser.parseString(json));
            }
            return accepted;
        } catch (InvalidPipelineException e) {
            assertThat(e.mistakes()).isNotEmpty();
            return false;
        }
    }

    /** Duplicate keys are to Gson. */
    private static boolean isJsonToGson(String json) {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = new Gson().getAdapter(JsonElement.class).read(reader);
            return element != null && reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | JsonParseException e) {
            return false;
        }
    }

    private static Node read(String text) throws InvalidPipelineException {
        Mistakes mistakes = new Mistakes();
        Node node = LocatedReader.read("test.json", text, mistakes);
        mistakes.throwIfAny();
        return node;
    }

    private static List<Mistake> mistakes(String text) {
        return catchThrowableOfType(InvalidPipelineException.class, () -> {
                    Node node = read(text);
                    assertThat(node).as(text).isNull();
                })
                .mistakes();
    }
}
