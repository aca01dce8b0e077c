package org.blockspin.benchmarks.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.blockspin.api.TrainedResolver;

/** Trains a network and saves it in an empty folder, for others to resolve with. */
final class SavingWork implements Work {
    private final Path folder;
    private final int pairs;

    SavingWork(Path folder, int pairs) {
        this.folder = folder;
        this.pairs = pairs;
    }

    @Override
    public void run(Server server) throws IOException {
        server.ready(Map.of());
        try (TrainedResolver network = Resolvers.network(pairs)) {
            network.save(folder);
        }
        server.done(1);
    }
}
