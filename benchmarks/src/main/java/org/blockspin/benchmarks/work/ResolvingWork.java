package org.blockspin.benchmarks.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.api.Progress;
import org.blockspin.api.RandomStream;
import org.blockspin.api.TrainedResolver;
import org.blockspin.resolvers.cnn.internal.Cnn;
import org.blockspin.statistics.RandomStreams;

/**
 * Super-resolves critical configurations with a trained network ({@code network}) or its table ({@code table}). A unit
 * is a fine site. Both do the same configurations first, from the same random numbers, for comparison.
 */
final class ResolvingWork implements Work {
    private static final int COMPARED = 16;

    private final boolean table;
    private final Path folder;
    private final int coarseSize;

    ResolvingWork(String what, Path folder, int coarseSize) {
        this.table = what.equals("table");
        this.folder = folder;
        this.coarseSize = coarseSize;
    }

    @Override
    public void run(Server server) throws IOException {
        RandomStream random = RandomStreams.of(2019, "resolve");
        Configurations coarse = CriticalIsing.configurations(coarseSize, Ensemble.BLOCK, random.split(0));
        Resolvers.Course any = new Resolvers.Course(Cnn.Training.DISTINCT_WINDOWS, 1, Cnn.Schedule.CONSTANT, 1, 0, 0);
        try (TrainedResolver network = Resolvers.trainer(any).load(folder);
                TrainedResolver resolver = table ? Resolvers.table(network) : network) {
            server.ready(facts(resolved(resolver, coarse.slice(0, COMPARED), random.split(1))));
            Configurations timed = table ? coarse : coarse.slice(0, COMPARED);
            Configurations fine = fine(resolver, timed);
            for (int key = 2; ; key++) {
                resolver.resolve(timed, fine, random.split(key), Progress.none());
                server.done((double) fine.count() * fine.sites());
            }
        }
    }

    private static Configurations resolved(TrainedResolver resolver, Configurations coarse, RandomStream random) {
        Configurations fine = fine(resolver, coarse);
        resolver.resolve(coarse, fine, random, Progress.none());
        return fine;
    }

    private static Configurations fine(TrainedResolver resolver, Configurations coarse) {
        return new Configurations(resolver.fine(coarse.lattice()), 1, coarse.count());
    }

    /** The network may round otherwise than the windows of the table now and then, hence no digest of its spins. */
    private Map<String, Double> facts(Configurations fine) {
        Map<String, Double> facts = new HashMap<>(Map.of("up", Facts.up(fine)));
        if (table) {
            facts.put("bits", Facts.bits(fine));
        }
        return facts;
    }
}
