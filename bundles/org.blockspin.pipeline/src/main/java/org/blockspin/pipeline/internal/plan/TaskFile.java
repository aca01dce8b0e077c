package org.blockspin.pipeline.internal.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.blockspin.pipeline.internal.files.RunFolder;

/**
 * A finished task in the run folder: what determined it, and what it gave. Read again only where the same determines it
 * now.
 */
public final class TaskFile {
    private static final int MAGIC = 0x42535031;

    private final RunFolder folder;
    private final String name;
    private final Identity identity;

    /** @param name path of the file in the run folder */
    public TaskFile(RunFolder folder, String name, Identity identity) {
        this.folder = folder;
        this.name = name;
        this.identity = identity;
    }

    /** Writes what a task gave. */
    @FunctionalInterface
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads what a task gave. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** What an earlier run left: a result, or the reason why it cannot be used; neither if there was none. */
    public record Earlier<T>(Optional<T> result, Optional<String> reason) {}

    public void write(Writer writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            byte[] json = identity.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.writeInt(json.length);
            out.write(json);
            writer.write(out);
        }
        folder.write(name, bytes.toByteArray());
    }

    public <T> Earlier<T> read(Reader<T> reader) throws IOException {
        Optional<byte[]> content = folder.read(name);
        if (content.isEmpty()) {
            return new Earlier<>(Optional.empty(), Optional.empty());
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content.get()))) {
            if (in.readInt() != MAGIC) {
                return unusable(name + " is not of this version");
            }
            String earlier = new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8);
            return earlier.equals(identity.json())
                    ? new Earlier<>(Optional.of(reader.read(in)), Optional.empty())
                    : unusable(identity.difference(earlier));
        } catch (IOException | IllegalArgumentException e) {
            return unusable(name + " is damaged");
        }
    }

    private static <T> Earlier<T> unusable(String reason) {
        return new Earlier<>(Optional.empty(), Optional.of(reason));
    }
}
