package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whole pipelines: time by the clock, memory, and what a second thread brings. */
final class PipelinesComparison implements Comparison {
    /** Runs only where it is asked for: it takes long. */
    static final String NAME = "pipelines";

    private static final double MINUTE = 60;
    private static final double TABLE_SECONDS = 20 * MINUTE;
    private static final double TABLE_MEBIBYTES = 2048;
    private static final double TWO_THREADS = 1.7;

    /** A part of table-1 that is long beside the start of the process, and short beside the whole. */
    private static final String EIGHT_TRAININGS = "steps.network.train.repeat=8";

    private static final List<String> SMALL_DATA = List.of(
            "steps.simulated.sample.configurations=2000",
            "steps.seeds.sample.configurations=1000",
            "steps.network.train.resolver.epochs=2",
            "steps.network.train.repeat=2");

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
                .add(whole(surroundings, effort))
                .add(threads(surroundings, effort));
    }

    private static TextTable whole(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException, InterruptedException {
        int threads = surroundings.machine().cores();
        TextTable table = new TextTable("pipeline", "threads", "s", "MiB", "target");
        PipelineRun.Cost one = run(surroundings.root(), effort, "", threads, "table-1", List.of());
        table.add(
                "table-1",
                String.valueOf(threads),
                Numbers.significant(one.seconds()),
                Numbers.significant(one.peakMebibytes()),
                Target.atMost(TABLE_SECONDS).of("s").judged(Optional.of(one.seconds())) + "; "
                        + Target.atMost(TABLE_MEBIBYTES)
                                .of("MiB")
                                .judged(Optional.of(one.peakMebibytes()).filter(Double::isFinite)));
        PipelineRun.Cost large = run(
                surroundings.root(),
                effort,
                "-Xmx1g",
                threads,
                "table-1",
                List.of("steps.network.train.repeat=1", "steps.larger.super-resolve.times=5"));
        table.add(
                "table-1 with one training, to 512x512, with a heap of 1 GiB",
                String.valueOf(threads),
                Numbers.significant(large.seconds()),
                Numbers.significant(large.peakMebibytes()),
                "");
        return table;
    }

    /** One and two threads in turns. */
    private static TextTable threads(Surroundings surroundings, Effort effort)
            throws ComparisonException, IOException, InterruptedException {
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
                "table-1 with eight trainings",
                Numbers.withSpread(new Rates(one)),
                Numbers.withSpread(new Rates(two)),
                Numbers.withSpread(gain),
                Target.atLeast(TWO_THREADS).judged(Optional.of(gain.median())));
        return table;
    }

    private static double seconds(Surroundings surroundings, Effort effort, int threads)
            throws ComparisonException, IOException, InterruptedException {
        List<String> settings = effort.quick() ? List.of() : List.of(EIGHT_TRAININGS);
        return run(surroundings.root(), effort, "", threads, "table-1", settings)
                .seconds();
    }

    private static PipelineRun.Cost run(
            Path root, Effort effort, String javaOptions, int threads, String pipeline, List<String> settings)
            throws ComparisonException, IOException, InterruptedException {
        List<String> all = new ArrayList<>(effort.quick() ? SMALL_DATA : List.of());
        all.addAll(settings);
        List<String> arguments =
                new ArrayList<>(List.of(pipeline, "--threads", String.format(Locale.ROOT, "%d", threads)));
        all.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return new PipelineRun(root, javaOptions, arguments).run();
    }
}
