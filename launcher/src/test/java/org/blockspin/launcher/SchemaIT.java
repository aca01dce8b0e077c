package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is generated from the catalogue: the schema of pipeline files, as an editor would use it, and the reference. That it agrees with check is in {@link MutationIT}. */
class SchemaIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "small", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": %s, "sampler": %s, "configurations": 100}}}}
            """;

    private static final String EXAMPLES = "examples";

    private static InProcess blockspin;
    private static PipelineSchema schema;

    @BeforeAll
    static void start() {
        blockspin = new InProcess();
        schema = new PipelineSchema(blockspin.run("schema").out());
    }

    @AfterAll
    static void stop() {
        blockspin.close();
    }

    @Test
    void shippedPipelinesAreValidAndNameTheirSchema() throws IOException {
        try (Stream<Path> files = Files.walk(BuiltTree.HOME.resolve("launcher/pipelines"))) {
            List<Path> pipelines =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(pipelines).isNotEmpty();
            for (Path file : pipelines) {
                JsonElement pipeline =
                        PipelineSchema.json(Files.readString(file)).orElseThrow();
                assertThat(schema.refusals(pipeline)).as(file.toString()).isEmpty();
                Path named = file.resolveSibling(
                        pipeline.getAsJsonObject().get("$schema").getAsString());
                assertThat(named).as(file.toString()).isRegularFile();
            }
        }
    }

    @Test
    void schemaThatShippedPipelinesNameIsThatOfThisVersion() throws IOException {
        assertThat(BuiltTree.HOME.resolve("launcher/pipeline.schema.json"))
                .as("launcher/blockspin schema > launcher/pipeline.schema.json makes it anew")
                .hasContent(blockspin.run("schema").out());
    }

    @Test
    void catalogueInTheDocsIsThatOfThisVersion() {
        assertThat(BuiltTree.HOME.resolve("docs/catalogue.md"))
                .as("launcher/blockspin describe --markdown > docs/catalogue.md makes it anew")
                .hasContent(blockspin.run("describe", "--markdown").out());
    }

    /** The schema of each parameter that has an example takes it. */
    @Test
    void examplesAreValid() {
        JsonObject whole = JsonParser.parseString(blockspin.run("schema").out()).getAsJsonObject();
        List<JsonObject> described = new ArrayList<>();
        collectDescribed(whole, described);
        assertThat(described).hasSizeGreaterThan(20);
        for (JsonObject parameter : described) {
            JsonObject alone = parameter.deepCopy();
            alone.add("$defs", whole.get("$defs"));
            PipelineSchema of = new PipelineSchema(alone.toString());
            for (JsonElement example : parameter.getAsJsonArray(EXAMPLES)) {
                assertThat(of.refusals(example)).as(parameter.toString()).isEmpty();
            }
        }
    }

    private static void collectDescribed(JsonElement schema, List<JsonObject> described) {
        if (schema.isJsonArray()) {
            schema.getAsJsonArray().forEach(element -> collectDescribed(element, described));
        } else if (schema.isJsonObject()) {
            JsonObject object = schema.getAsJsonObject();
            if (object.has(EXAMPLES)) {
                described.add(object);
            }
            object.asMap().values().forEach(member -> collectDescribed(member, described));
        }
    }

    @Test
    void mistakesAreRefusedWhereTheyAre() {
        assertThat(refusals("\"critical\"", "\"wolff\"")).isEmpty();
        assertThat(refusals("[2.0, \"critical\"]", "{\"kind\": \"wolff\"}")).isEmpty();
        assertThat(refusals("{\"linspace\": [1, 2, 3]}", "\"wolff\"")).isEmpty();
        assertThat(refusals("\"critcal\"", "\"wolff\"")).anyMatch(at("temperature"));
        assertThat(refusals("{\"linspace\": [1, 2, 1]}", "\"wolff\"")).anyMatch(at("temperature/linspace/2"));
        assertThat(refusals("2.5", "\"wolf\"")).anyMatch(at("sampler"));
        assertThat(refusals("2.5", "{\"kind\": \"wolff\", \"burnin\": 3}")).anyMatch(at("sampler"));
    }

    private static Predicate<String> at(String place) {
        return refusal -> refusal.startsWith("/steps/simulated/sample/" + place);
    }

    private static List<String> refusals(String temperature, String sampler) {
        return schema.refusals(
                PipelineSchema.json(PIPELINE.formatted(temperature, sampler)).orElseThrow());
    }
}
