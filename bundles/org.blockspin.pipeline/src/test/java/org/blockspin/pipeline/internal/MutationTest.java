package org.blockspin.pipeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.Mistake;
import org.junit.jupiter.api.Test;

/** Whatever is done to a pipeline, it is planned or refused with located mistakes; nothing else ever comes out. */
public class MutationTest {
    private static final String PIPELINE = """
            {"format": 1, "name": "test", "seed": 1, "description": "all kinds of steps", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": {"linspace": [2, 3, 2]}, "sampler": {"kind": "wolff", "decorrelation": 3},
                "configurations": 100}},
              "seeds": {"sample": {"like": "simulated", "configurations": 50}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": {"kind": "majority", "tie": "random"}}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 2,
                "resolver": {"kind": "noisy-copy", "noise": 0.1}}},
              "larger": {"super-resolve": {"from": "seeds", "with": ["network", "network"], "times": 2, "output": "sampled"}},
              "chain": {"sample": {"like": "seeds", "lattice": {"kind": "chain", "size": [8]}, "sampler": "exact-chain"}},
              "chain-decimated": {"coarse-grain": {"from": "chain", "rule": "decimation"}},
              "renormalized": {"map-temperature": {"from": "chain-decimated", "map": "decimation-chain"}},
              "chain-network": {"train": {"input": "renormalized", "target": "chain", "resolver": "noisy-copy"}},
              "chain-larger": {"super-resolve": {"from": "chain", "with": "chain-network", "match": "nearest-temperature"}},
              "measured": {"observe": {"from": ["seeds", "larger"],
                "observables": ["magnetization", {"kind": "two-point", "distances": ["L/4", "1"]}]}},
              "exponents": {"fit": {"kind": "finite-size-scaling", "from": "measured"}},
              "picture": {"figure": {"kind": "row-count", "from": ["measured", "exponents"]}},
              "all": {"figure": {"kind": "inventory", "from": ["seeds", "larger", "measured"]}}}}
            """;

    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "0",
            "3",
            "1.5",
            "1e999",
            "1e-999",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"critical\"",
            "\"seeds\"",
            "\"measured\"",
            "\"../../x\"",
            "[]",
            "{}",
            "[[]]",
            "[0]",
            "[3, 5]",
            "true",
            "{\"kind\": \"wolff\"}",
            "{\"linspace\": [1, 2, 1e9]}",
            "{\"kind\": {}}",
            "\"\\u0000\"");

    private static final Pattern PLACE = Pattern.compile("test\\.json:\\d+:\\d+");

    @Test
    void valuesAreReplacedRemovedAndRenamed() throws InvalidPipelineException {
        TestPlugins.plan(PIPELINE);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            refused += isRefused(mutated(random)) ? 1 : 0;
        }
        assertThat(refused).isBetween(1000, 2990);
    }

    @Test
    void charactersAreDroppedAndInserted() {
        Random random = new Random(2);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder(PIPELINE);
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, "{}[]\",:0x\u00e4\n".charAt(random.nextInt(11)));
            }
            refused += isRefused(text.toString()) ? 1 : 0;
        }
        assertThat(refused).isBetween(1000, 2990);
    }

    /** Anything but a plan or mistakes fails the test. */
    private static boolean isRefused(String text) {
        try {
            TestPlugins.plan(text);
            return false;
        } catch (InvalidPipelineException e) {
            assertThat(e.mistakes()).as(text).isNotEmpty().allSatisfy(MutationTest::isLocated);
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(text, e);
        }
    }

    private static void isLocated(Mistake mistake) {
        assertThat(mistake.where()).matches(PLACE);
        assertThat(mistake.path()).startsWith("$");
        assertThat(mistake.message()).isNotBlank().doesNotContain("Exception");
    }

    /** A pipeline with all kinds of steps in which one random value was replaced, removed or renamed. */
    public static String mutated(Random random) {
        JsonElement root = JsonParser.parseString(PIPELINE);
        mutate(root, random);
        return root.toString();
    }

    private static void mutate(JsonElement root, Random random) {
        List<JsonElement> containers = new ArrayList<>();
        collect(root, containers);
        JsonElement container = containers.get(random.nextInt(containers.size()));
        JsonElement value = lenient(VALUES.get(random.nextInt(VALUES.size())));
        if (container instanceof JsonArray array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value);
        } else if (container instanceof JsonObject object && !object.isEmpty()) {
            String key = new ArrayList<>(object.keySet()).get(random.nextInt(object.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.add(key, value);
                case 1 -> object.remove(key);
                default -> object.add(key + "x", object.remove(key));
            }
        }
    }

    private static JsonElement lenient(String json) {
        return JsonParser.parseString(json);
    }

    private static void collect(JsonElement element, List<JsonElement> containers) {
        if (element instanceof JsonObject object) {
            containers.add(object);
            object.entrySet().forEach(entry -> collect(entry.getValue(), containers));
        } else if (element instanceof JsonArray array) {
            containers.add(array);
            array.forEach(child -> collect(child, containers));
        }
    }
}
