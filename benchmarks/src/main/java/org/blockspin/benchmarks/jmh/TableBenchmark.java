package org.blockspin.benchmarks.jmh;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.benchmarks.work.CriticalIsing;
import org.blockspin.benchmarks.work.Resolvers;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Super-resolves a block with the table of a trained network. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TableBenchmark {
    private static final int PAIRS = 2000;

    /** Linear size of the coarse configurations. */
    @Param({"8", "32"})
    public int size = 8;

    private Optional<TrainedResolver> network = Optional.empty();
    private Optional<TrainedResolver> table = Optional.empty();
    private Configurations coarse = new Configurations(CriticalIsing.lattice(size), 1, Ensemble.BLOCK);
    private Configurations fine = coarse;
    private final RandomStream random = RandomStreams.of(2019, "jmh");
    private long key;

    /** Trains a network and compiles it. */
    @Setup
    public void prepare() {
        TrainedResolver trained = Resolvers.network(PAIRS);
        network = Optional.of(trained);
        table = Optional.of(Resolvers.table(trained));
        coarse = CriticalIsing.configurations(size, Ensemble.BLOCK, random.split(key++));
        fine = new Configurations(trained.fine(coarse.lattice()), 1, Ensemble.BLOCK);
    }

    /** Closes both. */
    @TearDown
    public void close() {
        table.ifPresent(TrainedResolver::close);
        network.ifPresent(TrainedResolver::close);
    }

    /** A block of configurations. */
    @Benchmark
    public Configurations resolve() {
        table.orElseThrow().resolve(coarse, fine, random.split(key++), Progress.none());
        return fine;
    }
}
