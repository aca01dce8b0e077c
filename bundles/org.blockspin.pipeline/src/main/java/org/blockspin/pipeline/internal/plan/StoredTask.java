package org.blockspin.pipeline.internal.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.blockspin.pipeline.Task;
import org.blockspin.pipeline.internal.files.RunFolder;

/** A task of a step, with what it leaves in the run folder. */
public final class StoredTask implements Task {
    private final TaskStore store;
    private final Identity identity;
    private final List<Work> work;
    private final RunFolder.FolderWriter writer;
    private final Reader reader;

    /** Takes what a task left. */
    @FunctionalInterface
    public interface Reader {
        /** @throws IOException if it is damaged */
        void read(Path output) throws IOException;
    }

    /**
     * @param work what is to be done, not empty
     * @param writer then writes the files of the output
     * @param reader takes the output, whoever made it
     */
    public StoredTask(
            TaskStore store, Identity identity, List<Work> work, RunFolder.FolderWriter writer, Reader reader) {
        this.store = store;
        this.identity = identity;
        this.work = List.copyOf(work);
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public String id() {
        return identity.id();
    }

    public Identity identity() {
        return identity;
    }

    @Override
    public String output() {
        return store.name(identity);
    }

    public boolean isDone() {
        return store.holds(identity);
    }

    @Override
    public List<Part> parts() {
        return Work.followedBy(work, progress -> store.write(identity, writer));
    }

    /** Takes the output. */
    public void read() throws IOException {
        reader.read(store.path(identity));
    }

    /** What an earlier run left: taken, or the reason why it cannot be; neither if there was none. */
    public record Earlier(boolean taken, Optional<String> reason) {}

    /** Takes what an earlier run left. What is damaged is removed. */
    public Earlier takeEarlier() throws IOException {
        if (!isDone()) {
            return new Earlier(false, store.difference(identity));
        }
        try {
            read();
            return new Earlier(true, Optional.empty());
        } catch (IOException | RuntimeException e) {
            store.remove(identity);
            return new Earlier(false, Optional.of(output() + " is damaged"));
        }
    }
}
