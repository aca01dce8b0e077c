package org.blockspin.benchmarks.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.benchmarks.work.CriticalIsing;
import org.blockspin.benchmarks.work.SamplerKinds;
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

/** Steps of 512 replicas at T_c, with what begins and ends a block. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SamplerBenchmark {
    /** The kind of sampler. */
    @Param({"cluster", "metropolis"})
    public String kind = "cluster";

    /** Linear size. */
    @Param({"16", "64"})
    public int size = 16;

    /** Steps from the start of a block to its end. */
    @Param("50")
    public int steps = 50;

    private Optional<Sampler.Source> source = Optional.empty();
    private Configurations block = new Configurations(CriticalIsing.lattice(size), 1, Ensemble.BLOCK);
    private final RandomStream random = RandomStreams.of(2019, "jmh");
    private long key;

    /** Makes the sampler. */
    @Setup
    public void prepare() {
        source = Optional.of(SamplerKinds.withSteps(kind, Optional.of(steps), size));
        block = new Configurations(CriticalIsing.lattice(size), 1, Ensemble.BLOCK);
    }

    /** A block of configurations. */
    @Benchmark
    public Configurations block() {
        source.orElseThrow().fill(block, random.split(key++), Progress.none());
        return block;
    }
}
