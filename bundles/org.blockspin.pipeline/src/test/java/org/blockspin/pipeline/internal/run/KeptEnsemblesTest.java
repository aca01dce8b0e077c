package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.kept.NpyExporter;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEnsemblesTest {
    private static final String PIPELINE = """
            {"format": 1, "name": "test", "seed": 3, "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [8, 8]}, "model": "ising",
                "temperature": [2.0, 2.5], "sampler": "wolff", "configurations": 1100, "keep": true}},
              "decimated": {"coarse-grain": {"from": "simulated", "rule": "majority", "keep": true}},
              "network": {"train": {"input": "decimated", "target": "simulated", "repeat": 2, "resolver": "noisy-copy"}},
              "larger": {"super-resolve": {"from": "decimated", "with": "network", "times": 2, "keep": true}},
              "dropped": {"super-resolve": {"from": "simulated", "with": "network"}}}}
            """;

    private final List<String> heard = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void everyMemberOfAKeptStepHasItsFiles() throws Exception {
        assertThat(files(run(PIPELINE, 1, "all")))
                .containsOnlyKeys(
                        "decimated/temperature=2.0/part-00000.h5",
                        "decimated/temperature=2.5/part-00000.h5",
                        "larger/level-larger=1,repeat=0,temperature=2.0/part-00000.h5",
                        "larger/level-larger=1,repeat=0,temperature=2.5/part-00000.h5",
                        "larger/level-larger=1,repeat=1,temperature=2.0/part-00000.h5",
                        "larger/level-larger=1,repeat=1,temperature=2.5/part-00000.h5",
                        "larger/level-larger=2,repeat=0,temperature=2.0/part-00000.h5",
                        "larger/level-larger=2,repeat=0,temperature=2.5/part-00000.h5",
                        "larger/level-larger=2,repeat=1,temperature=2.0/part-00000.h5",
                        "larger/level-larger=2,repeat=1,temperature=2.5/part-00000.h5",
                        "simulated/temperature=2.0/part-00000.h5",
                        "simulated/temperature=2.5/part-00000.h5");
    }

    @Test
    void bytesDoNotDependOnThreads() throws Exception {
        assertThat(files(run(PIPELINE, 3, "three"))).isEqualTo(files(run(PIPELINE, 1, "one")));
    }

    @Test
    void keptStatesAreThoseOfTheRecipe() throws Exception {
        Path out = folder.resolve("out.npy");
        new NpyExporter().npy(run(PIPELINE, 2, "run").resolve("simulated/temperature=2.5"), out);
        byte[] npy = Files.readAllBytes(out);
        assertThat(npy).hasSize(128 + 1100 * 64);
        PlannedPipeline plan = TestPlugins.plan(PIPELINE);
        Ensemble ensemble =
                plan.steps().get(0).family().products(Ensemble.class).get(1);
        int at = 128;
        for (long k = 0; k < ensemble.blocks(); k++) {
            Configurations block = ensemble.block(k);
            for (int c = 0; c < block.count(); c++) {
                for (int state : block.states(c)) {
                    assertThat((int) npy[at++]).isEqualTo(state);
                }
            }
        }
    }

    @Test
    void nothingIsKeptUnlessAsked() throws Exception {
        assertThat(run(PIPELINE.replace(", \"keep\": true", ""), 2, "none")).doesNotExist();
    }

    @Test
    void missingFilesAreShownAgainAndMadeAgainOnlyIfTheirTaskIsGone() throws Exception {
        Map<String, String> before = files(run(PIPELINE, 2, "run"));
        Path kept = folder.resolve("run/ensembles/decimated");
        Files.delete(kept.resolve("temperature=2.0/part-00000.h5"));
        Path cold = taskOf(kept.resolve("temperature=2.5/part-00000.h5"));
        Files.delete(cold.resolve("part-00000.h5"));
        Files.delete(cold.resolve("task.json"));
        Files.delete(cold);
        heard.clear();
        assertThat(files(run(PIPELINE, 2, "run"))).isEqualTo(before);
        assertThat(heard)
                .contains(
                        "simulated: 2 of 2 files of ensembles are there from an earlier run",
                        "decimated: 1 of 2 files of ensembles are there from an earlier run",
                        "larger: 8 of 8 files of ensembles are there from an earlier run");
    }

    /** The task whose output is shown here: both are names of one file. */
    private Path taskOf(Path shown) throws IOException {
        try (Stream<Path> tasks = Files.list(folder.resolve("run/tasks"))) {
            for (Path task : tasks.toList()) {
                Path file = task.resolve(String.valueOf(shown.getFileName()));
                if (Files.exists(file) && Files.isSameFile(file, shown)) {
                    return task;
                }
            }
        }
        throw new AssertionError("no task left " + shown);
    }

    @Test
    void filesOfOtherConfigurationsAreReplaced() throws Exception {
        run(PIPELINE, 2, "run");
        Path stale = folder.resolve("run/ensembles/simulated/temperature=2.0/part-00001.h5");
        Files.writeString(stale, "of a larger ensemble");
        String other = PIPELINE.replace("\"seed\": 3", "\"seed\": 4");
        heard.clear();
        assertThat(files(run(other, 2, "run"))).isEqualTo(files(run(other, 2, "other")));
        assertThat(heard).contains("simulated: 2 of 2 files of ensembles are made anew, because seed was 3, is 4");
        assertThat(stale).doesNotExist();
    }

    @Test
    void keepingLaterChangesNothingElse() throws Exception {
        run(PIPELINE.replace(", \"keep\": true", ""), 2, "run");
        heard.clear();
        run(PIPELINE, 2, "run");
        assertThat(heard).containsExactly("network: 4 of 4 trainings are there from an earlier run");
    }

    private Path run(String pipeline, int threads, String name) throws Exception {
        try (RunFolder run = RunFolder.open(folder.resolve(name)).orElseThrow()) {
            new Engine(TestPlugins.plan(pipeline), run, Engine.Options.local(threads), new Notices(heard)).run();
            return run.root().resolve("ensembles");
        }
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".h5")).toList()) {
                contents.put(root.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
