package org.blockspin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A trained network in a temporary folder, for all that resolve with it. */
final class SavedNetwork implements AutoCloseable {
    private static final int PAIRS = 10_000;
    private static final int FEW_PAIRS = 1000;

    private final Path folder;

    SavedNetwork(Surroundings surroundings, Effort effort) throws ComparisonException, IOException {
        this.folder = surroundings.scratch();
        Contender training = surroundings.plain(
                "training a network",
                surroundings.newest(),
                "save",
                folder.toString(),
                String.valueOf(effort.choose(PAIRS, FEW_PAIRS)));
        try (Conversation conversation = new Conversation(training)) {
            conversation.ask(0);
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
