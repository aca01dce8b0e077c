package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whole pipelines: time by the clock, and memory. */
final class PipelinesComparison implements Comparison {
    static final String NAME = "pipelines";

    private static final double MINUTE = 60;
    private static final double TABLE_SECONDS = 20 * MINUTE;
    private static final double TABLE_MEBIBYTES = 2048;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException, InterruptedException {
        PipelineRun.prepare(surroundings.root());
        return new Section(
                        "Pipelines",
                        "Through `launcher/blockspin run`, by the clock, from the start of the script to its end. Memory is the most that "
                                + "was resident at a time, TensorFlow's included.")
                .add(table(surroundings, effort));
    }

    private static TextTable table(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException, InterruptedException {
        int threads = surroundings.machine().cores();
        TextTable table = new TextTable("pipeline", "threads", "s", "MiB", "target");
        PipelineRun.Cost one = PipelineRun.tableOne(surroundings.root(), effort, "", threads, List.of())
                .run();
        table.add(
                "table-1",
                String.valueOf(threads),
                Numbers.significant(one.seconds()),
                Numbers.significant(one.peakMebibytes()),
                Target.atMost(TABLE_SECONDS).of("s").judged(Optional.of(one.seconds())) + "; "
                        + Target.atMost(TABLE_MEBIBYTES)
                                .of("MiB")
                                .judged(Optional.of(one.peakMebibytes()).filter(Double::isFinite)));
        PipelineRun.Cost large = PipelineRun.tableOne(
                        surroundings.root(),
                        effort,
                        "-Xmx1g",
                        threads,
                        List.of("steps.network.train.repeat=1", "steps.larger.super-resolve.times=5"))
                .run();
        table.add(
                "table-1 with one training, to 512x512, with a heap of 1 GiB",
                String.valueOf(threads),
                Numbers.significant(large.seconds()),
                Numbers.significant(large.peakMebibytes()),
                "");
        return table;
    }
}
