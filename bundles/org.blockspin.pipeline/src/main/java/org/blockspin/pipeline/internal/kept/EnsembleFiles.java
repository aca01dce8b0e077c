package org.blockspin.pipeline.internal.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.blockspin.pipeline.internal.files.Reason;

/**
 * Files of one kept ensemble that follow each other without a gap.
 *
 * @param paths in the order of their configurations
 * @param header what all of them say
 * @param count configurations in all of them
 */
record EnsembleFiles(List<Path> paths, EnsembleHeader header, long count) {
    private static final String EXTENSION = ".h5";

    /** A file and what it holds. */
    private record Entry(Path path, EnsembleHeader header, long first, int count) {}

    EnsembleFiles {
        paths = List.copyOf(paths);
    }

    /** One file, or all of the ensemble whose folder this is. */
    static EnsembleFiles at(Path source) throws InvalidEnsembleException {
        if (Files.isDirectory(source)) {
            return complete(source);
        }
        if (!Files.exists(source)) {
            throw new InvalidEnsembleException("there is no file or folder " + source);
        }
        Entry entry = entry(source);
        return new EnsembleFiles(List.of(source), entry.header, entry.count);
    }

    private static EnsembleFiles complete(Path folder) throws InvalidEnsembleException {
        List<Entry> entries = new ArrayList<>();
        for (Path path : list(folder)) {
            entries.add(entry(path));
        }
        entries.sort(Comparator.comparingLong(Entry::first));
        EnsembleHeader header = entries.get(0).header;
        long next = 0;
        for (Entry entry : entries) {
            if (!entry.header.equals(header)) {
                throw new InvalidEnsembleException(
                        entries.get(0).path + " and " + entry.path + " belong to different ensembles");
            }
            requireNext(folder, next, entry.first);
            next += entry.count;
        }
        requireNext(folder, next, header.total());
        return new EnsembleFiles(entries.stream().map(Entry::path).toList(), header, next);
    }

    private static void requireNext(Path folder, long expected, long found) throws InvalidEnsembleException {
        if (expected < found) {
            throw new InvalidEnsembleException(
                    folder + " is not complete: configurations " + expected + " to " + (found - 1) + " are missing");
        } else if (expected > found) {
            throw new InvalidEnsembleException(folder + " holds configuration " + found + " twice");
        }
    }

    private static List<Path> list(Path folder) throws InvalidEnsembleException {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> all = children.sorted().toList();
            List<Path> files =
                    all.stream().filter(EnsembleFiles::isEnsembleFile).toList();
            if (files.isEmpty()) {
                String folders = all.stream()
                        .filter(Files::isDirectory)
                        .map(path -> String.valueOf(path.getFileName()))
                        .collect(Collectors.joining(" "));
                throw new InvalidEnsembleException("expected the folder of one kept ensemble, found no file "
                        + EXTENSION + " in " + folder + (folders.isEmpty() ? "" : ", but the folders " + folders));
            }
            return files;
        } catch (IOException e) {
            throw new InvalidEnsembleException(folder + " cannot be read: " + Reason.of(e), e);
        }
    }

    /** What begins with a dot is being written. */
    private static boolean isEnsembleFile(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(EXTENSION) && !name.startsWith(".");
    }

    private static Entry entry(Path path) throws InvalidEnsembleException {
        try (EnsembleFile file = EnsembleFile.open(path)) {
            return new Entry(path, file.header(), file.first(), file.count());
        }
    }
}
