package org.blockspin.pipeline.internal.kept;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.blockspin.api.Configurations;
import org.blockspin.api.Ensemble;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.blockspin.pipeline.internal.files.Reason;

/**
 * One HDF5 file of a kept ensemble: attributes of the root group ({@link EnsembleHeader}, {@code first}, {@code count})
 * and one dataset {@code configurations} of unsigned bytes, shape [count, planes, ceil(sites / 8)]. The bit of site i
 * is bit {@code i % 8} (1 = least significant) of byte {@code i / 8}: that of
 * {@link Configurations}, word for word, without the padding. The same configurations give the same bytes.
 */
public final class EnsembleFile implements AutoCloseable {
    /**
     * Bound of the packed configurations in one file. The library writes whole arrays: a thread holds up to three times
     * as much.
     */
    public static final long MOST_BYTES = 16L << 20;

    private static final String DATASET = "configurations";

    /** Bound of what must be decompressed for one configuration. */
    private static final long CHUNK_BYTES = 1L << 20;

    /** Packed critical configurations shrink to two thirds; a higher level is slower and gains almost nothing. */
    private static final int DEFLATE_LEVEL = 1;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private final Path path;
    private final HdfFile file;
    private final EnsembleHeader header;
    private final long first;
    private final ChunkedDataset dataset;

    private EnsembleFile(Path path, HdfFile file) throws InvalidEnsembleException {
        this.path = path;
        this.file = file;
        this.header = EnsembleHeader.read(file);
        this.first = EnsembleHeader.number(file, "first").longValue();
        Node node = file.getChild(DATASET);
        if (!(node instanceof ChunkedDataset chunked)) {
            throw new InvalidEnsembleException("it has no chunked dataset \"" + DATASET + "\"");
        }
        this.dataset = chunked;
        requireShape();
    }

    private void requireShape() throws InvalidEnsembleException {
        int[] whole = dataset.getDimensions();
        int[] chunk = dataset.getChunkDimensions();
        int[] one = {header.planes(), header.bytesPerPlane()};
        if (whole.length != 3
                || dataset.getDataType().getSize() != 1
                || !Arrays.equals(Arrays.copyOfRange(whole, 1, 3), one)
                || !Arrays.equals(Arrays.copyOfRange(chunk, 1, 3), one)) {
            throw new InvalidEnsembleException("its configurations do not have the shape that its attributes say");
        }
    }

    /**
     * Writes a part of an ensemble.
     *
     * @param path of a file that does not exist
     * @param blocks the blocks of the ensemble
     */
    public static void write(Path path, EnsembleHeader header, Part part, LongFunction<Configurations> blocks)
            throws IOException {
        byte[][][] packed = pack(header, part, blocks);
        int chunk = (int) Math.min(part.count(), Math.max(1, CHUNK_BYTES / header.bytesEach()));
        DatasetCreationOptions options = DatasetCreationOptions.builder()
                .unsigned()
                .chunkDimensions(chunk, header.planes(), header.bytesPerPlane())
                .deflate(DEFLATE_LEVEL)
                .build();
        try (WritableHdfFile file = HdfFile.write(path)) {
            header.write(file);
            file.putAttribute("first", part.first());
            file.putAttribute("count", part.count());
            file.putDataset(DATASET, packed, options);
        } catch (HdfException e) {
            throw asIoException(e);
        }
    }

    private static byte[][][] pack(EnsembleHeader header, Part part, LongFunction<Configurations> blocks) {
        byte[][][] packed = new byte[part.count()][header.planes()][header.bytesPerPlane()];
        int done = 0;
        while (done < part.count()) {
            long next = part.first() + done;
            Configurations block = blocks.apply(next / Ensemble.BLOCK);
            int from = (int) (next % Ensemble.BLOCK);
            int to = Math.min(block.count(), from + part.count() - done);
            for (int c = from; c < to; c++) {
                pack(block, c, packed[done++]);
            }
        }
        return packed;
    }

    private static void pack(Configurations block, int configuration, byte[][] planes) {
        long[] words = block.words();
        for (int p = 0; p < planes.length; p++) {
            int offset = block.wordOffset(configuration, p);
            byte[] plane = planes[p];
            for (int b = 0; b < plane.length; b++) {
                plane[b] = (byte) (words[offset + (b >>> 3)] >>> ((b & 7) << 3));
            }
        }
    }

    private static IOException asIoException(HdfException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return new IOException(failure.getMessage(), failure);
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Opens a file. */
    public static EnsembleFile open(Path path) throws InvalidEnsembleException {
        requireSignature(path);
        return reading(path, () -> {
            HdfFile file = new HdfFile(path);
            try {
                return new EnsembleFile(path, file);
            } catch (InvalidEnsembleException | RuntimeException e) {
                file.close();
                throw e;
            }
        });
    }

    private static void requireSignature(Path path) throws InvalidEnsembleException {
        try (InputStream in = Files.newInputStream(path)) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
                throw new InvalidEnsembleException(path + " is not an HDF5 file");
            }
        } catch (IOException e) {
            throw new InvalidEnsembleException(path + " cannot be read: " + Reason.of(e), e);
        }
    }

    public EnsembleHeader header() {
        return header;
    }

    /** Number of the first configuration in the ensemble. */
    public long first() {
        return first;
    }

    /** Number of configurations in this file. */
    public int count() {
        return dataset.getDimensions()[0];
    }

    /** Receives packed configurations in order, a whole number of them at a time. */
    @FunctionalInterface
    public interface Receiver {
        /** @param packed begins with {@code count} configurations as the dataset holds them; what follows is padding */
        void receive(byte[] packed, int count) throws IOException;
    }

    /** Reads all configurations, chunk by chunk. */
    public void read(Receiver receiver) throws InvalidEnsembleException, IOException {
        int step = dataset.getChunkDimensions()[0];
        for (int from = 0; from < count(); from += step) {
            int[] offset = {from, 0, 0};
            byte[] packed = reading(path, () -> dataset.getDecompressedChunk(offset));
            int rows = Math.min(step, count() - from);
            if (packed.length < rows * header.bytesEach()) {
                throw new InvalidEnsembleException(path + " is damaged: a chunk is too short");
            }
            receiver.receive(packed, rows);
        }
    }

    /** Reads something of a file. */
    private interface Reading<T> {
        T read() throws InvalidEnsembleException;
    }

    /** The library throws all sorts of exceptions where a file is damaged. */
    private static <T> T reading(Path path, Reading<T> reading) throws InvalidEnsembleException {
        try {
            return reading.read();
        } catch (InvalidEnsembleException e) {
            throw new InvalidEnsembleException(path + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new InvalidEnsembleException(path + " is damaged: " + rootMessage(e), e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
