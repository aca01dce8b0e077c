package org.blockspin.benchmarks.work;

import java.util.Map;
import java.util.Optional;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.RandomStreams;

/**
 * Metropolis sweeps. A unit is an attempt to flip a spin. A block has so many sweeps that its start and its end cost
 * next to nothing. Either all replicas side by side, or a single chain.
 */
final class FlippingWork implements Work {
    private static final int ATTEMPTS_OF_A_REPLICA = 400_000;
    private static final int ATTEMPTS_OF_A_CHAIN = 2_000_000;

    private final Configurations block;
    private final Sampler.Source source;
    private final double attempts;

    FlippingWork(boolean chain, int size) {
        int sites = size * size;
        int sweeps = Math.max(1, (chain ? ATTEMPTS_OF_A_CHAIN : ATTEMPTS_OF_A_REPLICA) / sites);
        this.block = new Configurations(CriticalIsing.lattice(size), 1, chain ? 1 : Ensemble.BLOCK);
        this.source = chain
                ? SamplerKinds.scalarMetropolis(sweeps, size)
                : SamplerKinds.withSteps("metropolis", Optional.of(sweeps), size);
        this.attempts = (double) sweeps * sites * block.count();
    }

    @Override
    public void run(Server server) {
        int key = 0;
        fill(key);
        server.ready(block.count() == 1 ? Map.of() : Map.of("bits", Facts.bits(block)));
        while (true) {
            fill(++key);
            server.done(attempts);
        }
    }

    private void fill(int key) {
        source.fill(block, RandomStreams.of(2019, "flip").split(key), Progress.none());
    }
}
