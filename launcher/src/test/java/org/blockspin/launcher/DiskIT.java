package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full and folders that cannot be written: one sentence, and nothing is lost. */
@EnabledOnOs(OS.LINUX)
class DiskIT {
    private static final String PIPELINE = """
            {"format": 1, "name": "kept", "steps": {
              "simulated": {"sample": {"lattice": {"kind": "square", "size": [64, 64]}, "model": "ising",
                "temperature": 5.0, "sampler": "metropolis", "configurations": 600, "keep": true}},
              "measured": {"observe": {"from": "simulated", "observables": ["energy"]}}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void treeIsUpToDate() throws IOException {
        BuiltTree.markAsUpToDate();
        Files.writeString(folder.resolve("kept.json"), PIPELINE);
    }

    @Test
    void fileThatMayNotGrowStopsTheRunWhichGoesOnLater() throws IOException {
        assertThat(run("whole", "").code()).isZero();
        // Blocks of 512 bytes or of 1024, as the shell has it: less than the file of configurations takes.
        Command.Ended stopped = run("stopped", "ulimit -f 100;");
        assertThat(stopped.code()).isOne();
        assertThat(stopped.err())
                .startsWith("blockspin: step \"simulated\" (sample) failed: File too large")
                .hasLineCount(2);
        assertThat(folder.resolve("stopped/ensembles")).doesNotExist();
        assertThat(run("stopped", "").code()).isZero();
        assertSame("stopped", "whole");
    }

    @Test
    void fullDiskStopsTheRunWhichGoesOnWhenThereIsSpace() throws IOException {
        assertThat(run("whole", "").code()).isZero();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                shell("mount -t tmpfs -o size=300k tmpfs " + disk).code() == 0, "no file system can be mounted here");
        try {
            Command.Ended stopped = run("disk/run", "");
            assertThat(stopped.code()).isOne();
            assertThat(stopped.err()).contains("No space left on device").hasLineCount(2);
            assertThat(shell("mount -o remount,ro " + disk).code()).isZero();
            for (String out : List.of("disk/run", "disk/new")) {
                Command.Ended refused = run(out, "");
                assertThat(refused.code()).isOne();
                assertThat(refused.err())
                        .startsWith("blockspin: the run folder " + out + " cannot be written: ")
                        .contains("Read-only file system")
                        .hasLineCount(2);
            }
            assertThat(shell("mount -o remount,rw,size=20m " + disk).code()).isZero();
            assertThat(run("disk/run", "").code()).isZero();
            assertSame("disk/run", "whole");
        } finally {
            shell("umount " + disk);
        }
    }

    @Test
    void parentThatIsAFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        Command.Ended refused = run("file/run", "");
        assertThat(refused.code()).isOne();
        assertThat(refused.err())
                .startsWith("blockspin: the run folder file/run cannot be written: ")
                .contains("Not a directory")
                .hasLineCount(2);
        assertThat(folder.resolve("file")).hasContent("no folder");
    }

    private Command.Ended run(String out, String before) {
        return shell(before + BuiltTree.HOME.resolve("launcher/blockspin") + " run kept.json --quiet --out " + out);
    }

    private Command.Ended shell(String line) {
        return new Command(List.of("sh", "-c", line), folder).run();
    }

    private void assertSame(String run, String other) {
        for (String file : List.of("results.csv", "ensembles/simulated/part-00000.h5")) {
            assertThat(folder.resolve(run).resolve(file))
                    .hasSameBinaryContentAs(folder.resolve(other).resolve(file));
        }
    }
}
