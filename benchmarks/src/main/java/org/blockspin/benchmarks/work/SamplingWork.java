package org.blockspin.benchmarks.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.Sampler;
import org.blockspin.statistics.RandomStreams;

/** Fills blocks with independent configurations. A unit is a configuration, or a site of one;
 * burn-in of the block is part of the time. */
final class SamplingWork implements Work {
    /** Blocks whose energy is measured before the timing. */
    private static final int MEASURED = 20;

    private static final int MEASURED_OF_CHAINS = 2;

    private final int size;
    private final Sampler.Source source;

    private final double unitsPerConfiguration;

    SamplingWork(String kind, int size, String unit) {
        this.unitsPerConfiguration = unit.equals("sites") ? (double) size * size : 1;
        this.size = size;
        this.source = SamplerKinds.byDefault(kind, size);
    }

    @Override
    public void run(Server server) {
        RandomStream random = RandomStreams.of(2019, "sample");
        List<Configurations> measured = new ArrayList<>();
        int key = 0;
        while (key < (source.independent() ? MEASURED : MEASURED_OF_CHAINS)) {
            measured.add(fill(random.split(key++)));
        }
        Map<String, Double> facts = new HashMap<>(Facts.energy(size, measured));
        if (source.independent()) {
            facts.put("bits", Facts.bits(measured.get(0)));
        }
        server.ready(facts);
        while (true) {
            server.done(fill(random.split(key++)).count() * unitsPerConfiguration);
        }
    }

    private Configurations fill(RandomStream random) {
        Configurations block = new Configurations(CriticalIsing.lattice(size), 1, Ensemble.BLOCK);
        source.fill(block, random, Progress.none());
        return block;
    }
}
