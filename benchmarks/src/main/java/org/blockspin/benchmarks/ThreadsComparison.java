package org.blockspin.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One pipeline with one thread and with two, in turns. */
final class ThreadsComparison implements Comparison {
    static final String NAME = "threads";

    private static final double TWO_THREADS = 1.7;

    /** A part of table-1 that is long beside the start of the process, and short beside the whole. */
    private static final String SIX_TRAININGS = "steps.network.train.repeat=6";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Section run(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException, InterruptedException {
        PipelineRun.prepare(surroundings.root());
        int rounds = effort.choose(2, 1);
        double[] one = new double[rounds];
        double[] two = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            one[round] = seconds(surroundings, effort, 1);
            two[round] = seconds(surroundings, effort, 2);
        }
        TextTable table = new TextTable("pipeline", "one thread, s", "two threads, s", "times as fast", "target");
        Rates gain = new Rates(one).over(new Rates(two));
        table.add(
                "table-1 with six trainings",
                Numbers.withSpread(new Rates(one)),
                Numbers.withSpread(new Rates(two)),
                Numbers.withSpread(gain),
                Target.atLeast(TWO_THREADS).judged(Optional.of(gain.median())));
        return new Section(
                        "Threads",
                        "What a second thread brings to a pipeline, through `launcher/blockspin run`, by the clock, from the start of "
                                + "the script to its end.")
                .add(table);
    }

    private static double seconds(Surroundings surroundings, Effort effort, int threads)
            throws ComparisonException, IOException, InterruptedException {
        List<String> settings = effort.quick() ? List.of() : List.of(SIX_TRAININGS);
        return PipelineRun.tableOne(surroundings.root(), effort, "", threads, settings)
                .run()
                .seconds();
    }
}
