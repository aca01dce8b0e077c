package org.blockspin.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that break their word fail the run that uses them, which says which plugin it was, and on what. */
class FailureIT {
    private static final String CULPRIT =
            "blockspin: step \"measured\" (observe) failed: the observable \"steady\" of" + " org.example.steady 1.0.0";
    private static final String INPUT = ", on block 0 of simulated[]: ising on square 8x8 at T = 2.5";

    @TempDir
    private Path folder;

    @Test
    void aPluginThatThrowsIsNamedWithItsBundleVersionKindAndInput() throws Exception {
        assertThat(failure("throw new IllegalStateException(\"no licence\");"))
                .startsWith(CULPRIT + " (at Steady$1.measure, line ")
                .contains(") threw IllegalStateException: no licence" + INPUT);
        assertThat(failure("rows[c][7] = 1;"))
                .startsWith(CULPRIT)
                .contains("threw ArrayIndexOutOfBoundsException: Index 7 out of bounds for length 1" + INPUT);
        assertThat(failure("class Absent { static int x = Integer.parseInt(\"x\"); } rows[c][0] = Absent.x;"))
                .startsWith(CULPRIT)
                .contains("threw ExceptionInInitializerError" + INPUT);
    }

    @Test
    void aPluginThatGivesNoNumberOrAnotherShapeIsNamedToo() throws Exception {
        assertThat(failure("rows[c][0] = Double.NaN;"))
                .startsWith(CULPRIT + " broke its contract: it gave NaN in column 0 for configuration 0" + INPUT);
        assertThat(failure("rows[c] = new double[2];"))
                .startsWith(CULPRIT
                        + " broke its contract: it left a row of 2 columns for configuration 0, expected 1 columns"
                        + INPUT);
    }

    /** What a start does not notice: components are created when they are needed first. */
    @Test
    void aConstructorThatDoesNotReturnFailsThePlanAndIsNotCalledAgain() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        String waiting = "public Steady() { await(\"" + folder + "\"); }";
        SteadyPlugin.drop(new SteadyPlugin(folder.resolve("work")).withMembers(waiting), plugins);
        String pipeline = SteadyPlugin.pipeline(folder).toString();
        try (InProcess workbench = new InProcess(plugins, Duration.ofSeconds(10))) {
            Command.Ended failed = workbench.run("check", pipeline);
            assertThat(failed.code()).isEqualTo(2);
            assertThat(failed.err())
                    .contains(pipeline
                            + ": the observable \"steady\" of org.example.steady 1.0.0 (at Steady.await, line ")
                    .contains(") has not returned for 10 s while the pipeline was planned");
            assertThat(workbench.run("plugin", "list").out()).contains("quarantined");
            assertThat(workbench.run("check", pipeline).err()).contains("unknown observable \"steady\"");
        }
    }

    /** What a run says that uses a plugin with this statement, and that another run is as well as ever. */
    private String failure(String statement) throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        SteadyPlugin.drop(new SteadyPlugin(folder.resolve("work")).measuring(statement), plugins);
        String pipeline = SteadyPlugin.pipeline(folder).toString();
        try (InProcess workbench = new InProcess(plugins, Duration.ofSeconds(10))) {
            Command.Ended failed = workbench.run(
                    "run",
                    pipeline,
                    "--quiet",
                    "--set",
                    "steps.simulated.sample.configurations=512",
                    "--out",
                    folder.resolve("failed").toString());
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.err()).doesNotContain("\tat ");
            Command.Ended other = workbench.run(
                    "run",
                    pipeline,
                    "--quiet",
                    "--set",
                    "steps.measured.observe.observables=[\"energy\"]",
                    "--out",
                    folder.resolve("other").toString());
            assertThat(other.code()).as(other.err()).isZero();
            return failed.err();
        } finally {
            InFolder.delete(folder.resolve("other"));
            InFolder.delete(folder.resolve("failed"));
        }
    }
}
