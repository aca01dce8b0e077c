package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The build's bill of materials ({@code launcher/target/bom.json}, CycloneDX) names all that is shipped, under licences that may be. */
class SbomIT {
    private static final Path BOM = BuiltTree.HOME.resolve("launcher/target/bom.json");

    /** Those that Apache-2.0 software may be shipped with, as SPDX writes them, and one that has no such name. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "EPL-2.0", "The Apache Software License, Version 2.0");

    @BeforeAll
    static void billIsThere() {
        assumeTrue(Files.exists(BOM), "the bill is not made where Maven is offline");
    }

    @Test
    void everyJarThatIsShippedIsNamed() throws IOException {
        List<String> named = components().stream()
                .map(component -> component.get("name").getAsString() + "-"
                        + component.get("version").getAsString())
                .toList();
        assertThat(jars()).isNotEmpty().allMatch(jar -> named.stream().anyMatch(jar::startsWith));
    }

    @Test
    void licencesMayBeShippedTogether() throws IOException {
        assertThat(components())
                .filteredOn(component -> !component.get("group").getAsString().equals("org.blockspin"))
                .isNotEmpty()
                .allMatch(SbomIT::mayBeShipped);
    }

    private static boolean mayBeShipped(JsonObject component) {
        List<String> licences = licences(component);
        // Its pom says "The BSD License", which is taken for another; what it links to is the one of three clauses.
        boolean jline = component.get("purl").getAsString().startsWith("pkg:maven/org.jline/jline@");
        return licences.stream().anyMatch(ALLOWED::contains) || (jline && licences.equals(List.of("BSD-4-Clause")));
    }

    private static List<JsonObject> components() throws IOException {
        JsonObject bom = JsonParser.parseString(Files.readString(BOM)).getAsJsonObject();
        return bom.getAsJsonArray("components").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static List<String> jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (Path folder : List.of(BuiltTree.REPOSITORY, BuiltTree.HOME.resolve("launcher/target/lib"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .forEach(jars::add);
            }
        }
        return jars;
    }

    private static List<String> licences(JsonObject component) {
        List<String> licences = new ArrayList<>();
        if (component.has("licenses")) {
            for (JsonElement choice : component.getAsJsonArray("licenses")) {
                JsonObject licence = choice.getAsJsonObject().getAsJsonObject("license");
                licences.add((licence.has("id") ? licence.get("id") : licence.get("name")).getAsString());
            }
        }
        return licences;
    }
}
