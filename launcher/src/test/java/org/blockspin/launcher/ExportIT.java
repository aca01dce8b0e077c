package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kept ensembles, as a user takes them to other tools. */
@DisabledOnOs(OS.WINDOWS)
class ExportIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "kept", "seed": 5, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [16, 16]}, "model": "ising",
                "temperature": "critical", "sampler": "wolff", "configurations": 1500, "keep": true}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority"}},
              "network": {"train": {"input": "decimated", "target": "simulated",
                "resolver": {"kind": "cnn", "epochs": 2}}},
              "larger": {"super-resolve": {"from": "simulated", "with": "network", "times": 2, "keep": true}},
              "measured": {"observe": {"from": ["simulated", "larger"], "observables": ["energy"]}}}}
            """;

    private static final String LARGEST = "ensembles/larger/level-larger=2";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runPipeline() throws IOException {
        BuiltTree.markAsUpToDate();
        Path pipeline = Files.writeString(shared.resolve("kept.json"), PIPELINE);
        Command.Ended ended = blockspin("run", pipeline.toString(), "--out", run().toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain("SLF4J").doesNotContain("HDF5");
    }

    private static Path run() {
        return shared.resolve("run");
    }

    @Test
    void exportedConfigurationsHaveTheMeasuredEnergy() throws IOException {
        requireEnergy("ensembles/simulated", 16);
        requireEnergy("ensembles/larger/level-larger=1", 32);
        requireEnergy(LARGEST, 64);
    }

    private void requireEnergy(String ensemble, int length) throws IOException {
        Path npy = folder.resolve(length + ".npy");
        Command.Ended ended = blockspin("export", run().resolve(ensemble).toString(), "--out", npy.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("uint8, shape (1500, " + length + ", " + length + ")");
        byte[] content = Files.readAllBytes(npy);
        assertThat(content).hasSize(128 + 1500 * length * length);
        assertThat(energy(content, length)).isCloseTo(measured(length), within(1e-12));
    }

    /** Mean energy per site, from the bytes of the file alone. */
    private static double energy(byte[] npy, int length) {
        int sites = length * length;
        long equal = 0;
        for (int at = 128; at < npy.length; at += sites) {
            for (int row = 0; row < length; row++) {
                for (int column = 0; column < length; column++) {
                    byte state = npy[at + row * length + column];
                    equal += state == npy[at + row * length + (column + 1) % length] ? 1 : -1;
                    equal += state == npy[at + (row + 1) % length * length + column] ? 1 : -1;
                }
            }
        }
        return -(double) equal / (npy.length - 128);
    }

    /** The row of {@code results.csv} for this size. */
    private static double measured(int length) throws IOException {
        return Double.parseDouble(ResultRows.of(run())
                .only("step", "measured", "quantity", "energy", "size", length + "x" + length)
                .get("value"));
    }

    @Test
    void numpyReadsTheArray() throws IOException {
        assumeTrue(python("import numpy").code() == 0, "Python with NumPy is not here");
        Path npy = folder.resolve("out.npy");
        assertThat(blockspin("export", run().resolve(LARGEST).toString(), "--out", npy.toString())
                        .code())
                .isZero();
        Command.Ended ended = python("""
                import numpy, sys
                states = numpy.load(sys.argv[1])
                assert states.dtype == numpy.uint8 and states.shape == (1500, 64, 64), (states.dtype, states.shape)
                s = 2.0 * states - 1
                print(-(s * numpy.roll(s, 1, 1) + s * numpy.roll(s, 1, 2)).mean())
                """, npy.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Double.parseDouble(ended.out())).isCloseTo(measured(64), within(1e-12));
    }

    /** The lines of docs/ensemble-files.md, as they stand there. */
    @Test
    void h5pyReadsTheFilesAsTheDocumentationSays() throws IOException {
        assumeTrue(python("import h5py").code() == 0, "Python with h5py is not here");
        String documentation =
                Files.readString(BuiltTree.HOME.resolve("docs/ensemble-files.md"), StandardCharsets.UTF_8);
        String example = documentation.split("```python\n", 2)[1].split("```", 2)[0];
        Command.Ended ended =
                python("""
                import sys
                folder = sys.argv[1]
                %s
                assert states.shape == (1500, 64, 64), states.shape
                assert attributes["lattice"] == b"square" and attributes["model"] == b"ising"
                assert attributes["depth"] == -2 and attributes["seed"] == 5 and attributes["format"] == 1
                assert attributes["root"] == b"simulated[]" and attributes["member"] == b"level:larger=2"
                assert abs(attributes["temperature"] - 2 / numpy.log(1 + numpy.sqrt(2))) < 1e-14
                s = 2.0 * states - 1
                print(-(s * numpy.roll(s, 1, 1) + s * numpy.roll(s, 1, 2)).mean())
                """.formatted(example), run().resolve(LARGEST).toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(Double.parseDouble(ended.out())).isCloseTo(measured(64), within(1e-12));
    }

    @Test
    void wrongInputEndsWithTwoAndOneMessage() throws IOException {
        String file = run().resolve("ensembles/simulated/part-00000.h5").toString();
        String out = folder.resolve("out.npy").toString();
        String there = Files.writeString(folder.resolve("there.npy"), "").toString();
        for (List<String> arguments : List.of(
                List.of(file + "x", "--out", out),
                List.of(run().resolve("run.json").toString(), "--out", out),
                List.of(run().resolve("ensembles/larger").toString(), "--out", out),
                List.of(file, "--out", there),
                List.of(file, "--out", folder.resolve("none/out.npy").toString()),
                List.of(file))) {
            List<String> words = new ArrayList<>(List.of("export"));
            words.addAll(arguments);
            Command.Ended ended = blockspin(words.toArray(String[]::new));
            assertThat(ended.code()).as(arguments.toString()).isEqualTo(2);
            assertThat(ended.err()).as(arguments.toString()).isNotBlank().doesNotContain("\tat ");
        }
        assertThat(Path.of(out)).doesNotExist();
    }

    private static Command.Ended blockspin(String... arguments) {
        List<String> words = new ArrayList<>(
                List.of(BuiltTree.HOME.resolve("launcher/blockspin").toString()));
        words.addAll(List.of(arguments));
        return new Command(words, shared).run();
    }

    private static Command.Ended python(String program, String... arguments) {
        // Through a shell, so that a machine without Python is no exception. The system's Python may have what another
        // one before it on the path has not.
        String script =
                "for p in python3 /usr/bin/python3; do if $p -c 'import h5py' 2>/dev/null; then break; fi; done; "
                        + "exec $p -c \"$0\" \"$@\"";
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, program));
        words.addAll(List.of(arguments));
        return new Command(words, shared).run();
    }
}
