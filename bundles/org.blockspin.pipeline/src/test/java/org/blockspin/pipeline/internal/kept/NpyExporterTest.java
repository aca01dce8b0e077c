package org.blockspin.pipeline.internal.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blockspin.pipeline.InvalidEnsembleException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyExporterTest {
    private static final EnsembleHeader HEADER = MadeUp.header(1100);
    private static final int SITES = 70;

    private final NpyExporter exporter = new NpyExporter();

    @TempDir
    private Path folder;

    private Path ensemble = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void keep() throws IOException {
        ensemble = Files.createDirectory(folder.resolve("ensemble"));
        target = folder.resolve("out.npy");
        MadeUp.write(ensemble, HEADER, 512L * HEADER.bytesEach());
    }

    @Test
    void headerIsThatOfTheSpecification() {
        byte[] header = NpyHeader.unsignedBytes(List.of(1100L, 5L, 7L, 2L));
        assertThat(header).hasSize(128).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(header, 10, 118, StandardCharsets.US_ASCII))
                .matches("\\{'descr': '\\|u1', 'fortran_order': False, 'shape': \\(1100, 5, 7, 2,\\), } *\n");
    }

    @Test
    void headerGrowsInWholeLines() {
        byte[] header = NpyHeader.unsignedBytes(java.util.Collections.nCopies(32, 1L));
        assertThat(header.length).isEqualTo(192);
        assertThat(header[8]).isEqualTo((byte) (192 - 10));
    }

    @Test
    void folderBecomesOneArray() throws Exception {
        assertThat(exporter.npy(ensemble, target)).containsExactly(1100L, 5L, 7L, 2L);
        requireStates(Files.readAllBytes(target), 0, 1100);
    }

    @Test
    void fileBecomesAnArrayOfItsConfigurations() throws Exception {
        assertThat(exporter.npy(ensemble.resolve("part-00002.h5"), target)).containsExactly(76L, 5L, 7L, 2L);
        requireStates(Files.readAllBytes(target), 1024, 76);
    }

    private static void requireStates(byte[] npy, long first, int count) {
        assertThat(npy).hasSize(128 + count * SITES);
        for (int c = 0; c < count; c++) {
            for (int site = 0; site < SITES; site++) {
                if (npy[128 + c * SITES + site] != MadeUp.state(first + c, site)) {
                    throw new AssertionError("configuration " + (first + c) + ", site " + site);
                }
            }
        }
    }

    @Test
    void missingFileIsNoticed() throws IOException {
        Files.delete(ensemble.resolve("part-00001.h5"));
        requireRefused(ensemble, target, ensemble + " is not complete: configurations 512 to 1023 are missing");
    }

    @Test
    void missingEndIsNoticed() throws IOException {
        Files.delete(ensemble.resolve("part-00002.h5"));
        requireRefused(ensemble, target, "configurations 1024 to 1099 are missing");
    }

    @Test
    void fileThatIsThereTwiceIsNoticed() throws IOException {
        Files.copy(ensemble.resolve("part-00001.h5"), ensemble.resolve("copy.h5"));
        requireRefused(ensemble, target, "holds configuration 512 twice");
    }

    @Test
    void ensemblesAreNotMixed() throws IOException {
        EnsembleHeader other = MadeUp.header(10);
        EnsembleFile.write(
                ensemble.resolve("other.h5"), other, new Part(0, 0, 10), index -> MadeUp.block(other, index));
        requireRefused(ensemble, target, "belong to different ensembles");
    }

    @Test
    void whatIsNoEnsembleIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.h5"), "no HDF5 at all");
        requireRefused(text, target, text + " is not an HDF5 file");
        Path missing = folder.resolve("missing.h5");
        requireRefused(missing, target, "there is no file or folder " + missing);
        Files.createDirectories(folder.resolve("step/temperature=2.0"));
        requireRefused(folder.resolve("step"), target, "but the folders temperature=2.0");
    }

    @Test
    void otherHdf5FilesAreRefused() throws IOException {
        Path other = folder.resolve("other.h5");
        try (WritableHdfFile file = HdfFile.write(other)) {
            file.putAttribute("format", "1.0");
        }
        requireRefused(other, target, "not a file of a kept ensemble");
    }

    @Test
    void futureFormatIsNamed() throws IOException {
        Path future = folder.resolve("future.h5");
        try (WritableHdfFile file = HdfFile.write(future)) {
            file.putAttribute("format", 2);
        }
        requireRefused(future, target, future + ": expected format 1, found format 2");
    }

    @Test
    void nothingIsReplaced() throws IOException {
        Files.writeString(target, "precious");
        requireRefused(ensemble, target, "expected a file that does not exist");
        assertThat(target).hasContent("precious");
    }

    @Test
    void placeMustExistAndNameTheFormat() throws IOException {
        requireRefused(ensemble, folder.resolve("none/out.npy"), "in a folder that exists");
        requireRefused(ensemble, folder.resolve("out.txt"), "ends with .npy");
    }

    private void requireRefused(Path source, Path out, String message) throws IOException {
        assertThatThrownBy(() -> exporter.npy(source, out))
                .isInstanceOf(InvalidEnsembleException.class)
                .hasMessageContaining(message);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
