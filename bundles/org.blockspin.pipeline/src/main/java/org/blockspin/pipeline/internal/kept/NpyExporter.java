package org.blockspin.pipeline.internal.kept;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blockspin.pipeline.EnsembleExporter;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.blockspin.pipeline.internal.files.Reason;
import org.osgi.service.component.annotations.Component;

/** Unpacks files of a kept ensemble, one after the other, into a file of NumPy. */
@Component
public final class NpyExporter implements EnsembleExporter {
    private static final String EXTENSION = ".npy";
    private static final int MOST_STATES = 256;

    @Override
    public List<Long> npy(Path source, Path target) throws InvalidEnsembleException, IOException {
        Path parent = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
        requireWritable(target, parent);
        EnsembleFiles files = EnsembleFiles.at(source);
        if (files.header().states() > MOST_STATES) {
            throw new InvalidEnsembleException(
                    source + ": expected at most " + MOST_STATES + " states a site, which fit a byte, found "
                            + files.header().states());
        }
        List<Long> shape = shape(files);
        try {
            write(files, shape, parent.resolve("." + target.getFileName() + ".part"), target);
        } catch (IOException e) {
            throw new IOException(Reason.of(e), e);
        }
        return shape;
    }

    private static void write(EnsembleFiles files, List<Long> shape, Path temporary, Path target)
            throws InvalidEnsembleException, IOException {
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 20)) {
                out.write(NpyHeader.unsignedBytes(shape));
                write(files, out);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void requireWritable(Path target, Path parent) throws InvalidEnsembleException {
        if (!target.toString().endsWith(EXTENSION)) {
            throw new InvalidEnsembleException(
                    "expected a file whose name ends with " + EXTENSION + ", found " + target);
        }
        if (Files.exists(target)) {
            throw new InvalidEnsembleException("expected a file that does not exist, found " + target);
        }
        if (!Files.isDirectory(parent)) {
            throw new InvalidEnsembleException("expected a file in a folder that exists, found " + target);
        }
    }

    private static List<Long> shape(EnsembleFiles files) {
        List<Long> shape = new ArrayList<>();
        shape.add(files.count());
        files.header().size().forEach(extent -> shape.add((long) extent));
        if (files.header().basis() > 1) {
            shape.add((long) files.header().basis());
        }
        return shape;
    }

    private static void write(EnsembleFiles files, OutputStream out) throws InvalidEnsembleException, IOException {
        EnsembleHeader header = files.header();
        byte[] states = new byte[header.sites()];
        for (Path path : files.paths()) {
            try (EnsembleFile file = EnsembleFile.open(path)) {
                file.read((packed, count) -> {
                    for (int c = 0; c < count; c++) {
                        unpack(packed, c, header, states);
                        out.write(states);
                    }
                });
            }
        }
    }

    /** A hot loop: once for every site of a run's largest lattices. */
    private static void unpack(byte[] packed, int configuration, EnsembleHeader header, byte[] states) {
        int bytes = header.bytesPerPlane();
        int offset = configuration * header.planes() * bytes;
        for (int i = 0; i < states.length; i++) {
            int state = 0;
            for (int p = 0; p < header.planes(); p++) {
                state |= (packed[offset + p * bytes + (i >>> 3)] >>> (i & 7) & 1) << p;
            }
            states[i] = (byte) state;
        }
    }
}
