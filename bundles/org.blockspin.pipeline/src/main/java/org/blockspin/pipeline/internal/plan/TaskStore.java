package org.blockspin.pipeline.internal.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.blockspin.pipeline.internal.files.RunFolder;

/**
 * The finished tasks of a run folder: {@code tasks/KEY}, where KEY is a hash of everything that determines the task, and
 * {@code tasks/KEY/task.json} says what that was. Thread-safe.
 */
public final class TaskStore {
    private static final String FOLDER = "tasks";
    private static final String RECORD = "task.json";

    /** 128 bits: no two tasks of a folder ever have the same. */
    private static final int KEY_LENGTH = 32;

    private final RunFolder folder;
    private Optional<Map<String, String>> earlier = Optional.empty();

    public TaskStore(RunFolder folder) {
        this.folder = folder;
    }

    /** Where a task leaves its output, relative to the run folder. */
    String name(Identity identity) {
        return FOLDER + "/" + identity.key().substring(0, KEY_LENGTH);
    }

    Path path(Identity identity) {
        return folder.root().resolve(name(identity));
    }

    boolean holds(Identity identity) {
        return Files.isDirectory(path(identity));
    }

    void write(Identity identity, RunFolder.FolderWriter writer) throws IOException {
        folder.addFolder(name(identity), output -> {
            writer.write(output);
            Files.writeString(output.resolve(RECORD), identity.json());
        });
    }

    void remove(Identity identity) throws IOException {
        folder.delete(name(identity));
    }

    /** Why what was done before under the same id cannot be used, in words; empty if nothing was. */
    synchronized Optional<String> difference(Identity identity) throws IOException {
        if (earlier.isEmpty()) {
            earlier = Optional.of(records());
        }
        return Optional.ofNullable(earlier.get().get(identity.id())).map(identity::difference);
    }

    /** What determined each task that is there, by id. */
    private Map<String, String> records() throws IOException {
        Map<String, String> records = new TreeMap<>();
        for (String name : names()) {
            Optional<String> json = text(FOLDER + "/" + name + "/" + RECORD);
            json.flatMap(TaskStore::id).ifPresent(id -> records.put(id, json.orElseThrow()));
        }
        return records;
    }

    private static Optional<String> id(String json) {
        try {
            JsonElement record = JsonParser.parseString(json);
            return Optional.of(record.getAsJsonObject().get(Identity.ID).getAsString());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private List<String> names() throws IOException {
        Path tasks = folder.root().resolve(FOLDER);
        if (!Files.isDirectory(tasks)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(tasks)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private Optional<String> text(String file) throws IOException {
        return folder.read(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Shows outputs under a readable name: links to their files, in one folder. Nothing happens where the same is shown
     * already; what else is there goes.
     *
     * @param name of the folder, relative to the run folder
     * @param whole what determines all of it
     * @param parts the tasks whose outputs it shows
     */
    public void publish(String name, Identity whole, List<Identity> parts) throws IOException {
        if (text(name + "/" + RECORD).filter(whole.json()::equals).isPresent() && isComplete(name, parts)) {
            return;
        }
        folder.writeFolder(name, target -> {
            for (Identity part : parts) {
                for (Path file : files(part)) {
                    RunFolder.link(
                            file, target.resolve(path(part).relativize(file).toString()));
                }
            }
            Files.writeString(target.resolve(RECORD), whole.json());
        });
    }

    private boolean isComplete(String name, List<Identity> parts) throws IOException {
        for (Identity part : parts) {
            for (Path file : files(part)) {
                if (!Files.exists(folder.root()
                        .resolve(name)
                        .resolve(path(part).relativize(file).toString()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Path> files(Identity task) throws IOException {
        try (Stream<Path> all = Files.walk(path(task))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(RECORD))
                    .sorted()
                    .toList();
        }
    }

    /** Removes the tasks of pipelines that this folder held before. */
    public void keepOnly(Collection<Identity> tasks) throws IOException {
        Set<String> keys = tasks.stream().map(this::name).collect(Collectors.toSet());
        for (String name : names()) {
            if (!keys.contains(FOLDER + "/" + name)) {
                folder.delete(FOLDER + "/" + name);
            }
        }
    }
}
