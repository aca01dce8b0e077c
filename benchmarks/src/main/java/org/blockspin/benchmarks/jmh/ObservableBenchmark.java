package org.blockspin.benchmarks.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Observable;
import org.blockspin.benchmarks.work.CriticalIsing;
import org.blockspin.benchmarks.work.Observables;
import org.blockspin.statistics.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures a block of critical configurations. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ObservableBenchmark {
    /** What is measured. */
    @Param({"magnetization", "energy", "susceptibility", "specific-heat", "two-point", "block-sums", "histogram"})
    public String observable = "magnetization";

    /** Linear size. */
    @Param({"16", "128"})
    public int size = 16;

    private Optional<Observable.Measurement> measurement = Optional.empty();
    private Configurations block = new Configurations(CriticalIsing.lattice(size), 1, Ensemble.BLOCK);
    private double[][] rows = {};

    /** Samples the block. */
    @Setup
    public void prepare() {
        Observable.Measurement made = Observables.measurement(observable, size);
        measurement = Optional.of(made);
        block = CriticalIsing.configurations(size, Ensemble.BLOCK, RandomStreams.of(2019, "jmh"));
        rows = new double[block.count()][made.columns()];
    }

    /** A row a configuration. */
    @Benchmark
    public double[][] measure() {
        measurement.orElseThrow().measure(block, 0, rows);
        return rows;
    }
}
