package org.blockspin.pipeline.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.blockspin.api.Result;
import org.blockspin.pipeline.InvalidPipelineException;
import org.blockspin.pipeline.RunFailedException;
import org.blockspin.pipeline.internal.MutationTest;
import org.blockspin.pipeline.internal.TestPlugins;
import org.blockspin.pipeline.internal.files.RunFolder;
import org.blockspin.pipeline.internal.plan.PlannedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planning finds valid, running does: it gives results, or is at least well on its way when nobody waits longer. */
class MutatedRunTest {
    private static final long PATIENCE_NANOSECONDS = 1_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void whatIsPlannedRuns() throws IOException {
        Random random = new Random(3);
        int finished = 0;
        for (int i = 0; i < 1000; i++) {
            finished += isFinished(MutationTest.mutated(random), folder.resolve(String.valueOf(i))) ? 1 : 0;
        }
        assertThat(finished).isGreaterThan(20);
    }

    private static boolean isFinished(String text, Path out) throws IOException {
        try (RunFolder run = RunFolder.open(out).orElseThrow()) {
            PlannedPipeline plan = TestPlugins.plan(text);
            long end = System.nanoTime() + PATIENCE_NANOSECONDS;
            plan.control().begin(() -> System.nanoTime() > end, notice -> {});
            List<Result> results = new Engine(plan, run, Engine.Options.local(2), new Notices(new ArrayList<>())).run();
            assertThat(ResultFiles.csv(results)).isNotEmpty();
            return true;
        } catch (InvalidPipelineException | CancellationException e) {
            return false;
        } catch (RunFailedException | RuntimeException | Error e) {
            throw new AssertionError(text, e);
        }
    }
}
