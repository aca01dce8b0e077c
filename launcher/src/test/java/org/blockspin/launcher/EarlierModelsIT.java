package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Model variants that were exported when their formats were new, with what was trained then, load for ever; runs and kept
 * ensembles of earlier formats are read by tests of their own bundle. A format that changes leaves its jar here and adds
 * one.
 */
@DisabledOnOs(OS.WINDOWS)
class EarlierModelsIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "earlier", "seed": 1, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": 2.5, "sampler": "cluster", "configurations": 5120}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated", "resolver": "%s"}},
              "larger": {"super-resolve": {"from": "decimated", "with": "network", "times": 1}},
              "measured": {"observe": {"from": ["simulated", "larger"], "observables": ["energy"]}}}}
            """;

    @TempDir
    private Path folder;

    private Path plugins = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        BuiltTree.markAsUpToDate();
        plugins = Files.createDirectories(folder.resolve("plugins"));
    }

    private static Path fixture(String name) throws Exception {
        return Path.of(Objects.requireNonNull(EarlierModelsIT.class.getResource("/models/" + name))
                .toURI());
    }

    private Command.Ended run(String resolver) throws IOException {
        Path pipeline = Files.writeString(folder.resolve("earlier.json"), PIPELINE.formatted(resolver));
        List<String> words = List.of(
                BuiltTree.HOME.resolve("launcher/blockspin").toString(),
                "run",
                pipeline.toString(),
                "--quiet",
                "--out",
                folder.resolve("run").toString());
        return new Command(words, folder)
                .with("BLOCKSPIN_PLUGINS", plugins.toString())
                .run();
    }

    private void requireRun(String resolver) throws IOException {
        Command.Ended ended = run(resolver);
        assertThat(ended.code()).as(ended.err()).isZero();
    }

    private double energy(String ensemble) throws IOException {
        return Double.parseDouble(ResultRows.of(folder.resolve("run"))
                .only("ensemble", ensemble, "quantity", "energy")
                .get("value"));
    }

    /** Its energies are those of what was simulated: within 5 standard errors. */
    @Test
    void constrainedGibbsOfFormat1() throws Exception {
        Files.copy(fixture("constrained-gibbs-1.jar"), plugins.resolve("model.jar"));
        requireRun("earlier-gibbs");
        assertThat(energy("larger")).isCloseTo(energy("simulated"), within(0.03));
    }

    /** As it gave when it was exported, within 5 standard errors: it is small, and far from the exact -1.22. */
    @Test
    void networkOfFormat1() throws Exception {
        Files.copy(fixture("cnn-1.jar"), plugins.resolve("model.jar"));
        requireRun("earlier-cnn");
        assertThat(energy("larger")).isCloseTo(-1.119, within(0.03));
    }

    @Test
    void variantOfALaterFormatIsRefusedAndSaysSo() throws Exception {
        try (JarFile old = new JarFile(fixture("constrained-gibbs-1.jar").toFile());
                OutputStream out = Files.newOutputStream(plugins.resolve("model.jar"));
                JarOutputStream later = new JarOutputStream(out)) {
            for (JarEntry entry : old.stream().toList()) {
                later.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream content = old.getInputStream(entry)) {
                    later.write(changed(entry.getName(), content.readAllBytes()));
                }
            }
        }
        Command.Ended refused = run("earlier-gibbs");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("$.format: expected format 1, found 2, which is of a later version of Blockspin")
                .doesNotContain("more");
    }

    private static byte[] changed(String name, byte[] content) {
        return name.equals("model.json")
                ? new String(content, StandardCharsets.UTF_8)
                        .replaceFirst("\"format\": 1", "\"format\": 2, \"more\": 1")
                        .getBytes(StandardCharsets.UTF_8)
                : content;
    }
}
